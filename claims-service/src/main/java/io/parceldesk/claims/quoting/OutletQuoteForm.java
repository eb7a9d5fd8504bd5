package io.parceldesk.claims.quoting;

import static io.parceldesk.claims.quoting.QuoteForm.amount;

import io.parceldesk.chassis.money.DecimalAmount;
import io.parceldesk.claims.compensation.DamageKind;
import io.parceldesk.claims.compensation.Filing;
import io.parceldesk.claims.compensation.OutletCase;
import io.parceldesk.claims.compensation.OutletGround;
import io.parceldesk.claims.compensation.OutletParcel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What one outlet may owe another. */
@Schema(
    name = "OutletQuoteForm",
    properties = @SchemaProperty(name = "track", enumeration = "OUTLET"),
    requiredProperties = "track",
    description = "Amounts are in CNY.")
record OutletQuoteForm(
    @NotNull OutletGround ground,
    @NotNull @Schema(description = "Chooses the version of the tariff") LocalDate dispatchedOn,
    @Schema(description = "On the dispatch date, both end days included (AMB-08)")
        boolean destinationInAgencyPeriod,
    @Schema(description = "A batch or a whole bag; without it there is exactly one parcel")
        boolean batch,
    @Schema(description = "Decided by headquarters, not settled between the outlets (AMB-09)")
        boolean arbitrated,
    @Schema(description = "A late transfer by third-party logistics: a fine (CMPN-47)")
        boolean thirdPartyTransfer,
    @NotEmpty @Size(max = 2000) @Valid List<@NotNull ParcelForm> parcels)
    implements QuoteForm {

  /** One parcel. */
  @Schema(
      name = "QuotedParcelForm",
      description = "What is left out is asked for where a rule needs it.")
  record ParcelForm(
      @Pattern(
              regexp = "[A-Za-z0-9-]{6,40}",
              message = "must have 6 to 40 letters, digits or hyphens")
          @Schema(description = "Names the parcel in the answer; #1, #2 … when left out")
          String waybill,
      @DecimalAmount @Schema(description = "Proven value of the contents", examples = "900.00")
          String value,
      @DecimalAmount @Schema(description = "What it lost by damage", examples = "420.00")
          String loss,
      @DecimalMin("0.001")
          @DecimalMax("9999")
          @Digits(integer = 4, fraction = 3)
          @Schema(description = "Of the waybill", examples = "1.000")
          BigDecimal weightKg,
      @Min(0)
          @Max(3650)
          @Schema(description = "Calendar days between the promised and the delivered date")
          Integer daysLate,
      @Schema(description = "Bought on line") boolean ecommerce,
      @Schema(description = "A valid trade screenshot or other proof of the price")
          boolean priceProof,
      @Schema(description = "A formal invoice") boolean invoice,
      @Schema(description = "Of daily use, not a collectible, souvenir or ornament (AMB-05)")
          Boolean practical,
      DamageKind damage) {

    OutletParcel toParcel(int position) {
      return new OutletParcel(
          waybill == null ? "#" + position : waybill,
          amount(value),
          amount(loss),
          weightKg,
          daysLate,
          ecommerce,
          priceProof,
          invoice,
          practical,
          damage);
    }
  }

  OutletCase toCase() {
    return new OutletCase(
        ground,
        destinationInAgencyPeriod,
        batch,
        arbitrated,
        thirdPartyTransfer,
        Filing.complete(),
        IntStream.range(0, parcels.size()).mapToObj(i -> parcels.get(i).toParcel(i + 1)).toList());
  }
}
