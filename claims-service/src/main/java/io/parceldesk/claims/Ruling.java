package io.parceldesk.claims;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.compensation.Outcome;
import io.parceldesk.claims.compensation.OutletParcel;
import java.time.Instant;
import java.util.List;

/**
 * What headquarters decided (ARB-08). It can be told again later: it keeps what it was made of.
 *
 * @param outcome AWARD, REFER where the arbitrator set the amount (CMPN-34), or PENALTY
 * @param award what the filing outlet is awarded, 0.00 with a penalty
 * @param penalty the fine to headquarters, 0.00 with an award
 * @param feeOnTop what those who are liable pay headquarters on top of the award (CMPN-25)
 * @param feeHeld what headquarters keeps of the award
 * @param liability empty where the filer is fined
 * @param agency whether the destination was in its agency period on the dispatch date (AMB-08)
 * @param practicalReason why goods count as practical or not (AMB-05), or null
 * @param steps the rules that made it
 */
public record Ruling(
    Outcome outcome,
    boolean falseReport,
    Amount award,
    Amount penalty,
    Amount feeOnTop,
    Amount feeHeld,
    List<Liability> liability,
    boolean agency,
    List<OutletParcel> parcels,
    String tariff,
    List<Step> steps,
    String reason,
    String practicalReason,
    String by,
    Instant ruledAt) {

  /** The rule of the first step that made an amount. */
  public String rule() {
    return steps.stream()
        .filter(step -> !step.amount().equals("0.00"))
        .findFirst()
        .map(Step::rule)
        .orElse("ARB-08");
  }

  /** One rule that made it; the amount may be negative. */
  public record Step(String rule, String zh, String en, String amount) {}
}
