package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.OutletDecision.Payer.LIABLE;
import static io.parceldesk.claims.compensation.OutletTerms.BatchReading.TOTAL_VALUE;
import static io.parceldesk.claims.compensation.OutletTerms.LowValueReading.INSTEAD;

import io.parceldesk.chassis.money.Amount;
import java.util.function.Function;

/** DT-3: late waybills between outlets, and late transfers. First match wins. */
record DelayTable(
    OutletTerms.Delay terms,
    OutletTerms.Transfer transfer,
    OutletTerms.BatchReading reading,
    Decisions decisions) {

  /** What a day gives, and the most that a waybill does. */
  private record Rate(Limit perDay, Limit most) {}

  OutletDecision decide(OutletCase filed) {
    var batch = new Limit("CMPN-43", terms.batch());
    var agencyBatch = new Limit("CMPN-46", terms.agencyBatch());
    return new FirstMatch<OutletCase, OutletDecision>()
        .row(OutletCase::thirdPartyTransfer, this::fine)
        .row(late -> !late.agency() && late.single(), late -> award(late, this::byWeight))
        .row(late -> !late.agency() && late.batch(), late -> batch(late, this::byWeight, batch))
        .row(late -> late.agency() && late.single(), late -> award(late, this::ofAgency))
        .otherwise(late -> batch(late, this::ofAgency, agencyBatch))
        .decide(filed);
  }

  private OutletDecision award(OutletCase late, Function<OutletParcel, Rate> rate) {
    return decisions.award(late, waybills(late, rate));
  }

  private OutletDecision batch(OutletCase late, Function<OutletParcel, Rate> rate, Limit all) {
    var words = Words.of("batch-limit", all.amount());
    return decisions.award(late, waybills(late, rate).atMost(all.rule(), all.amount(), words));
  }

  /** A fine to headquarters, no award (AMB-33). */
  private OutletDecision fine(OutletCase filed) {
    var steps = new Steps();
    filed.parcels().forEach(parcel -> addDays(parcel, "CMPN-47", transfer.perDay(), steps));
    steps.atMost("CMPN-47", transfer.batch(), Words.of("fine-limit", transfer.batch()));
    return decisions.fine(LIABLE, steps);
  }

  private Rate byWeight(OutletParcel parcel) {
    var perDay = new Limit("CMPN-40", terms.perDay());
    var light = parcel.knownWeight("CMPN-41").compareTo(terms.lightMaxKg()) <= 0;
    return light
        ? new Rate(perDay, new Limit("CMPN-41", terms.capLight()))
        : new Rate(perDay, new Limit("CMPN-42", terms.capHeavy()));
  }

  private Rate ofAgency(OutletParcel parcel) {
    return new Rate(
        new Limit("CMPN-45", terms.agencyPerDay()), new Limit("CMPN-45", terms.agencyCap()));
  }

  private Steps waybills(OutletCase late, Function<OutletParcel, Rate> rate) {
    var uncapped = late.batch() && reading == TOTAL_VALUE;
    var steps = new Steps();
    late.parcels().forEach(parcel -> steps.addAll(waybill(parcel, rate.apply(parcel), uncapped)));
    return steps;
  }

  private Steps waybill(OutletParcel parcel, Rate rate, boolean uncapped) {
    var steps = new Steps();
    addDays(parcel, rate.perDay().rule(), rate.perDay().amount(), steps);
    var most = rate.most();
    if (!uncapped) {
      var words = Words.of("delay-limit", parcel.waybill(), most.amount());
      steps.atMost(most.rule(), most.amount(), words);
    }
    if (parcel.value() != null && (uncapped || parcel.value().isLessThan(most.amount()))) {
      payByValue(parcel, steps);
    }
    return steps;
  }

  /** CMPN-44: a value below the limit is a ceiling, unless the tariff pays it instead (AMB-12). */
  private void payByValue(OutletParcel parcel, Steps steps) {
    var value = parcel.value();
    if (terms.lowValue() == INSTEAD && parcel.knownDays("CMPN-44") > 0) {
      var words = Words.of("value-instead", parcel.waybill(), value);
      steps.add("CMPN-44", value.minus(steps.total()), words);
    } else {
      steps.atMost("CMPN-44", value, Words.of("value-limit", parcel.waybill(), value));
    }
  }

  private static void addDays(OutletParcel parcel, String rule, Amount perDay, Steps steps) {
    var days = parcel.knownDays(rule);
    steps.add(rule, perDay.times(days), Words.of("days", parcel.waybill(), days, perDay));
  }
}
