package io.parceldesk.claims;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Above a limit nobody does two steps on the way of the money, wherever it goes. */
@ApplicationScoped
public class FourEyes {
  private final ClaimRules rules;
  private final CurrentCaller caller;

  FourEyes(ClaimRules rules, CurrentCaller caller) {
    this.rules = rules;
    this.caller = caller;
  }

  /**
   * Refused by the rule of the step.
   *
   * @param before who did the step before it; null: nobody knows
   */
  public void requireOtherThan(String before, Claim claim, BigDecimal amount, String rule) {
    var terms = rules.of(claim);
    if (terms.needsFourEyes(new Amount(amount)) && caller.get().name().equals(before)) {
      throw DomainException.refusedByRule(
              rule, "four-eyes", "This amount takes another person than the step before")
          .with("above", terms.fourEyesAbove());
    }
  }

  public String name() {
    return caller.get().name();
  }
}
