package io.parceldesk.claims.parcel;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.directory.ParcelMilestone;
import io.parceldesk.claims.ClaimRepository;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.ParcelBook;
import io.parceldesk.contracts.ParcelEvent.ParcelAccepted;
import io.parceldesk.contracts.ParcelEvent.ParcelDelivered;
import io.parceldesk.contracts.ParcelEvent.ParcelOverdue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What becomes of a parcel changes the claims on it, in the transaction that takes the event in:
 * undelivered at the thorough-delay limit it is lost (CLM-10), and delivered after that a person
 * has to look again (AMB-13).
 */
@ApplicationScoped
class ParcelMilestones {
  private final ParcelBook parcels;
  private final ClaimRepository filed;
  private final Claims claims;

  ParcelMilestones(ParcelBook parcels, ClaimRepository filed, Claims claims) {
    this.parcels = parcels;
    this.filed = filed;
    this.claims = claims;
  }

  void on(@Observes ParcelMilestone milestone) {
    if (milestone.event() instanceof ParcelAccepted parcel) {
      parcels.accepted(parcel);
    } else if (milestone.event() instanceof ParcelOverdue parcel) {
      overdue(parcel);
    } else if (milestone.event() instanceof ParcelDelivered parcel) {
      delivered(parcel);
    }
  }

  /** A delivery that was heard of first wins: it is a delay then, however late (AMB-13). */
  private void overdue(ParcelOverdue parcel) {
    if (!parcel.thorough()) {
      return;
    }
    parcels.lost(parcel.waybill(), parcel.promisedAt());
    if (parcels.of(parcel.waybill()).isLost()) {
      filed
          .numbersOn(parcel.waybill())
          .forEach(
              number -> claims.note(CaseNumber.parse(number), (claim, now) -> claim.becomeLoss()));
    }
  }

  private void delivered(ParcelDelivered parcel) {
    parcels.delivered(parcel.waybill(), parcel.deliveredAt());
    filed
        .numbersOn(parcel.waybill())
        .forEach(
            number ->
                claims.note(
                    CaseNumber.parse(number),
                    (claim, now) -> claim.noteDelivery(parcel.deliveredAt())));
  }
}
