package io.parceldesk.claims.quoting;

import static io.parceldesk.claims.quoting.QuoteForm.amount;

import io.parceldesk.chassis.money.DecimalAmount;
import io.parceldesk.claims.Ground;
import io.parceldesk.claims.Route;
import io.parceldesk.claims.compensation.ContractLimit;
import io.parceldesk.claims.compensation.CustomerCase;
import io.parceldesk.claims.compensation.Exemption;
import io.parceldesk.claims.compensation.Mismatch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** What a customer may be owed. */
@Schema(
    name = "CustomerQuoteForm",
    properties = @SchemaProperty(name = "track", enumeration = "CUSTOMER"),
    requiredProperties = "track",
    description = "Amounts are in CNY. One that is left out is asked for where a rule needs it.")
record CustomerQuoteForm(
    @NotNull Ground ground,
    @Schema(description = "No amount depends on it") Route route,
    @NotNull @Schema(description = "Chooses the version of the tariff") LocalDate dispatchedOn,
    @DecimalAmount @Schema(description = "The service fee without surcharges", examples = "18.00")
        String freight,
    @DecimalAmount
        @Schema(description = "Premium, packing and the like; never returned", examples = "7.00")
        String surcharges,
    @DecimalAmount
        @Schema(description = "Left out or 0.00 where nothing was insured", examples = "2000.00")
        String insuredAmount,
    @DecimalAmount @Schema(description = "Of all goods", examples = "800.00") String value,
    @DecimalAmount
        @Schema(
            description = "What they lost of it by damage; a loss is of all goods",
            examples = "200.00")
        String loss,
    @Schema(description = "Value was destroyed: all of it where no loss is given")
        boolean valueDestroyed,
    @Schema(description = "On the ground MISMATCH: other goods, or another quantity or weight")
        Mismatch mismatch,
    @Schema(description = "NONE when left out") Exemption exemption,
    @Valid ContractLimitForm contractLimit)
    implements QuoteForm {

  /** A limit of the contract for goods that are not insured. */
  @Schema(
      name = "ContractLimitForm",
      description = "Counts only if clearly pointed out, and without gross negligence (REG-05)")
  record ContractLimitForm(
      @DecimalMin(value = "0", inclusive = false)
          @DecimalMax("1000")
          @Digits(integer = 4, fraction = 2)
          @Schema(description = "What the tariff says when left out", examples = "5")
          BigDecimal timesFreight,
      boolean prominentNotice,
      boolean grossNegligence) {}

  CustomerCase toCase() {
    return new CustomerCase(
        ground,
        amount(freight),
        amount(surcharges),
        amount(insuredAmount),
        amount(value),
        amount(loss),
        valueDestroyed,
        mismatch,
        exemption == null ? Exemption.NONE : exemption,
        limit());
  }

  private ContractLimit limit() {
    return contractLimit == null
        ? ContractLimit.none()
        : new ContractLimit(
            contractLimit.timesFreight,
            contractLimit.prominentNotice,
            contractLimit.grossNegligence);
  }
}
