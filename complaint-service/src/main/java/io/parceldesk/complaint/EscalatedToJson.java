package io.parceldesk.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps those whom a complaint was raised to in its row. */
@Converter
class EscalatedToJson implements AttributeConverter<List<EscalationContact>, String> {
  @Override
  public String convertToDatabaseColumn(List<EscalationContact> people) {
    return JsonColumn.write(people);
  }

  @Override
  public List<EscalationContact> convertToEntityAttribute(String json) {
    return JsonColumn.read(json, new TypeReference<>() {});
  }
}
