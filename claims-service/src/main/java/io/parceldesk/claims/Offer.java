package io.parceldesk.claims;

import io.parceldesk.contracts.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a claimant is offered (CLM-04).
 *
 * @param quoted what the tariff gives
 * @param tariff {@code id@version}
 * @param offerReason why the offer differs from the quote, else null
 */
@Embeddable
public record Offer(
    BigDecimal offered,
    BigDecimal quoted,
    String tariff,
    String offerReason,
    String offeredBy,
    Instant offeredAt) {

  /** How an offer stands to what the tariff gives. */
  public enum Deviation {
    AS_QUOTED,
    BELOW,
    ABOVE
  }

  public Deviation deviation() {
    var compared = offered.compareTo(quoted);
    return compared == 0 ? Deviation.AS_QUOTED : compared < 0 ? Deviation.BELOW : Deviation.ABOVE;
  }

  public Money amount() {
    return Money.cny(offered);
  }
}
