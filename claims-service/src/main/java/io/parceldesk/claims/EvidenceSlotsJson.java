package io.parceldesk.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.EnumSet;
import java.util.Set;

/** Keeps the few places of a case's checklist that something is true of in the case's row. */
@Converter
class EvidenceSlotsJson implements AttributeConverter<Set<EvidenceSlot>, String> {
  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public String convertToDatabaseColumn(Set<EvidenceSlot> slots) {
    try {
      return JSON.writeValueAsString(slots == null ? Set.of() : slots);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Set<EvidenceSlot> convertToEntityAttribute(String json) {
    try {
      return json == null
          ? EnumSet.noneOf(EvidenceSlot.class)
          : JSON.readValue(json, new TypeReference<EnumSet<EvidenceSlot>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
