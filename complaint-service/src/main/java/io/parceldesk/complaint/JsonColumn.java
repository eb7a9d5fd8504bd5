package io.parceldesk.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** Short lists that are kept in the row of their complaint. */
final class JsonColumn {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonColumn() {}

  static String write(List<?> list) {
    try {
      return JSON.writeValueAsString(list == null ? List.of() : list);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> List<T> read(String json, TypeReference<List<T>> type) {
    try {
      return json == null ? List.of() : JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
