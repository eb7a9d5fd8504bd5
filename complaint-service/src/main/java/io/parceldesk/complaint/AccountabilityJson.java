package io.parceldesk.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

@Converter
class AccountabilityJson extends JsonColumn<Accountability> {
  AccountabilityJson() {
    super(new TypeReference<>() {});
  }
}
