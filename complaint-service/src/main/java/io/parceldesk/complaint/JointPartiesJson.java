package io.parceldesk.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;

@Converter
class JointPartiesJson extends JsonColumn<JointParty> {
  JointPartiesJson() {
    super(new TypeReference<>() {});
  }
}
