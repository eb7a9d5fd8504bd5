package io.parceldesk.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps the short list of those who answer for a loss in the row of its complaint. */
@Converter
class AccountabilityJson implements AttributeConverter<List<Accountability>, String> {
  @Override
  public String convertToDatabaseColumn(List<Accountability> answering) {
    return JsonColumn.write(answering);
  }

  @Override
  public List<Accountability> convertToEntityAttribute(String json) {
    return JsonColumn.read(json, new TypeReference<>() {});
  }
}
