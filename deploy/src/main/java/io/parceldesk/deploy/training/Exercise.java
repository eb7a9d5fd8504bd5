package io.parceldesk.deploy.training;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/**
 * One request that the service is trained with.
 *
 * @param role null for a request without a token
 * @param body null for a request without one
 */
record Exercise(String role, String method, String path, JsonNode body) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /** What the service's image is trained with. */
  static List<Exercise> of(String service) throws IOException {
    try (var file = Exercise.class.getResourceAsStream(service + ".json")) {
      if (file == null) {
        throw new IllegalArgumentException("There are no exercises for " + service + ".");
      }
      return List.of(JSON.readValue(file, Exercise[].class));
    }
  }
}
