package io.parceldesk.claims.quoting;

import io.parceldesk.chassis.language.Language;
import io.parceldesk.claims.compensation.Compensation;
import io.parceldesk.claims.compensation.Outcome;
import io.parceldesk.contracts.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a customer is owed. */
@Schema(name = "CustomerQuote")
record CustomerQuote(
    @Schema(description = "AWARD or EXEMPT; a person confirms an exemption (REG-10)")
        Outcome outcome,
    @Schema(description = "Goods and freight together") Money award,
    Money goods,
    @Schema(description = "What is returned of the service fee") Money freight,
    @Schema(description = "The rules that made it; they add up to the award") List<StepView> steps,
    @Schema(examples = "customer-compensation@1") String tariff)
    implements QuoteView {

  static CustomerQuote of(Compensation result, Language language) {
    return new CustomerQuote(
        result.outcome(),
        result.award().toMoney(),
        result.goods().toMoney(),
        result.freight().toMoney(),
        StepView.of(result.steps(), language),
        result.tariff());
  }
}
