package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.money.DecimalAmount;
import io.parceldesk.claims.compensation.DamageKind;
import io.parceldesk.claims.compensation.OutletParcel;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A parcel of a report, or what headquarters found of it: then what is left out stays as it was.
 */
record DisputedParcelForm(
    @NotNull
        @Pattern(
            regexp = "[A-Za-z0-9-]{6,40}",
            message = "must have 6 to 40 letters, digits or hyphens")
        String waybill,
    @DecimalAmount @Schema(description = "Proven value, in CNY", examples = "900.00") String value,
    @DecimalAmount @Schema(description = "What it lost, in CNY", examples = "420.00") String loss,
    @DecimalMin("0.001") @DecimalMax("9999") @Digits(integer = 4, fraction = 3) BigDecimal weightKg,
    @Min(0) @Max(3650) Integer daysLate,
    Boolean ecommerce,
    Boolean priceProof,
    Boolean invoice,
    @Schema(description = "Of daily use; only the arbitrator says so, with a reason (AMB-05)")
        Boolean practical,
    DamageKind damage) {

  OutletParcel toParcel() {
    return over(new OutletParcel(waybill, null, null, null, null, false, false, false, null, null));
  }

  OutletParcel over(OutletParcel known) {
    return new OutletParcel(
        waybill,
        value == null ? known.value() : Amount.of(value),
        loss == null ? known.loss() : Amount.of(loss),
        weightKg == null ? known.weightKg() : weightKg,
        daysLate == null ? known.daysLate() : daysLate,
        ecommerce == null ? known.ecommerce() : ecommerce,
        priceProof == null ? known.priceProof() : priceProof,
        invoice == null ? known.invoice() : invoice,
        practical == null ? known.practical() : practical,
        damage == null ? known.damage() : damage);
  }
}
