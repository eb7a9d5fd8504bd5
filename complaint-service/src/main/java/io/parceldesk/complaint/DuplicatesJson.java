package io.parceldesk.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.contracts.ComplaintEvent.Duplicate;
import jakarta.persistence.Converter;

@Converter
class DuplicatesJson extends JsonColumn<Duplicate> {
  DuplicatesJson() {
    super(new TypeReference<>() {});
  }
}
