package io.parceldesk.claims;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What the responsible outlet was told, and until when it has time (ARB-06).
 *
 * @param announcement what it says of people and accounts, sealed; null once nobody may know it
 * @param recipientVerified how the recipient confirmed it (AMB-32)
 * @param announcedAt from when on both clocks run (AMB-14, AMB-15)
 * @param readAt the responsible outlet's receipt, kept as evidence, or null
 */
@Embeddable
public record Publication(
    String announcement,
    String recipientVerified,
    Instant announcedAt,
    Instant answerBy,
    Instant negotiateUntil,
    Instant readAt) {

  Publication readOn(Instant at) {
    return new Publication(
        announcement, recipientVerified, announcedAt, answerBy, negotiateUntil, at);
  }

  boolean isAnswerOverdue(Instant now) {
    return !now.isBefore(answerBy);
  }

  boolean isNegotiated(Instant now) {
    return now.isBefore(negotiateUntil);
  }
}
