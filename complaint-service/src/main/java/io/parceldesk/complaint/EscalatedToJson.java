package io.parceldesk.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import jakarta.persistence.Converter;

@Converter
class EscalatedToJson extends JsonColumn<EscalationContact> {
  EscalatedToJson() {
    super(new TypeReference<>() {});
  }
}
