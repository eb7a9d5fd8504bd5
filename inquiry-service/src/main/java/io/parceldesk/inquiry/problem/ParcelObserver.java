package io.parceldesk.inquiry.problem;

import io.parceldesk.inquiry.CauseClass;
import io.parceldesk.inquiry.Occasion;
import io.parceldesk.inquiry.Outcome;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelAwaited;
import io.parceldesk.inquiry.ParcelNearsLimit;
import io.parceldesk.inquiry.ParcelScanned;
import io.parceldesk.inquiry.ProblemParcels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What news of parcels mean for problem parcels, in the transaction that keeps it: a failed attempt
 * and a limit that is near are problems (PRB-02), a delivery or return is the end of one.
 */
@ApplicationScoped
class ParcelObserver {
  private final ProblemParcels problems;
  private final ProblemDeclaration declaration;
  private final ParcelWatch watch;

  ParcelObserver(ProblemParcels problems, ProblemDeclaration declaration, ParcelWatch watch) {
    this.problems = problems;
    this.declaration = declaration;
    this.watch = watch;
  }

  void on(@Observes ParcelScanned scanned) {
    var parcel = scanned.parcel();
    watch.expectNext(
        parcel, scanned.scan()); // before any case is touched, as the watch itself does
    switch (scanned.scan().type()) {
      case DELIVERED -> resolve(parcel.waybill(), Outcome.DELIVERED);
      case RETURNED -> resolve(parcel.waybill(), Outcome.RETURNED);
      case FAILED -> {
        if (!parcel.hasEnded() && watch.isNews(scanned.scan())) {
          noteFailure(parcel);
        }
      }
      case ACCEPTED, DEPARTED, ARRIVED, OUT_FOR_DELIVERY -> {} // it is under way
    }
  }

  void on(@Observes ParcelAwaited awaited) {
    watch.expectFirst(awaited.parcel(), awaited.now());
  }

  /** Nobody knows why it takes so long; a problem that is open already is enough. */
  void on(@Observes ParcelNearsLimit near) {
    declaration.declareBySystem(near.parcel(), CauseClass.UNKNOWN, Occasion.LIMIT_NEAR);
  }

  /** Of a parcel that nobody had seen it is the end of the search, and of any other a problem. */
  private void noteFailure(Parcel parcel) {
    problems
        .openOn(parcel.waybill())
        .ifPresentOrElse(
            number ->
                problems.note(number, (problem, now) -> problem.comeToHand(CauseClass.INFORMATION)),
            () ->
                declaration.declareBySystem(
                    parcel, CauseClass.INFORMATION, Occasion.FAILED_ATTEMPT));
  }

  private void resolve(String waybill, Outcome outcome) {
    problems
        .openOn(waybill)
        .ifPresent(
            number ->
                problems.note(
                    number,
                    (problem, now) ->
                        problem.status().isOpen() ? problem.resolve(outcome, "SCAN", now) : null));
  }
}
