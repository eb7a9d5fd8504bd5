package io.parceldesk.claims.payment;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** Above a limit nobody does two steps on the way of the money. */
@ApplicationScoped
class FourEyes {
  private final ClaimRules rules;
  private final CurrentCaller caller;

  FourEyes(ClaimRules rules, CurrentCaller caller) {
    this.rules = rules;
    this.caller = caller;
  }

  void requireOtherThan(String before, Claim claim, BigDecimal amount) {
    var terms = rules.of(claim);
    if (terms.needsFourEyes(new Amount(amount)) && caller.get().name().equals(before)) {
      throw new DomainException(
              403, "four-eyes", "This amount takes another person than the step before")
          .with("above", terms.fourEyesAbove());
    }
  }

  String name() {
    return caller.get().name();
  }
}
