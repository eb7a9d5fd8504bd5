package io.parceldesk.claims.compensation;

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
