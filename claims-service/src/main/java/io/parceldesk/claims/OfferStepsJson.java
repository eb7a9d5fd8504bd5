package io.parceldesk.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the explanation of an offer in the row of its claim. */
@Converter
class OfferStepsJson implements AttributeConverter<List<OfferStep>, String> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String convertToDatabaseColumn(List<OfferStep> steps) {
    try {
      return JSON.writeValueAsString(steps == null ? List.of() : steps);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public List<OfferStep> convertToEntityAttribute(String json) {
    try {
      return json == null ? List.of() : JSON.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
