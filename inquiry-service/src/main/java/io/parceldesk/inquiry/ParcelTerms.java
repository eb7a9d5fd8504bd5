package io.parceldesk.inquiry;

import io.parceldesk.contracts.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What was agreed when a parcel was taken over; amounts in CNY. All but route and dispatch day may
 * be null where they were not told.
 */
@Embeddable
public record ParcelTerms(
    @Enumerated(EnumType.STRING) Route route,
    LocalDate dispatchedOn,
    Instant promisedAt,
    String fromOutlet,
    String toOutlet,
    BigDecimal freight,
    BigDecimal insuredAmount) {

  public Money freightMoney() {
    return freight == null ? null : Money.cny(freight);
  }

  public Money insuredMoney() {
    return insuredAmount == null ? null : Money.cny(insuredAmount);
  }
}
