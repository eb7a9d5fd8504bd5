package io.parceldesk.claims;

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
import java.io.IOException;
import java.io.InputStream;

/** Terms as they are stored and shipped: every value is there, none is unknown. */
final class ClaimTermsJson {
  private static final ObjectMapper JSON = strict(new JsonFactory());
  private static final ObjectMapper YAML = strict(new YAMLFactory());

  private ClaimTermsJson() {}

  /** The same text for the same content, so that it can be compared by its hash. */
  static String write(ClaimTerms terms) {
    try {
      return JSON.writeValueAsString(terms);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ClaimTerms read(String terms) {
    try {
      return JSON.readValue(terms, ClaimTerms.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ClaimTerms read(JsonNode terms) throws JsonProcessingException {
    return JSON.treeToValue(terms, ClaimTerms.class);
  }

  static ClaimTerms readYaml(InputStream file) throws IOException {
    return YAML.readValue(file, ClaimTerms.class);
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
