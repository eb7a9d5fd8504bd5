package io.parceldesk.chassis.shipped;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Terms as they are stored and shipped: every value is there, none is unknown. */
public final class TermsJson {
  private static final ObjectMapper JSON = strict(new JsonFactory());
  private static final ObjectMapper YAML = strict(new YAMLFactory());

  private TermsJson() {}

  /** The same text for the same content, so that it can be compared by its hash. */
  public static String write(Object terms) {
    try {
      return JSON.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public static <T> T read(String terms, Class<T> type) {
    try {
      return JSON.readValue(terms, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What somebody sent; an exception says what is wrong with it. */
  public static <T> T read(JsonNode terms, Class<T> type) throws JsonProcessingException {
    return JSON.treeToValue(terms, type);
  }

  /** What comes with a release. */
  public static <T> T shipped(String path, Class<T> type) {
    return ShippedFile.read(path, file -> YAML.readValue(file, type));
  }

  private static ObjectMapper strict(JsonFactory format) {
    return JsonMapper.builder(format)
        .addModule(new JavaTimeModule())
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .build();
  }
}
