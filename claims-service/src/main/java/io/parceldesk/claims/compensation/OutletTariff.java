package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;

/**
 * The tariff of awards between outlets, in one version. What a customer gets never depends on it
 * (CMPN-01).
 *
 * @param reference {@code id@version}
 */
public record OutletTariff(String reference, OutletTerms terms) {

  public OutletDecision assess(OutletCase filed) {
    var decisions = new Decisions(terms.fee(), reference);
    return new AdmissibilityTable(terms.reports(), decisions)
        .decide(filed, admitted -> byGround(admitted, decisions));
  }

  /** What the arbitrator sets where no table has an amount: an award like others (CMPN-34). */
  public OutletDecision.Awarded awarded(OutletCase filed, Amount set) {
    var steps = new Steps().add("CMPN-34", set, Words.of("arbitrated"));
    return new Decisions(terms.fee(), reference).award(filed, steps);
  }

  private OutletDecision byGround(OutletCase filed, Decisions decisions) {
    return switch (filed.ground()) {
      case LOSS -> new LossTable(terms.loss(), terms.batchReading(), decisions).decide(filed);
      case DAMAGE ->
          new DamageTable(terms.damage(), terms.loss().single(), decisions).decide(filed);
      case DELAY ->
          new DelayTable(terms.delay(), terms.thirdPartyTransfer(), terms.batchReading(), decisions)
              .decide(filed);
    };
  }
}
