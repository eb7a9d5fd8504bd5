package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.Harm.DELAY;
import static io.parceldesk.claims.compensation.Harm.FULL_DAMAGE;
import static io.parceldesk.claims.compensation.Harm.LOSS;
import static io.parceldesk.claims.compensation.Harm.PARTIAL_DAMAGE;

import io.parceldesk.claims.Ground;

/** What a customer gets back of the service fee; never of the surcharges. First match wins. */
record FreightTable(CustomerTerms terms) {

  Steps decide(CustomerCase claim, Harm harm) {
    var steps =
        new FirstMatch<CustomerCase, Steps>()
            .row(c -> c.ground() == Ground.DELAY && waives(DELAY), c -> whole(c, "CMPN-02"))
            .row(c -> harm == LOSS && waives(LOSS), c -> whole(c, "CMPN-04"))
            .row(c -> harm == FULL_DAMAGE && waives(FULL_DAMAGE), c -> whole(c, "CMPN-07"))
            .row(c -> harm == PARTIAL_DAMAGE && waives(PARTIAL_DAMAGE), FreightTable::part)
            .otherwise(c -> new Steps())
            .decide(claim);
    if (claim.surcharges() != null && !claim.surcharges().isZero()) {
      steps.note("CMPN-02", Words.of("surcharges", claim.surcharges()));
    }
    return steps;
  }

  private boolean waives(Harm harm) {
    return terms.waiveServiceFeeOn().contains(harm);
  }

  private static Steps whole(CustomerCase claim, String rule) {
    var freight = claim.knownFreight(rule);
    return new Steps().add(rule, freight, Words.of("freight", freight));
  }

  /** In proportion to the damage, where the tariff wants it (AMB-22). */
  private static Steps part(CustomerCase claim) {
    var freight = claim.knownFreight("CMPN-08");
    var part = freight.share(claim.knownLoss("CMPN-08"), claim.knownValue("CMPN-08"));
    return new Steps().add("CMPN-08", part, Words.of("freight.part", freight, part));
  }
}
