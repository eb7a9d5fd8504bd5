package io.parceldesk.inquiry;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * The one-time code that a customer got for a case: sealed for the message, as a fingerprint for
 * finding the case again.
 *
 * @param accessCodeUntil the first instant at which it opens nothing any more
 */
@Embeddable
public record AccessCode(String accessCode, String accessCodeIndex, Instant accessCodeUntil) {
  boolean isValid(Instant now) {
    return now.isBefore(accessCodeUntil);
  }
}
