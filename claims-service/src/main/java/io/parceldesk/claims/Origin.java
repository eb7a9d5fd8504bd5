package io.parceldesk.claims;

import io.parceldesk.contracts.CaseRef;
import jakarta.persistence.Embeddable;

/** The case that a claim came from. */
@Embeddable
public record Origin(String originNumber, String originKind) {
  static Origin of(CaseRef origin) {
    return origin == null ? null : new Origin(origin.number(), origin.kind());
  }

  static CaseRef ref(Origin origin) {
    return origin == null ? null : new CaseRef(origin.originNumber, origin.originKind);
  }
}
