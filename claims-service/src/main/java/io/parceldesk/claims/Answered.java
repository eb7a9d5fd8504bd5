package io.parceldesk.claims;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;

/**
 * What the responsible outlet said to the announcement.
 *
 * @param answer null while there is time
 * @param statement its words, sealed, or null
 * @param filingOpen whether headquarters may be asked (AMB-15)
 */
@Embeddable
public record Answered(
    @Enumerated(EnumType.STRING) DisputeAnswer answer,
    Instant answeredAt,
    String statement,
    boolean filingOpen) {
  static final Answered NOT_YET = new Answered(null, null, null, false);

  /** An outlet that kept silent may still answer (ARB-06). */
  boolean canStillBeGiven() {
    return answer == null || answer == DisputeAnswer.SILENT;
  }

  Answered with(DisputeAnswer said, String sealed, Instant now) {
    return new Answered(said, now, sealed, filingOpen || said == DisputeAnswer.REFUSED);
  }

  Answered silent() {
    return new Answered(DisputeAnswer.SILENT, answeredAt, statement, true);
  }

  Answered openForFiling() {
    return new Answered(answer, answeredAt, statement, true);
  }
}
