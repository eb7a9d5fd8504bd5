package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.money.MoneyForm;
import io.parceldesk.inquiry.DeliveryMode;
import io.parceldesk.inquiry.ParcelTerms;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Route;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A parcel as the courier's systems tell it, one line of NDJSON. */
record ParcelForm(
    @NotBlank @Pattern(regexp = WAYBILL, message = WAYBILL_MESSAGE) String waybill,
    @NotNull Route route,
    @NotNull LocalDate dispatchedOn,
    Instant promisedAt,
    @Size(min = 1, max = 40) String fromOutlet,
    @Size(min = 1, max = 40) String toOutlet,
    @Valid MoneyForm freight,
    @Valid MoneyForm insuredAmount,
    @Valid MoneyForm cod,
    @Size(min = 1, max = 60) String product,
    DeliveryMode deliveryMode,
    @Size(min = 1, max = 100) String goods,
    @Min(1) @Max(10_000) Integer pieces,
    @DecimalMin("0") @DecimalMax("100000") BigDecimal weightKg,
    @NotNull @Valid PartyForm sender,
    @NotNull @Valid PartyForm recipient,
    @Size(max = 200) List<@NotNull @Valid ScanForm> scans) {
  static final String WAYBILL = "[0-9A-Z-]{6,40}";
  static final String WAYBILL_MESSAGE = "must have 6 to 40 digits or capitals";

  ParcelTerms terms() {
    return new ParcelTerms(
        route,
        dispatchedOn,
        promisedAt == null ? null : promisedAt.truncatedTo(ChronoUnit.MILLIS),
        fromOutlet,
        toOutlet,
        amount(freight),
        amount(insuredAmount),
        product,
        deliveryMode,
        goods,
        pieces,
        weightKg == null ? null : weightKg.setScale(3, RoundingMode.HALF_UP),
        amount(cod));
  }

  List<ScanForm> scansOrNone() {
    return scans == null ? List.of() : scans;
  }

  private static BigDecimal amount(MoneyForm money) {
    return money == null ? null : money.toAmount();
  }

  record PartyForm(
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 40) String phone,
      @Size(max = 300) String address) {
    Party toParty(String pointer) {
      return new Party(name.strip(), Phone.parse(phone, pointer + "/phone"), address);
    }
  }
}
