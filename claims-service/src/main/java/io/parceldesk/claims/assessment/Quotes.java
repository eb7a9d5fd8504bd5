package io.parceldesk.claims.assessment;

import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.OfferStep;
import io.parceldesk.claims.ParcelBook;
import io.parceldesk.claims.ParcelFacts;
import io.parceldesk.claims.compensation.Compensation;
import io.parceldesk.claims.compensation.CustomerCase;
import io.parceldesk.claims.compensation.Tariffs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** What the tariff gives on a claim, by what its parcel's events and its adjuster say. */
@ApplicationScoped
class Quotes {
  private final Tariffs tariffs;
  private final ParcelBook parcels;

  Quotes(Tariffs tariffs, ParcelBook parcels) {
    this.tariffs = tariffs;
    this.parcels = parcels;
  }

  Compensation of(Claim claim, OfferForm form) {
    var parcel = parcels.of(claim.intake().waybill());
    return tariffs.forCustomers(dispatchedOn(form, parcel)).assess(facts(claim, form, parcel));
  }

  static List<OfferStep> steps(Compensation quote) {
    return quote.steps().stream()
        .map(
            step ->
                new OfferStep(
                    step.rule(), step.amount().toString(), step.words().zh(), step.words().en()))
        .toList();
  }

  private static LocalDate dispatchedOn(OfferForm form, ParcelFacts parcel) {
    var day = form.dispatchedOn() == null ? parcel.dispatchedOn() : form.dispatchedOn();
    if (day == null) {
      throw new InvalidBody("/dispatchedOn", "is required where the parcel is not known");
    }
    return day;
  }

  private static CustomerCase facts(Claim claim, OfferForm form, ParcelFacts parcel) {
    return new CustomerCase(
        claim.intake().category(),
        OfferForm.amount(form.freight(), parcel.freight()),
        OfferForm.amount(form.surcharges(), null),
        OfferForm.amount(form.insuredAmount(), parcel.insured()),
        OfferForm.amount(form.value(), null),
        OfferForm.amount(form.loss(), null),
        form.valueDestroyed(),
        form.mismatch(),
        form.exemptionOrNone(),
        form.limit());
  }
}
