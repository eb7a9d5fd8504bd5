package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.DamageKind.BREAKAGE;
import static io.parceldesk.claims.compensation.Outcome.REFER;
import static io.parceldesk.claims.compensation.Outcome.RETURN;

import io.parceldesk.chassis.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * DT-2: damaged goods between outlets. The first rows stop; of the others every limit that holds is
 * collected, and the loss is paid up to the lowest. None is about agency periods or batches
 * (AMB-29).
 *
 * @param lossTariff what a lost waybill gives (CMPN-35)
 */
record DamageTable(OutletTerms.Damage terms, Amount lossTariff, Decisions decisions) {

  /** A row that leaves a parcel without an amount. */
  private record Stop(Predicate<OutletParcel> when, Outcome outcome, String rule, String words) {}

  /** A row whose limit is collected. */
  private record Cap(
      Predicate<OutletParcel> when,
      String rule,
      String words,
      Function<OutletParcel, Amount> limit) {}

  private List<Stop> stops() {
    return List.of(
        new Stop(this::isHighValue, REFER, "CMPN-34", "high-value"),
        new Stop(p -> p.ecommerce() && !p.priceProof(), RETURN, "ARB-01", "price-unproven"),
        new Stop(this::hasNoTariff, REFER, "CMPN-35", "no-tariff"));
  }

  private List<Cap> caps() {
    return List.of(
        new Cap(p -> p.ecommerce() && isBroken(p), "CMPN-30", "broken", this::ofBrokenPurchase),
        new Cap(p -> !isBroken(p), "CMPN-31", "destroyed", p -> terms.destroyedOrMissing()),
        new Cap(this::isPractical, "CMPN-32", "practical", p -> terms.noInvoicePractical()),
        new Cap(this::isDecorative, "CMPN-33", "decorative", p -> terms.noInvoiceNonPractical()),
        new Cap(p -> !p.ecommerce() && isBroken(p), "CMPN-35", "ratio", this::ratioOfLossTariff));
  }

  OutletDecision decide(OutletCase filed) {
    return stopped(filed, RETURN)
        .map(found -> (OutletDecision) decisions.giveBack(found.waybills, found.steps))
        .or(() -> stopped(filed, REFER).map(found -> decisions.refer(found.waybills, found.steps)))
        .orElseGet(() -> decisions.award(filed, award(filed)));
  }

  private Steps award(OutletCase filed) {
    var steps = new Steps();
    filed.parcels().forEach(parcel -> steps.addAll(award(parcel)));
    return steps;
  }

  private Steps award(OutletParcel parcel) {
    var caps = caps().stream().filter(row -> row.when().test(parcel)).toList();
    var loss = parcel.knownLoss(basis(parcel));
    var steps = new Steps();
    steps.add(basis(parcel), loss, Words.of("loss", parcel.waybill(), loss));
    for (var cap : caps) {
      var limit = cap.limit().apply(parcel);
      steps.atMost(cap.rule(), limit, Words.of(cap.words(), parcel.waybill(), limit));
    }
    return steps;
  }

  private static String basis(OutletParcel parcel) {
    return !isBroken(parcel) ? "CMPN-31" : parcel.ecommerce() ? "CMPN-30" : "CMPN-35";
  }

  /** Parcels without an amount, and why. */
  private record Stopped(List<String> waybills, Steps steps) {}

  private Optional<Stopped> stopped(OutletCase filed, Outcome outcome) {
    var found = new Stopped(new ArrayList<>(), new Steps());
    for (var parcel : filed.parcels()) {
      firstStop(parcel)
          .filter(stop -> stop.outcome() == outcome)
          .ifPresent(
              stop -> {
                found.waybills.add(parcel.waybill());
                found.steps.note(stop.rule(), Words.of(stop.words(), parcel.waybill()));
              });
    }
    return Optional.of(found).filter(any -> !any.waybills.isEmpty());
  }

  private Optional<Stop> firstStop(OutletParcel parcel) {
    return stops().stream().filter(row -> row.when().test(parcel)).findFirst();
  }

  private boolean isHighValue(OutletParcel parcel) {
    return parcel.value() != null && !parcel.value().isLessThan(terms.highValueFrom());
  }

  private boolean hasNoTariff(OutletParcel parcel) {
    return terms.nonEcommerceBreakage() == OutletTerms.BreakageReading.REFER
        && !parcel.ecommerce()
        && isBroken(parcel);
  }

  private static boolean isBroken(OutletParcel parcel) {
    return parcel.knownDamage("AMB-07") == BREAKAGE;
  }

  private boolean isPractical(OutletParcel parcel) {
    return lacksInvoice(parcel) && parcel.knownPractical("CMPN-32");
  }

  private boolean isDecorative(OutletParcel parcel) {
    return lacksInvoice(parcel) && !parcel.knownPractical("CMPN-33");
  }

  /** On the lost value, the threshold included (AMB-06). */
  private boolean lacksInvoice(OutletParcel parcel) {
    return !parcel.invoice()
        && (terms.monotoneNoInvoiceCap()
            || !parcel.knownLoss("CMPN-32").isLessThan(terms.noInvoiceThreshold()));
  }

  private Amount ofBrokenPurchase(OutletParcel parcel) {
    return terms.ecommerceBreakage();
  }

  private Amount ratioOfLossTariff(OutletParcel parcel) {
    var value = parcel.knownValue("CMPN-35");
    return value.atMost(lossTariff).share(parcel.knownLoss("CMPN-35"), value);
  }
}
