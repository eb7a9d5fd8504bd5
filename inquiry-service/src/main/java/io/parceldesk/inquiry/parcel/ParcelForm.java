package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.money.MoneyForm;
import io.parceldesk.inquiry.ParcelTerms;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Route;
import io.parceldesk.inquiry.Scan;
import io.parceldesk.inquiry.ScanKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A parcel as the courier's systems tell it, one line of NDJSON. */
record ParcelForm(
    @NotBlank @Pattern(regexp = "[0-9A-Z-]{6,40}", message = "must have 6 to 40 digits or capitals")
        String waybill,
    @NotNull Route route,
    @NotNull LocalDate dispatchedOn,
    Instant promisedAt,
    @Size(min = 1, max = 40) String fromOutlet,
    @Size(min = 1, max = 40) String toOutlet,
    @Valid MoneyForm freight,
    @Valid MoneyForm insuredAmount,
    @NotNull @Valid PartyForm sender,
    @NotNull @Valid PartyForm recipient,
    @Size(max = 200) List<@NotNull @Valid ScanForm> scans) {

  ParcelTerms terms() {
    return new ParcelTerms(
        route,
        dispatchedOn,
        promisedAt == null ? null : promisedAt.truncatedTo(ChronoUnit.MILLIS),
        fromOutlet,
        toOutlet,
        freight == null ? null : freight.toAmount(),
        insuredAmount == null ? null : insuredAmount.toAmount());
  }

  List<Scan> toScans() {
    return scans == null ? List.of() : scans.stream().map(ScanForm::toScan).toList();
  }

  record PartyForm(
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Size(max = 40) String phone,
      @Size(max = 300) String address) {
    Party toParty(String pointer) {
      return new Party(name.strip(), Phone.parse(phone, pointer + "/phone"), address);
    }
  }

  record ScanForm(
      @NotNull Instant at, @NotNull ScanKind kind, @NotBlank @Size(max = 40) String outlet) {
    Scan toScan() {
      return new Scan(at.truncatedTo(ChronoUnit.MILLIS), kind, outlet);
    }
  }
}
