package io.parceldesk.claims;

import static io.parceldesk.claims.DisputeStatus.ANNOUNCED;
import static io.parceldesk.claims.DisputeStatus.ANSWERED;
import static io.parceldesk.claims.DisputeStatus.CLOSED_EMPTY;
import static io.parceldesk.claims.DisputeStatus.NEGOTIATING;
import static io.parceldesk.claims.DisputeStatus.OBJECTED;
import static io.parceldesk.claims.DisputeStatus.RETURNED;
import static io.parceldesk.claims.DisputeStatus.RULED;
import static io.parceldesk.claims.DisputeStatus.SETTLED;
import static io.parceldesk.claims.DisputeStatus.SUBMITTED;
import static io.parceldesk.claims.DisputeStatus.VERIFIED;
import static io.parceldesk.claims.DisputeStatus.VERIFYING;

import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.StoredCase;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What one outlet asks another for, and how headquarters decides it (ARB-01 to ARB-11). What a
 * customer is owed is a claim, and never mixed with this (CMPN-01). It is longer than most files as
 * it is the whole way from the report to the last ruling.
 */
@Entity
public class Dispute extends StoredCase<DisputeStatus> {
  @Embedded private NewDispute intake;

  @Embedded private Publication publication;
  @Embedded private Answered answered;
  private String settlement;
  @Embedded private Material material;
  @Embedded private Verdict verdict;

  protected Dispute() {
    // for the persistence provider
  }

  /** Opens a dispute; the recipient is asked first (ARB-08). */
  public Dispute(Ticket ticket, NewDispute report) {
    super(ticket, VERIFYING, report);
    intake = report;
    answered = Answered.NOT_YET;
    material = Material.NONE;
    verdict = Verdict.PENDING;
  }

  /** Its opening is told to nobody: nothing is announced before the recipient was asked. */
  public Change opened() {
    return opening("opening");
  }

  /**
   * The other outlet is told, and its clocks run from now on (ARB-06, AMB-14, AMB-15).
   *
   * @param sealed what the announcement says of people and accounts
   * @param verified how the recipient confirmed it (AMB-32)
   */
  public Change announce(String sealed, String verified, Limits limits, Instant now) {
    var change = become(ANNOUNCED, "announcement");
    publication =
        new Publication(sealed, verified, now, limits.answerBy(), limits.negotiateUntil(), null);
    return change
        .noting(verified)
        .starts("ANSWER")
        .starts("NEGOTIATION")
        .announces(news().published(limits.answerBy()));
  }

  /** When the answer and the end of the negotiation are due. */
  public record Limits(Instant answerBy, Instant negotiateUntil) {}

  /** The responsible outlet has read it: kept as evidence, the limit runs anyway (AMB-14). */
  public Change acknowledge(String by, Instant at) {
    if (!intake.outlet().equals(by) || publication == null || publication.readAt() != null) {
      return null;
    }
    publication = publication.readOn(at);
    return within("read");
  }

  /** The responsible outlet answers; one that kept silent may still do so (ARB-06). */
  public Change reply(DisputeAnswer said, String sealed, Instant now) {
    if (!answered.canStillBeGiven()) {
      throw new DomainException(409, "already-answered", "The announcement has been answered")
          .with("answer", answered.answer());
    }
    var change = become(said == DisputeAnswer.ACCEPTED ? ANSWERED : NEGOTIATING, "reply");
    answered = answered.with(said, sealed, now);
    return change.noting(said.name()).meets("ANSWER").announces(news().answered(answered));
  }

  /**
   * What the outlet said through its own system; what comes late or from others changes nothing.
   */
  public Change noteReply(String by, DisputeAnswer said, String sealed, Instant now) {
    var applies = intake.outlet().equals(by) && DisputeAction.REPLY.isPossibleIn(status());
    return applies && answered.canStillBeGiven() ? reply(said, sealed, now) : null;
  }

  /** The limit passed without an answer: headquarters may be asked (AMB-15). */
  public Change fallSilent() {
    if (status() != ANNOUNCED) {
      return null;
    }
    answered = answered.silent();
    return become(NEGOTIATING, "silence").announces(news().answered(answered));
  }

  /** The window for a settlement is over: headquarters may be asked (AMB-15). */
  public Change endNegotiation() {
    if (answered.filingOpen() || !(status() == ANSWERED || status() == NEGOTIATING)) {
      return null;
    }
    answered = answered.openForFiling();
    return within("negotiation-end").announces(news().negotiationEnded());
  }

  /** Settled once both say the same; what one side says alone is an offer. No fee (AMB-09). */
  public Change settle(Settlement offer, Instant now) {
    var before = settlement();
    settlement = DisputeJson.write(offer);
    if (offer.by() == null || isAgreedByTheOther(offer, before)) {
      return settled(offer, now);
    }
    var change = within("settlement-offer").noting(offer.amount().toString());
    return offer.equals(before) ? change : change.announces(news().settlementOffered(offer));
  }

  private Change settled(Settlement agreed, Instant now) {
    var change = become(SETTLED, "settlement");
    closeAt(now);
    return change
        .noting(agreed.amount() + " " + agreed.way())
        .meets("NEGOTIATION")
        .cancels("ANSWER", "MATERIAL")
        .announces(news().agreed(agreed));
  }

  private boolean isAgreedByTheOther(Settlement offer, Settlement before) {
    var asAccepted =
        answered.answer() == DisputeAnswer.ACCEPTED
            && intake.filingOutlet().equals(offer.by())
            && !offer.amount().isMoreThan(new Amount(intake.claimed()));
    return asAccepted
        || (offer.isTheSameAs(before) && before.by() != null && !before.by().equals(offer.by()));
  }

  /** Evidence of either side; only the filer's completes what it files (ARB-01). */
  public Change receive(EvidenceSlot slot, Caller from) {
    if (!from.isOutletOnly() || intake.filingOutlet().equals(from.outlet())) {
      material = material.with(slot);
    }
    return within("evidence").noting(slot.name());
  }

  /**
   * Puts it before headquarters (ARB-07, ARB-08). After as many returns as there may be, another
   * incomplete filing is the last (AMB-16).
   */
  public Change submit(int maxReturns, Instant now) {
    if (!status().leadsTo(SUBMITTED)) {
      throw new IllegalTransition(status(), SUBMITTED);
    }
    requireFilingOpen(now);
    var lacking = checklist().missing();
    if (status() == RETURNED && material.isReturnedOut(maxReturns) && !lacking.isEmpty()) {
      return closeEmpty("submission", lacking, now);
    }
    var change = become(SUBMITTED, "submission");
    material = material.lacking(lacking);
    return change
        .noting(lacking.isEmpty() ? null : String.join(", ", lacking))
        .meets("NEGOTIATION", "MATERIAL")
        .announces(news().submitted());
  }

  private void requireFilingOpen(Instant now) {
    var isSilent = answered.answer() == null && publication.isAnswerOverdue(now);
    if (!answered.filingOpen() && !isSilent && publication.isNegotiated(now)) {
      throw DomainException.refusedByRule(
              "AMB-15",
              "negotiation-first",
              "Headquarters is asked after a refusal, silence, or the end of the negotiation")
          .with("negotiateUntil", publication.negotiateUntil());
    }
  }

  /**
   * Something is missing (ARB-09); the filer has so long to bring it. What was returned as often as
   * it may be is not returned again: it ends with nothing (AMB-16, CMPN-48).
   */
  public Change giveBack(
      String reasonCode, List<String> lacking, String note, int maxReturns, Instant now) {
    if (status() == SUBMITTED && material.isReturnedOut(maxReturns)) {
      return closeEmpty("return", lacking, now);
    }
    var change = become(RETURNED, "return");
    material = material.returned(reasonCode, lacking);
    return change.noting(note).starts("MATERIAL").announces(news().returned(material));
  }

  /**
   * Nothing came in time. After the last return it ends with nothing (AMB-16, CMPN-48); before, the
   * filer is told and may still file.
   */
  public Change missMaterial(int maxReturns, Instant now) {
    if (status() != RETURNED) {
      return null;
    }
    return material.isReturnedOut(maxReturns)
        ? closeEmpty("material-missing", checklist().missing(), now)
        : within("material-overdue").announces(news().materialOverdue(material));
  }

  private Change closeEmpty(String action, List<String> lacking, Instant now) {
    var change = become(CLOSED_EMPTY, action);
    closeAt(now);
    material = material.lacking(lacking);
    return change.noting("CMPN-48").cancels("MATERIAL").announces(news().ruled(Amount.ZERO, now));
  }

  /**
   * Headquarters looked into the report (ARB-08) and at the batch that the filer chose (AMB-10).
   */
  public Change verify(boolean isTrue, boolean batch, String finding) {
    if (isTrue && !batch && intake.parcelList().size() > 1) {
      throw DomainException.refusedByRule(
          "AMB-10", "not-one-parcel", "Parcels that are no batch are reported one by one");
    }
    var change = become(VERIFIED, "verification");
    verdict = verdict.verified(isTrue, batch);
    return change.noting(finding);
  }

  /**
   * Headquarters decides. The first ruling may be objected to until {@code objectionBy}; the one on
   * an objection is the last.
   */
  public Change rule(Ruling ruling, Instant objectionBy, Instant now) {
    var isLast = status() == OBJECTED;
    var change = become(isLast ? SETTLED : RULED, "ruling").noting(ruling.reason());
    verdict = verdict.with(ruling);
    if (isLast) {
      closeAt(now);
    }
    change = isLast ? change : change.starts("OBJECTION");
    change = change.announces(news().ruled(ruling.award(), isLast ? now : objectionBy));
    for (var penalty : news().penalties(ruling)) {
      change = change.announces(penalty);
    }
    return change;
  }

  /** One of the outlets does not agree; headquarters rules once more. */
  public Change object(String by, String reason, Instant now) {
    var change = become(OBJECTED, "objection");
    verdict = verdict.with(new Objection(by, reason, now));
    return change.noting(reason).meets("OBJECTION").announces(news().objected(by));
  }

  /** Nobody objected in time. */
  public Change standUnopposed(Instant now) {
    if (status() != RULED) {
      return null;
    }
    closeAt(now);
    return become(SETTLED, "no-objection").announces(news().unopposed(verdict.newest()));
  }

  /** Which of the two outlets may do it; people of headquarters are held to their roles only. */
  public void requirePart(Caller caller, DisputeAction action) {
    if (caller.isOutletOnly() && !action.isFor(this, caller.outlet())) {
      throw new DomainException(403, "other-outlets-part", "That is for the other outlet to do");
    }
  }

  public EvidenceChecklist checklist() {
    return new EvidenceChecklist(
        intake.category(),
        intake.parcelList().stream().anyMatch(parcel -> parcel.ecommerce()),
        intake.missort(),
        publication != null,
        publication != null,
        material.receivedSlots());
  }

  private DisputeNews news() {
    return new DisputeNews(facts(), intake);
  }

  /** Policies tell disputes apart by their ground; headquarters' calendar counts. */
  @Override
  public CaseProfile profile() {
    return super.profile().at(null);
  }

  @Override
  public List<DisputeAction> possibleActions() {
    return Arrays.stream(DisputeAction.values())
        .filter(action -> action.isPossibleIn(status()))
        .filter(action -> action != DisputeAction.REPLY || answered.canStillBeGiven())
        .toList();
  }

  /** Whoever has to act next. */
  @Override
  public Owner owner() {
    return new Owner(status() == ANNOUNCED ? intake.outlet() : intake.filingOutlet(), null, null);
  }

  /** Its events name the responsible outlet, whoever has to act next. */
  @Override
  protected Owner named() {
    return new Owner(intake.outlet(), null, null);
  }

  @Override
  public Set<String> outletsAsked() {
    return publication == null
        ? Set.of(intake.filingOutlet()) // nothing is announced yet
        : Set.of(intake.filingOutlet(), intake.outlet());
  }

  @Override
  public NewDispute intake() {
    return intake;
  }

  /** Null before the other outlet was told. */
  public Publication publication() {
    return publication;
  }

  public Answered answered() {
    return answered;
  }

  /** What one side offers, or both have agreed on; null where nobody has. */
  public Settlement settlement() {
    return DisputeJson.read(settlement, Settlement.class);
  }

  public Material material() {
    return material;
  }

  public Verdict verdict() {
    return verdict;
  }
}
