package io.parceldesk.claims.quoting;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.language.Language;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.compensation.Outcome;
import io.parceldesk.claims.compensation.OutletDecision;
import io.parceldesk.claims.compensation.OutletDecision.Awarded;
import io.parceldesk.claims.compensation.OutletDecision.Fined;
import io.parceldesk.claims.compensation.OutletDecision.Referred;
import io.parceldesk.claims.compensation.OutletDecision.Returned;
import io.parceldesk.claims.compensation.Shares;
import io.parceldesk.contracts.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What one outlet owes another. */
@Schema(name = "OutletQuote")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutletQuote(
    @Schema(description = "AWARD, PENALTY, REFER or RETURN") Outcome outcome,
    @Schema(description = "0.00 with PENALTY; none with REFER and RETURN") Money award,
    @Schema(description = "With PENALTY: the fine to headquarters") Money penalty,
    @Schema(description = "The award and the fee on top, or the fine") Money liablePays,
    @Schema(description = "The award less the fee") Money winnerNets,
    @Schema(description = "The difference") Money headquartersKeeps,
    @Schema(description = "The parcels that are referred or returned") List<String> waybills,
    @Schema(description = "The rules that made it; they add up to the award, or to the fine")
        List<StepView> steps,
    @Schema(examples = "outlet-award@1") String tariff)
    implements QuoteView {

  static OutletQuote of(OutletDecision decision, Language language) {
    if (decision instanceof Awarded awarded) {
      return amounts(awarded, awarded.award(), null, awarded.shares(), language);
    }
    if (decision instanceof Fined fined) {
      return amounts(fined, Amount.ZERO, fined.penalty().toMoney(), fined.shares(), language);
    }
    return decision instanceof Referred referred
        ? withoutAmounts(referred, referred.waybills(), language)
        : withoutAmounts(decision, ((Returned) decision).waybills(), language);
  }

  private static OutletQuote amounts(
      OutletDecision decision, Amount award, Money penalty, Shares shares, Language language) {
    return new OutletQuote(
        decision.outcome(),
        award.toMoney(),
        penalty,
        shares.liablePays().toMoney(),
        shares.winnerNets().toMoney(),
        shares.headquartersKeeps().toMoney(),
        null,
        StepView.of(decision.steps(), language),
        decision.tariff());
  }

  private static OutletQuote withoutAmounts(
      OutletDecision decision, List<String> waybills, Language language) {
    return new OutletQuote(
        decision.outcome(),
        null,
        null,
        null,
        null,
        null,
        waybills,
        StepView.of(decision.steps(), language),
        decision.tariff());
  }
}
