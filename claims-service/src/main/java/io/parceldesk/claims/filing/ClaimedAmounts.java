package io.parceldesk.claims.filing;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.money.MoneyForm;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.claims.ClaimRules;
import jakarta.enterprise.context.ApplicationScoped;

/** Refuses amounts that nobody means. */
@ApplicationScoped
class ClaimedAmounts {
  private final ClaimRules rules;

  ClaimedAmounts(ClaimRules rules) {
    this.rules = rules;
  }

  void requireSane(MoneyForm claimed) {
    var amount = new Amount(claimed.toAmount());
    if (amount.isZero()) {
      throw new InvalidBody("/claimed/amount", "must be more than nothing");
    }
    var most = rules.current().terms().amountAtMost();
    if (amount.isMoreThan(most)) {
      throw new DomainException(422, "amount-too-large", "No claim comes to more than " + most);
    }
  }
}
