package io.parceldesk.claims.compensation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;

/** Terms as they are stored and shipped: every value is there, none is unknown. */
final class TariffJson {
  private static final ObjectMapper JSON = strict(new JsonFactory());
  private static final ObjectMapper YAML = strict(new YAMLFactory());

  private TariffJson() {}

  /** The same text for the same content, so that it can be compared by its hash. */
  static String write(Object terms) {
    try {
      return JSON.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Object read(TariffId id, String terms) {
    try {
      return JSON.readValue(terms, id.terms());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Object read(TariffId id, JsonNode terms) throws JsonProcessingException {
    return JSON.treeToValue(terms, id.terms());
  }

  static Object readYaml(TariffId id, InputStream file) throws IOException {
    return YAML.readValue(file, id.terms());
  }

  private static ObjectMapper strict(JsonFactory format) {
    return JsonMapper.builder(format)
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .build();
  }
}
