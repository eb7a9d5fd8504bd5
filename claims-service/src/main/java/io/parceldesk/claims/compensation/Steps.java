package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;
import java.util.ArrayList;
import java.util.List;

/** Adds up steps as rules are found to hold. */
final class Steps {
  private final List<Step> steps = new ArrayList<>();
  private Amount total = Amount.ZERO;

  Steps add(String rule, Amount amount, Words words) {
    steps.add(new Step(rule, words, amount));
    total = total.plus(amount);
    return this;
  }

  /** A rule that changes no amount. */
  Steps note(String rule, Words words) {
    return add(rule, Amount.ZERO, words);
  }

  /** Takes away what is above the limit; a limit that was not reached is a step of 0.00. */
  Steps atMost(String rule, Amount limit, Words words) {
    return add(rule, total.atMost(limit).minus(total), words);
  }

  Steps addAll(Steps more) {
    more.steps.forEach(step -> add(step.rule(), step.amount(), step.words()));
    return this;
  }

  Amount total() {
    return total;
  }

  List<Step> list() {
    return List.copyOf(steps);
  }
}
