package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.Ground.DAMAGE;
import static io.parceldesk.claims.Ground.DELAY;
import static io.parceldesk.claims.Ground.LOSS;
import static io.parceldesk.claims.compensation.Exemption.FORCE_MAJEURE;
import static io.parceldesk.claims.compensation.Exemption.NONE;
import static io.parceldesk.claims.compensation.Outcome.AWARD;
import static io.parceldesk.claims.compensation.Outcome.EXEMPT;

/** The table of what customers are owed. First match wins. */
record CustomerTable(CustomerTerms terms, String tariff) {

  Compensation decide(CustomerCase claim) {
    return new FirstMatch<CustomerCase, Compensation>()
        .row(CustomerTable::isExempt, this::exempt)
        .otherwise(this::compensate)
        .decide(claim);
  }

  /** What happened to the goods; a delay that destroyed them has harmed them (CMPN-03). */
  static Harm harmOf(CustomerCase claim) {
    return new FirstMatch<CustomerCase, Harm>()
        .row(c -> c.ground() == DELAY && !c.valueDestroyed(), c -> Harm.DELAY)
        .row(c -> c.ground() == LOSS, c -> Harm.LOSS)
        .row(c -> c.ground() == DAMAGE || c.ground() == DELAY, CustomerTable::damage)
        .row(c -> c.knownMismatch("CMPN-09") == Mismatch.NAME, c -> Harm.FULL_DAMAGE)
        .otherwise(c -> Harm.PARTIAL_DAMAGE)
        .decide(claim);
  }

  private static Harm damage(CustomerCase claim) {
    return claim.isWhollyDestroyed() ? Harm.FULL_DAMAGE : Harm.PARTIAL_DAMAGE;
  }

  /** Force majeure does not free from what was insured (CLM-13 b). */
  private static boolean isExempt(CustomerCase claim) {
    return claim.exemption() != NONE && !(claim.exemption() == FORCE_MAJEURE && claim.isInsured());
  }

  private Compensation exempt(CustomerCase claim) {
    var steps = new Steps();
    steps.note("CLM-13", Words.of("exempt." + claim.exemption()));
    var freight = new Steps();
    if (claim.exemption() == FORCE_MAJEURE
        && claim.hasPerished()
        && terms.refundFreightOnForceMajeureLoss()) {
      var paid = claim.knownFreight("REG-05");
      freight.add("REG-05", paid, Words.of("freight.perished", paid));
    }
    return result(EXEMPT, steps, freight);
  }

  private Compensation compensate(CustomerCase claim) {
    var goods = new GoodsTable(terms).decide(claim, harmOf(claim));
    return result(AWARD, goods, new FreightTable(terms).decide(claim, harmOf(claim)));
  }

  private Compensation result(Outcome outcome, Steps goods, Steps freight) {
    var all = new Steps().addAll(goods).addAll(freight);
    return new Compensation(
        outcome, all.total(), goods.total(), freight.total(), all.list(), tariff);
  }
}
