package io.parceldesk.inquiry;

import io.parceldesk.contracts.Money;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What was agreed when a parcel was taken over; amounts in CNY, weight in kilograms with three
 * decimals. All but route and dispatch day may be null where they were not told.
 *
 * @param cod to be collected from the recipient
 */
@Embeddable
public record ParcelTerms(
    @Enumerated(EnumType.STRING) Route route,
    LocalDate dispatchedOn,
    Instant promisedAt,
    String fromOutlet,
    String toOutlet,
    BigDecimal freight,
    BigDecimal insuredAmount,
    String product,
    @Enumerated(EnumType.STRING) DeliveryMode deliveryMode,
    String goods,
    Integer pieces,
    BigDecimal weightKg,
    BigDecimal cod) {

  /** Of a parcel that only its scans have told of. */
  static final ParcelTerms UNKNOWN =
      new ParcelTerms(null, null, null, null, null, null, null, null, null, null, null, null, null);

  public Money freightMoney() {
    return money(freight);
  }

  public Money insuredMoney() {
    return money(insuredAmount);
  }

  public Money codMoney() {
    return money(cod);
  }

  private static Money money(BigDecimal amount) {
    return amount == null ? null : Money.cny(amount);
  }
}
