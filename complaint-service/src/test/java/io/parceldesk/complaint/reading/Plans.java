package io.parceldesk.complaint.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What PostgreSQL says of how it will find rows. */
final class Plans {
  private static final JsonMapper JSON = new JsonMapper();

  private Plans() {}

  static JsonNode read(String explained) {
    try {
      return JSON.readTree(explained);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
