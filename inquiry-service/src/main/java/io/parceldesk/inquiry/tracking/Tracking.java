package io.parceldesk.inquiry.tracking;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Problem;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.ScanHistory;
import io.parceldesk.inquiry.SealedParty;
import io.parceldesk.inquiry.tracking.TrackingAttempts.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Shows anybody a parcel's milestones by its number alone, its parties by the last digits of one of
 * their phones (AMB-30). A number with digits that do not belong together is answered like a number
 * that nobody has, after the same work.
 */
@ApplicationScoped
class Tracking {
  private final TrackingGate gate;
  private final TrackingAttempts attempts;
  private final Transactions transactions;
  private final ParcelRepository parcels;
  private final ScanHistory history;
  private final Seal seal;
  private final SealedParty nobody;

  Tracking(
      TrackingGate gate,
      TrackingAttempts attempts,
      Transactions transactions,
      ParcelRepository parcels,
      ScanHistory history,
      Seal seal) {
    this.gate = gate;
    this.attempts = attempts;
    this.transactions = transactions;
    this.parcels = parcels;
    this.history = history;
    this.seal = seal;
    this.nobody = new SealedParty(seal.seal(new Party("-", new Phone("-", null), "-")), null, null);
  }

  TrackedParcel track(TrackingQuestion question) {
    var wait = gate.admit(question);
    if (wait.isPresent()) {
      attempts.note(question, Outcome.LIMITED);
      throw new DomainException(429, "too-many-requests", "Too many questions; ask again later")
          .with(Problem.RETRY_AFTER, wait.get());
    }
    var tracked = transactions.run(() -> look(question));
    attempts.note(question, tracked.map(TrackedParcel::outcome).orElse(Outcome.NOTHING));
    if (tracked.isEmpty()) {
      throw new DomainException(
          404, "nothing-to-track", "No parcel has this number, or the digits are not its phones'");
    }
    gate.wasRight(question);
    return tracked.get();
  }

  private Optional<TrackedParcel> look(TrackingQuestion question) {
    var parcel = parcels.known(question.waybill());
    var parties = parties(parcel);
    var scans = history.of(question.waybill());
    var digits = question.phone4();
    var proven = digits != null && parties.stream().anyMatch(party -> endsWith(party, digits));
    if (parcel == null || (digits != null && !proven)) {
      return Optional.empty();
    }
    return Optional.of(new TrackedParcel(parcel, scans, proven ? parties : List.of()));
  }

  /** Sender and recipient; two that are nobody's where there are none. */
  private List<Party> parties(Parcel parcel) {
    var known = parcel != null && parcel.sender() != null;
    return List.of(
        open(known ? parcel.sender() : nobody), open(known ? parcel.recipient() : nobody));
  }

  private Party open(SealedParty party) {
    return seal.open(party.sealed(), Party.class);
  }

  private static boolean endsWith(Party party, String digits) {
    return party.phone().e164().endsWith(digits);
  }
}
