package io.parceldesk.claims.quoting;

import io.parceldesk.chassis.language.Language;
import io.parceldesk.claims.compensation.Step;
import io.parceldesk.contracts.Money;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the tariff says. */
@Schema(
    name = "Quote",
    oneOf = {CustomerQuote.class, OutletQuote.class})
sealed interface QuoteView permits CustomerQuote, OutletQuote {

  /** One rule that made it. */
  @Schema(name = "QuoteStep")
  record StepView(
      @Schema(examples = "CMPN-20") String rule,
      @Schema(description = "In the language of Accept-Language, zh-CN or en") String text,
      @Schema(description = "Negative where a limit takes something away") Money amount) {

    static List<StepView> of(List<Step> steps, Language language) {
      return steps.stream()
          .map(step -> new StepView(step.rule(), step.words().in(language), money(step)))
          .toList();
    }

    private static Money money(Step step) {
      return step.amount().toMoney();
    }
  }
}
