package io.parceldesk.claims;

import static io.parceldesk.claims.ClaimStatus.ACCEPTED;
import static io.parceldesk.claims.ClaimStatus.AGREED;
import static io.parceldesk.claims.ClaimStatus.DISPUTED;
import static io.parceldesk.claims.ClaimStatus.FILED;
import static io.parceldesk.claims.ClaimStatus.FORM_ISSUED;
import static io.parceldesk.claims.ClaimStatus.OFFERED;
import static io.parceldesk.claims.ClaimStatus.PAID;
import static io.parceldesk.claims.ClaimStatus.REFUSED;
import static io.parceldesk.claims.ClaimStatus.RETURNED;

import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.StoredCase;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ClaimsEvent;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What a customer wants to be compensated for (CLM-01). What outlets owe each other is a dispute,
 * and never mixed with this.
 */
@Entity
public class Claim extends StoredCase<ClaimStatus> {
  @Embedded private NewClaim intake;
  @Embedded private Origin origin;

  private boolean waybillKnown;
  private int handling = 1;
  @Embedded private Handler handler;
  private Instant offerBy;
  @Embedded private Papers papers = Papers.NONE;
  @Embedded private Offer offer;

  @Convert(converter = OfferStepsJson.class)
  private List<OfferStep> offerSteps = List.of();

  @Embedded private Payee payee;

  @Enumerated(EnumType.STRING)
  private PaymentState paymentState;

  @Enumerated(EnumType.STRING)
  private DisputeWay disputeWay;

  private String refusalRule;
  private boolean fastLane;
  private boolean mayBePrescribed;
  private Instant deliveredAfterLossAt;

  protected Claim() {
    // for the persistence provider
  }

  /**
   * Files a claim (CLM-02).
   *
   * @param from the case that it comes from, or null
   */
  public Claim(Ticket ticket, NewClaim claim, boolean waybillKnown, Handler handler, CaseRef from) {
    this(ticket, FILED, claim, waybillKnown, handler);
    origin = Origin.of(from);
  }

  private Claim(
      Ticket ticket, ClaimStatus first, NewClaim claim, boolean waybillKnown, Handler handler) {
    super(ticket, first, claim);
    intake = claim;
    this.waybillKnown = waybillKnown;
    this.handler = handler;
  }

  /** The company's form, handed out to be filled in (CLM-02). */
  public static Claim form(Ticket ticket, NewClaim claim, boolean waybillKnown, Handler handler) {
    return new Claim(ticket, FORM_ISSUED, claim, waybillKnown, handler);
  }

  /** What its opening announces; a form announces nothing yet. */
  public Change filed() {
    var opening = opening(status() == FORM_ISSUED ? "form-issue" : "filing");
    return status() == FORM_ISSUED ? opening : opening.announces(filing(origin(), contact()));
  }

  /** A year has passed with neither inquiry nor claim: a warning to whoever decides (CLM-13 c). */
  public void warnOfPrescription() {
    mayBePrescribed = true;
  }

  /** By which version of the company's terms it is handled, from its opening to its end. */
  public void handledBy(int version) {
    handling = version;
  }

  /** Nobody has to answer a form that was only handed out. */
  @Override
  public boolean startsClocksAtOpening() {
    return status() != FORM_ISSUED;
  }

  /**
   * The form comes in, for the first time or again, and is replied to within a day (CLM-03).
   *
   * @param claimed null: as before
   * @param description null: as before
   */
  public Change file(BigDecimal claimed, String description) {
    var first = status() == FORM_ISSUED;
    var change = become(FILED, "filing").meets("PRESCRIPTION", "EVIDENCE").starts("REPLY");
    intake = intake.filledIn(claimed, description);
    papers = papers.nothingRequested();
    return first ? change.announces(filing(origin(), contact())) : change;
  }

  /**
   * Another case on the same parcel is about the same matter: it, and whoever complained there,
   * learns this claim's number.
   */
  public Change attach(CaseRef other, String theirContact) {
    origin = origin == null ? Origin.of(other) : origin;
    var change =
        status() == FORM_ISSUED
            ? become(FILED, "attachment").meets("PRESCRIPTION").starts("REPLY")
            : within("attachment");
    return change.noting(other.number()).announces(filing(other, theirContact));
  }

  /**
   * The sender is answered and told the handling limit (CLM-03, CLM-04).
   *
   * @param proposalBy by when there will be an offer or a refusal
   * @param fast a certain loss or damage that is offered within days (CLM-14)
   */
  public Change accept(Instant proposalBy, boolean fast) {
    var change = become(ACCEPTED, "acceptance");
    offerBy = proposalBy;
    fastLane = fast;
    return (fast ? change.starts("FAST_OFFER") : change)
        .meets("REPLY")
        .starts("PROPOSAL")
        .announces(news().accepted(proposalBy));
  }

  /**
   * Something is missing: the form goes back, which is a reply too (CLM-03).
   *
   * @param missing once all of it has come in, the form is filed again
   */
  public Change giveBack(String reasonCode, Set<EvidenceSlot> missing, String note) {
    var change = become(RETURNED, "return");
    papers = papers.returned(reasonCode, missing);
    return change.noting(note).meets("REPLY").starts("EVIDENCE").announces(news().returned(papers));
  }

  /**
   * The claimant is asked for papers: clocks of our own making wait for them, the law's do not.
   *
   * @param until by when they should come
   */
  public Change request(Set<EvidenceSlot> slots, Instant until, String note) {
    papers = papers.alsoRequested(slots);
    return within("evidence-request")
        .noting(note)
        .starts("EVIDENCE")
        .waitsForCustomer()
        .announces(news().evidenceRequested(papers, until));
  }

  /** A file came in, which is a sign from the claimant; the last one asked for ends the waiting. */
  public Change receive(EvidenceSlot slot) {
    var isLast = papers.isLastRequested(slot);
    papers = papers.received(slot);
    if (!isLast) {
      return within("evidence").noting(slot.name()).hearsFromCustomer();
    }
    var change =
        status() == RETURNED ? become(FILED, "evidence").starts("REPLY") : within("evidence");
    return change.noting(slot.name()).meets("EVIDENCE").hearsFromCustomer();
  }

  /** CLM-04; after a dispute, what was negotiated (CLM-06). */
  public Change offer(Offer made, List<OfferStep> steps) {
    var change = become(OFFERED, "offer");
    offer = made;
    offerSteps = List.copyOf(steps);
    return change
        .noting(made.offered() + " (" + made.deviation() + ", " + made.tariff() + ")")
        .meets("PROPOSAL", "FAST_OFFER")
        .announces(news().offered(made));
  }

  /**
   * The claimant takes the last offer (CLM-05).
   *
   * @param payBy the last day on which the money is in time
   */
  public Change agree(LocalDate payBy) {
    var change = become(AGREED, "agreement");
    paymentState = PaymentState.DUE;
    return change.starts("PAYMENT").announces(news().agreed(offer, payBy));
  }

  /** The claimant does not agree, or goes on in another way than before (CLM-06). */
  public Change dispute(DisputeWay way, String note) {
    if (status() == DISPUTED) {
      disputeWay = way;
      return within("dispute").noting(noted(way.name(), note));
    }
    var change = become(DISPUTED, "dispute");
    disputeWay = way;
    openAgain();
    return change.noting(noted(way.name(), note)).announces(news().disputed());
  }

  /** A person refuses, and says by which rule (REG-10). */
  public Change refuse(String rule, String note, Instant now) {
    var change = become(REFUSED, "refusal");
    refusalRule = rule;
    closeAt(now);
    return change
        .noting(noted(rule, note))
        .meets("PROPOSAL", "FAST_OFFER")
        .cancels("EVIDENCE")
        .announces(news().refused(rule));
  }

  /** CLM-07: the sender, or whom the sender named. */
  public Change namePayee(Payee named) {
    payee = named;
    return within("payee").noting(named.payeeRole().name());
  }

  /** Finance is told to pay (CLM-05). */
  public Change orderPayment(PaymentOrder order, SealedAccount account) {
    paymentState = PaymentState.ORDERED;
    return within("payment").announces(news().paymentOrdered(order, account));
  }

  /** The bank has paid. */
  public Change confirmPayment(String reference, Instant now) {
    var change = become(PAID, "payment-confirmation");
    paymentState = PaymentState.CONFIRMED;
    closeAt(now);
    return change
        .noting(reference)
        .meets("PAYMENT")
        .cancels("EVIDENCE")
        .announces(news().paid(offer));
  }

  /** The bank could not pay: it is due as before. */
  public Change failPayment(String reasonCode) {
    paymentState = PaymentState.FAILED;
    return within("payment-failure").noting(reasonCode);
  }

  /** Undelivered at the thorough-delay limit, a parcel is lost (CLM-10); null: nothing to do. */
  public Change becomeLoss() {
    var undecided = Set.of(FORM_ISSUED, FILED, RETURNED, ACCEPTED).contains(status());
    if (!undecided || intake.category() != Ground.DELAY) {
      return null;
    }
    intake = intake.as(Ground.LOSS);
    return within("thorough-delay").noting("CLM-10");
  }

  /** What counted as lost has come: a person decides what that means (AMB-13); null: nothing. */
  public Change noteDelivery(Instant deliveredAt) {
    if (intake.category() != Ground.LOSS || deliveredAfterLossAt != null) {
      return null;
    }
    deliveredAfterLossAt = deliveredAt;
    raiseTo(Priority.HIGH);
    return within("delivery-after-loss").noting("AMB-13");
  }

  /** A person looked: the delivery changes nothing, such as one to a wrong address (AMB-13). */
  public Change confirmLoss(String reason) {
    deliveredAfterLossAt = null;
    return within("loss-confirmation").noting(noted("AMB-13", reason));
  }

  /**
   * Delivered after a loss award: it is a delay, however late, and decided anew (AMB-13). What was
   * paid stays paid until it is settled what the claimant keeps.
   *
   * @param paid null where nothing was
   */
  public Change reopen(Instant proposalBy, Money paid, String reason) {
    var isAwarded = status() != ACCEPTED;
    var change = isAwarded ? become(ACCEPTED, "reopening").starts("PROPOSAL") : within("reopening");
    intake = intake.as(Ground.DELAY);
    offerBy = isAwarded ? proposalBy : offerBy;
    openAgain();
    disputeWay = null;
    paymentState = paid == null ? null : paymentState;
    return change
        .noting(noted("AMB-13", reason))
        .cancels("PAYMENT")
        .announces(news().reopened(deliveredAfterLossAt, paid));
  }

  /** It is settled with the claimant what of the payment is kept and what came back (AMB-13). */
  public Change resettle(Offer owed, List<OfferStep> steps, PaidBack back, Instant now) {
    var change = become(PAID, "resettlement");
    offer = owed;
    offerSteps = List.copyOf(steps);
    closeAt(now);
    return change
        .noting(noted(owed.offered() + ", " + back.amount() + " back", back.reason()))
        .meets("PROPOSAL")
        .cancels("EVIDENCE")
        .announces(news().resettled(owed, back));
  }

  /** Whether what was delivered is still claimed as lost. */
  public boolean isDeliveredLoss() {
    return deliveredAfterLossAt != null && intake.category() == Ground.LOSS;
  }

  /** Whether a payment has been made that a person is about to settle anew. */
  boolean isPaidAndReopened() {
    return status() == ACCEPTED && paymentState == PaymentState.CONFIRMED;
  }

  /** An inquiry stops the year, too (AMB-20). */
  @Override
  public Change hearFromCustomer(CaseRef elsewhere) {
    return super.hearFromCustomer(elsewhere).meets("PRESCRIPTION");
  }

  /** Policies tell claims apart by their route (SLA-12). */
  @Override
  public CaseProfile profile() {
    return super.profile().of(intake.route());
  }

  @Override
  public List<ClaimAction> possibleActions() {
    return Arrays.stream(ClaimAction.values())
        .filter(action -> action.isPossibleFor(this))
        .toList();
  }

  private ClaimsEvent filing(CaseRef from, String sealed) {
    return new ClaimNews(facts(), from, sealed).filed(intake, claimed());
  }

  private ClaimNews news() {
    return new ClaimNews(facts(), origin(), contact());
  }

  private static String noted(String code, String note) {
    return note == null ? code : code + ": " + note;
  }

  @Override
  public Owner owner() {
    return Handler.orNobody(handler).owner();
  }

  @Override
  public NewClaim intake() {
    return intake;
  }

  /** 0.00 while no amount was named. */
  public Money claimed() {
    return Money.cny(intake.claimed() == null ? BigDecimal.ZERO : intake.claimed());
  }

  public CaseRef origin() {
    return Origin.ref(origin);
  }

  public boolean waybillKnown() {
    return waybillKnown;
  }

  public int handling() {
    return handling;
  }

  public Instant offerBy() {
    return offerBy;
  }

  public Papers papers() {
    return papers;
  }

  /** Null before the first one. */
  public Offer offer() {
    return offer;
  }

  public List<OfferStep> offerSteps() {
    return offerSteps;
  }

  /**
   * Who was named, else the claimant who is the sender; null: somebody has to be named (CLM-07).
   */
  public Payee payee() {
    return payee == null && intake.claimantRole() == Contact.Role.SENDER
        ? new Payee(Payee.PayeeRole.SENDER, intake.contact(), intake.nameIndex(), null)
        : payee;
  }

  /** Null before there is an agreement. */
  public PaymentState paymentState() {
    return paymentState;
  }

  public DisputeWay disputeWay() {
    return disputeWay;
  }

  public String refusalRule() {
    return refusalRule;
  }

  public boolean fastLane() {
    return fastLane;
  }

  public boolean mayBePrescribed() {
    return mayBePrescribed;
  }

  /** When a parcel came for which a loss is claimed; null while it has not. */
  public Instant deliveredAfterLossAt() {
    return deliveredAfterLossAt;
  }
}
