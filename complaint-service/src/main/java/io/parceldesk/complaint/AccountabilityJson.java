package io.parceldesk.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the short list of those who answer for a loss in the row of its complaint. */
@Converter
class AccountabilityJson implements AttributeConverter<List<Accountability>, String> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String convertToDatabaseColumn(List<Accountability> answering) {
    try {
      return JSON.writeValueAsString(answering == null ? List.of() : answering);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<Accountability> convertToEntityAttribute(String json) {
    try {
      return json == null ? List.of() : JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
