package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.OutletTerms.BatchReading.TOTAL_VALUE;

/** DT-1: lost waybills between outlets. First match wins. */
record LossTable(OutletTerms.Loss terms, OutletTerms.BatchReading reading, Decisions decisions) {

  OutletDecision decide(OutletCase filed) {
    var single = new Limit("CMPN-20", terms.single());
    var batch = new Limit("CMPN-21", terms.batch());
    var agencySingle = new Limit("CMPN-22", terms.agencySingle());
    var agencyBatch = new Limit("CMPN-23", terms.agencyBatch());
    var steps =
        new FirstMatch<OutletCase, Steps>()
            .row(lost -> !lost.agency() && lost.single(), lost -> waybills(lost, single))
            .row(lost -> !lost.agency() && lost.batch(), lost -> batch(lost, single, batch))
            .row(lost -> lost.agency() && lost.single(), lost -> waybills(lost, agencySingle))
            .otherwise(lost -> batch(lost, agencySingle, agencyBatch))
            .decide(filed);
    return decisions.award(filed, steps);
  }

  private Steps batch(OutletCase lost, Limit each, Limit all) {
    return waybills(lost, each)
        .atMost(all.rule(), all.amount(), Words.of("batch-limit", all.amount()));
  }

  private Steps waybills(OutletCase lost, Limit each) {
    var steps = new Steps();
    var uncapped = lost.batch() && reading == TOTAL_VALUE;
    lost.parcels().forEach(parcel -> add(parcel, each, uncapped, steps));
    return steps;
  }

  /** Less than the tariff is paid as it is (CMPN-24). */
  private static void add(OutletParcel parcel, Limit limit, boolean uncapped, Steps steps) {
    var value = parcel.knownValue("CMPN-24");
    if (uncapped || value.isLessThan(limit.amount())) {
      steps.add("CMPN-24", value, Words.of("actual-value", parcel.waybill(), value));
    } else {
      var words = Words.of("per-waybill", parcel.waybill(), limit.amount(), value);
      steps.add(limit.rule(), limit.amount(), words);
    }
  }
}
