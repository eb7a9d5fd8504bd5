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

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.ClaimsEvent.AnnouncementPublished;
import io.parceldesk.contracts.ClaimsEvent.DisputeAnswered;
import io.parceldesk.contracts.ClaimsEvent.DisputeMaterialOverdue;
import io.parceldesk.contracts.ClaimsEvent.DisputeNegotiationEnded;
import io.parceldesk.contracts.ClaimsEvent.DisputeObjected;
import io.parceldesk.contracts.ClaimsEvent.DisputeReturned;
import io.parceldesk.contracts.ClaimsEvent.DisputeRuled;
import io.parceldesk.contracts.ClaimsEvent.DisputeSettled;
import io.parceldesk.contracts.ClaimsEvent.DisputeSettlementOffered;
import io.parceldesk.contracts.ClaimsEvent.DisputeSubmitted;
import io.parceldesk.contracts.ClaimsEvent.PenaltyIssued;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What one outlet asks another for, and how headquarters decides it (ARB-01 to ARB-11). What a
 * customer is owed is a claim, and never mixed with this (CMPN-01). It is longer than most files as
 * it is the whole way from the report to the last ruling.
 */
@Entity
public class Dispute implements Case {
  @Id private UUID id;
  private String number;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private DisputeStatus status;

  @Embedded private NewDispute intake;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private Instant openedAt;
  private Instant closedAt;
  private String announcement;
  private String recipientVerified;
  private Instant announcedAt;
  private Instant answerBy;
  private Instant negotiateUntil;
  private Instant readAt;

  @Enumerated(EnumType.STRING)
  private DisputeAnswer answer;

  private Instant answeredAt;
  private String statement;
  private boolean filingOpen;
  private String settlement;
  private int returns;
  private String returnReason;
  private String missing;

  @Convert(converter = EvidenceSlotsJson.class)
  private Set<EvidenceSlot> receivedSlots = EnumSet.noneOf(EvidenceSlot.class);

  private Boolean verifiedTrue;
  private boolean batchConfirmed;
  private String rulings = "[]";
  private String objection;

  protected Dispute() {
    // for the persistence provider
  }

  /** Opens a dispute; the recipient is asked first (ARB-08). */
  public Dispute(Ticket ticket, NewDispute report) {
    id = UuidCreator.getTimeOrderedEpoch();
    number = ticket.number().text();
    status = VERIFYING;
    intake = report;
    priority = Priority.of(false, report.tier(), ticket.repeatedContact());
    openedAt = ticket.now();
  }

  /** Its opening is told to nobody: nothing is announced before the recipient was asked. */
  public Change opened() {
    return Change.of("opening", null, status);
  }

  /**
   * The other outlet is told, and its clocks run from now on (ARB-06, AMB-14, AMB-15).
   *
   * @param sealed what the announcement says of people and accounts
   * @param verified how the recipient confirmed it (AMB-32)
   */
  public Change announce(String sealed, String verified, Limits limits, Instant now) {
    var change = become(ANNOUNCED, "announcement");
    announcement = sealed;
    recipientVerified = verified;
    announcedAt = now;
    answerBy = limits.answerBy();
    negotiateUntil = limits.negotiateUntil();
    return change
        .noting(verified)
        .starts("ANSWER")
        .starts("NEGOTIATION")
        .announces(
            new AnnouncementPublished(
                facts(),
                intake.category().name(),
                intake.filingOutlet(),
                intake.outlet(),
                Money.cny(intake.claimed()),
                answerBy));
  }

  /** When the answer and the end of the negotiation are due. */
  public record Limits(Instant answerBy, Instant negotiateUntil) {}

  /** The responsible outlet has read it: kept as evidence, the limit runs anyway (AMB-14). */
  public Change acknowledge(String by, Instant at) {
    if (!intake.outlet().equals(by) || readAt != null || announcedAt == null) {
      return null;
    }
    readAt = at;
    return Change.of("read", status, status);
  }

  /** The responsible outlet answers; one that kept silent may still do so (ARB-06). */
  public Change reply(DisputeAnswer said, String sealed, Instant now) {
    if (!canStillBeAnswered()) {
      throw new DomainException(409, "already-answered", "The announcement has been answered")
          .with("answer", answer);
    }
    var change = become(said == DisputeAnswer.ACCEPTED ? ANSWERED : NEGOTIATING, "reply");
    answer = said;
    answeredAt = now;
    statement = sealed;
    filingOpen |= said == DisputeAnswer.REFUSED;
    return change.noting(said.name()).meets("ANSWER").announces(answered());
  }

  /**
   * What the outlet said through its own system; what comes late or from others changes nothing.
   */
  public Change noteReply(String by, DisputeAnswer said, String sealed, Instant now) {
    var applies = intake.outlet().equals(by) && DisputeAction.REPLY.isPossibleIn(status);
    return applies && canStillBeAnswered() ? reply(said, sealed, now) : null;
  }

  private boolean canStillBeAnswered() {
    return answer == null || answer == DisputeAnswer.SILENT;
  }

  /** The limit passed without an answer: headquarters may be asked (AMB-15). */
  public Change fallSilent() {
    if (status != ANNOUNCED) {
      return null;
    }
    answer = DisputeAnswer.SILENT;
    filingOpen = true;
    return become(NEGOTIATING, "silence").announces(answered());
  }

  private DisputeAnswered answered() {
    return new DisputeAnswered(
        facts(), intake.filingOutlet(), intake.outlet(), answer.name(), filingOpen);
  }

  /** The window for a settlement is over: headquarters may be asked (AMB-15). */
  public Change endNegotiation() {
    if (filingOpen || !(status == ANSWERED || status == NEGOTIATING)) {
      return null;
    }
    filingOpen = true;
    return Change.of("negotiation-end", status, status)
        .announces(new DisputeNegotiationEnded(facts(), intake.filingOutlet(), intake.outlet()));
  }

  /** Settled once both say the same; what one side says alone is an offer. No fee (AMB-09). */
  public Change settle(Settlement offer, Instant now) {
    var isAgreed = offer.by() == null || isAgreedByTheOther(offer);
    var isNew = !offer.equals(settlement());
    settlement = DisputeJson.write(offer);
    if (!isAgreed) {
      var change = Change.of("settlement-offer", status, status).noting(offer.amount().toString());
      return isNew ? change.announces(offered(offer)) : change;
    }
    var change = become(SETTLED, "settlement");
    closedAt = now;
    return change
        .noting(offer.amount() + " " + offer.way())
        .meets("NEGOTIATION")
        .cancels("ANSWER", "MATERIAL")
        .announces(settled("AGREEMENT", offer.amount(), offer.way().name()));
  }

  private DisputeSettlementOffered offered(Settlement offer) {
    return new DisputeSettlementOffered(
        facts(),
        intake.filingOutlet(),
        intake.outlet(),
        sideOf(offer.by()),
        offer.amount().toMoney(),
        offer.way().name());
  }

  private DisputeSettled settled(String by, Amount amount, String way) {
    return new DisputeSettled(
        facts(), intake.filingOutlet(), intake.outlet(), by, amount.toMoney(), way);
  }

  private String sideOf(String by) {
    return intake.filingOutlet().equals(by)
        ? "FILING_OUTLET"
        : intake.outlet().equals(by) ? "RESPONSIBLE_OUTLET" : "HEADQUARTERS";
  }

  private boolean isAgreedByTheOther(Settlement offer) {
    var before = settlement();
    var asAccepted =
        answer == DisputeAnswer.ACCEPTED
            && intake.filingOutlet().equals(offer.by())
            && !offer.amount().isMoreThan(new Amount(intake.claimed()));
    return asAccepted
        || (offer.isTheSameAs(before) && before.by() != null && !before.by().equals(offer.by()));
  }

  /** Evidence of either side; only the filer's completes what it files (ARB-01). */
  public Change receive(EvidenceSlot slot, Caller from) {
    if (!from.isOutletOnly() || intake.filingOutlet().equals(from.outlet())) {
      receivedSlots = EnumSet.copyOf(receivedSlots);
      receivedSlots.add(slot);
    }
    return Change.of("evidence", status, status).noting(slot.name());
  }

  /**
   * Puts it before headquarters (ARB-07, ARB-08). After as many returns as there may be, another
   * incomplete filing is the last (AMB-16).
   */
  public Change submit(int maxReturns, Instant now) {
    if (!status.leadsTo(SUBMITTED)) {
      throw new IllegalTransition(status, SUBMITTED);
    }
    requireFilingOpen(now);
    var lacking = checklist().missing();
    if (status == RETURNED && returns >= maxReturns && !lacking.isEmpty()) {
      return closeEmpty("submission", lacking, now);
    }
    var change = become(SUBMITTED, "submission");
    missing = DisputeJson.write(lacking);
    return change
        .noting(lacking.isEmpty() ? null : String.join(", ", lacking))
        .meets("NEGOTIATION", "MATERIAL")
        .announces(new DisputeSubmitted(facts(), intake.filingOutlet(), intake.outlet()));
  }

  private void requireFilingOpen(Instant now) {
    var isSilent = answer == null && !now.isBefore(answerBy);
    if (!filingOpen && !isSilent && now.isBefore(negotiateUntil)) {
      throw DomainException.refusedByRule(
              "AMB-15",
              "negotiation-first",
              "Headquarters is asked after a refusal, silence, or the end of the negotiation")
          .with("negotiateUntil", negotiateUntil);
    }
  }

  /** Something is missing (ARB-09); the filer has so long to bring it. */
  public Change giveBack(String reasonCode, List<String> lacking, String note) {
    var change = become(RETURNED, "return");
    returns++;
    returnReason = reasonCode;
    missing = DisputeJson.write(lacking);
    return change
        .noting(note)
        .starts("MATERIAL")
        .announces(
            new DisputeReturned(
                facts(),
                intake.filingOutlet(),
                returns,
                reasonCode,
                lacking.isEmpty() ? null : lacking));
  }

  /**
   * Nothing came in time. After the last return it ends with nothing (AMB-16, CMPN-48); before, the
   * filer is told and may still file.
   */
  public Change missMaterial(int maxReturns, Instant now) {
    if (status != RETURNED) {
      return null;
    }
    return returns >= maxReturns
        ? closeEmpty("material-missing", checklist().missing(), now)
        : Change.of("material-overdue", status, status)
            .announces(
                new DisputeMaterialOverdue(facts(), intake.filingOutlet(), returns, missing()));
  }

  private Change closeEmpty(String action, List<String> lacking, Instant now) {
    var change = become(CLOSED_EMPTY, action);
    closedAt = now;
    missing = DisputeJson.write(lacking);
    return change.noting("CMPN-48").cancels("MATERIAL").announces(ruled(Amount.ZERO, now));
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
    verifiedTrue = isTrue;
    batchConfirmed = batch;
    return change.noting(finding);
  }

  /**
   * Headquarters decides. The first ruling may be objected to until {@code objectionBy}; the one on
   * an objection is the last.
   */
  public Change rule(Ruling ruling, Instant objectionBy, Instant now) {
    var isLast = status == OBJECTED;
    var change = become(isLast ? SETTLED : RULED, "ruling").noting(ruling.reason());
    var all = new ArrayList<>(rulings());
    all.add(ruling);
    rulings = DisputeJson.write(all);
    closedAt = isLast ? now : null;
    change = isLast ? change : change.starts("OBJECTION");
    change = change.announces(ruled(ruling.award(), isLast ? now : objectionBy));
    for (var order : new RulingMoney(intake.filingOutlet(), ruling).orders().entrySet()) {
      change =
          change.announces(
              new PenaltyIssued(
                  facts(), order.getKey(), order.getValue().toMoney(), ruleOf(ruling)));
    }
    return change;
  }

  /** The rule of the first step that made an amount. */
  public static String ruleOf(Ruling ruling) {
    return ruling.steps().stream()
        .filter(step -> !step.amount().equals("0.00"))
        .findFirst()
        .map(Ruling.Step::rule)
        .orElse("ARB-08");
  }

  private DisputeRuled ruled(Amount award, Instant objectionBy) {
    return new DisputeRuled(
        facts(), intake.filingOutlet(), intake.outlet(), award.toMoney(), objectionBy);
  }

  /** One of the outlets does not agree; headquarters rules once more. */
  public Change object(String by, String reason, Instant now) {
    var change = become(OBJECTED, "objection");
    objection = DisputeJson.write(new Objection(by, reason, now));
    return change
        .noting(reason)
        .meets("OBJECTION")
        .announces(
            new DisputeObjected(facts(), intake.filingOutlet(), intake.outlet(), sideOf(by)));
  }

  /** Nobody objected in time. */
  public Change standUnopposed(Instant now) {
    if (status != RULED) {
      return null;
    }
    closedAt = now;
    var all = rulings();
    return become(SETTLED, "no-objection")
        .announces(settled("NO_OBJECTION", all.get(all.size() - 1).award(), null));
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
        recipientVerified != null,
        announcedAt != null,
        receivedSlots);
  }

  private Change become(DisputeStatus next, String action) {
    if (!status.leadsTo(next)) {
      throw new IllegalTransition(status, next);
    }
    var change = Change.of(action, status, next);
    status = next;
    return change;
  }

  @Override
  public CaseFacts facts() {
    return new CaseFacts(
        number,
        CaseKind.DISPUTE.name(),
        status.name(),
        priority.name(),
        intake.tier().name(),
        intake.waybill(),
        openedAt,
        intake.outlet(),
        null);
  }

  /** Policies tell disputes apart by their ground; headquarters' calendar counts. */
  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        CaseKind.DISPUTE,
        intake.category().name(),
        null,
        intake.tier(),
        false,
        intake.channel(),
        null);
  }

  @Override
  public List<DisputeAction> possibleActions() {
    return Arrays.stream(DisputeAction.values())
        .filter(action -> action.isPossibleIn(status))
        .filter(action -> action != DisputeAction.REPLY || canStillBeAnswered())
        .toList();
  }

  /** Whoever has to act next. */
  @Override
  public Owner owner() {
    return new Owner(status == ANNOUNCED ? intake.outlet() : intake.filingOutlet(), null, null);
  }

  @Override
  public Set<String> outletsAsked() {
    return announcedAt == null
        ? Set.of(intake.filingOutlet()) // nothing is announced yet
        : Set.of(intake.filingOutlet(), intake.outlet());
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public CaseNumber number() {
    return CaseNumber.parse(number);
  }

  @Override
  public String statusName() {
    return status.name();
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public String contact() {
    return intake.contact();
  }

  public DisputeStatus status() {
    return status;
  }

  public NewDispute intake() {
    return intake;
  }

  public Priority priority() {
    return priority;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  /** Sealed, or null. */
  public String announcement() {
    return announcement;
  }

  public String recipientVerified() {
    return recipientVerified;
  }

  public Instant announcedAt() {
    return announcedAt;
  }

  public Instant answerBy() {
    return answerBy;
  }

  public Instant negotiateUntil() {
    return negotiateUntil;
  }

  public Instant readAt() {
    return readAt;
  }

  public DisputeAnswer answer() {
    return answer;
  }

  public Instant answeredAt() {
    return answeredAt;
  }

  /** Sealed, or null. */
  public String statement() {
    return statement;
  }

  public Settlement settlement() {
    return DisputeJson.read(settlement, Settlement.class);
  }

  public int returns() {
    return returns;
  }

  public String returnReason() {
    return returnReason;
  }

  public List<String> missing() {
    return DisputeJson.readList(missing, String.class);
  }

  /** Null before headquarters looked into it. */
  public Boolean verifiedTrue() {
    return verifiedTrue;
  }

  public boolean batchConfirmed() {
    return batchConfirmed;
  }

  /** The newest last. */
  public List<Ruling> rulings() {
    return DisputeJson.readList(rulings, Ruling.class);
  }

  public Objection objection() {
    return DisputeJson.read(objection, Objection.class);
  }
}
