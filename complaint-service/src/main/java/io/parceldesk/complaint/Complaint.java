package io.parceldesk.complaint;

import static io.parceldesk.complaint.ComplaintStatus.ACKNOWLEDGED;
import static io.parceldesk.complaint.ComplaintStatus.ASSIGNED;
import static io.parceldesk.complaint.ComplaintStatus.CALLED_BACK;
import static io.parceldesk.complaint.ComplaintStatus.CLOSED;
import static io.parceldesk.complaint.ComplaintStatus.EXPLAINED;
import static io.parceldesk.complaint.ComplaintStatus.IMPLEMENTED;
import static io.parceldesk.complaint.ComplaintStatus.INVESTIGATED;
import static io.parceldesk.complaint.ComplaintStatus.MERGED;
import static io.parceldesk.complaint.ComplaintStatus.PLAN_APPROVED;
import static io.parceldesk.complaint.ComplaintStatus.PLAN_PROPOSED;
import static io.parceldesk.complaint.ComplaintStatus.RECEIVED;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Merger;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.deadline.Nature;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent.ComplaintAnswered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintAssigned;
import io.parceldesk.contracts.ComplaintEvent.ComplaintClosed;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import io.parceldesk.contracts.ComplaintEvent.ComplaintJointPartyAnswered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintJointPartyAsked;
import io.parceldesk.contracts.ComplaintEvent.ComplaintJointPartyWithdrawn;
import io.parceldesk.contracts.ComplaintEvent.ComplaintMerged;
import io.parceldesk.contracts.ComplaintEvent.ComplaintReferredToClaims;
import io.parceldesk.contracts.ComplaintEvent.ComplaintRegistered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintReopened;
import io.parceldesk.contracts.ComplaintEvent.Duplicate;
import io.parceldesk.contracts.ComplaintEvent.Trigger;
import io.parceldesk.contracts.ComplaintEvent.Withdrawal;
import io.parceldesk.contracts.DeadlineFacts;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;

/** A customer's dissatisfaction with a delivery, to be handled by a set day (CMP-01, SLA-19). */
@Entity
public class Complaint implements Case {
  private static final Duration REOPENING_PERIOD = Duration.ofDays(30);
  private static final int MAJOR = 5;
  private static final String BY_RULE = "system";

  /** The clock of somebody who is asked for a part; one for each (CMP-20, SLA-03, SLA-04). */
  public static final String JOINT_REPLY = "JOINT_REPLY";

  @Id private UUID id;
  private String number;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private ComplaintStatus status;

  @Embedded private NewComplaint intake;
  private int stars;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private boolean waybillKnown;
  private Instant openedAt;
  private Instant closedAt;
  @Embedded private Handler handler;
  @Embedded private Escalated escalation;
  private Boolean repeated;
  private Instant promisedReplyAt;
  private Boolean founded;
  private String explanation;
  @Embedded private Investigation investigation;
  @Embedded private Plan plan;
  private Instant customerToldAt;
  @Embedded private CallBack callBack;
  private int dissatisfiedCallBacks;
  private String customerPoints;
  private String unsatisfiedReason;

  @Enumerated(EnumType.STRING)
  private ClaimOutcome claimOutcome;

  private String outletStatement;
  private String summary;

  @Convert(converter = AccountabilityJson.class)
  @ColumnTransformer(write = "?::jsonb")
  private List<Accountability> accountability = List.of();

  @Convert(converter = JointPartiesJson.class)
  @ColumnTransformer(write = "?::jsonb")
  private List<JointParty> jointParties;

  private String mergedInto;

  @Convert(converter = DuplicatesJson.class)
  @ColumnTransformer(write = "?::jsonb")
  private List<Duplicate> duplicates;

  protected Complaint() {
    // for the persistence provider
  }

  /** Takes a complaint in (CMP-04); whoever had to come back goes ahead of others. */
  public Complaint(Ticket ticket, NewComplaint complaint, boolean waybillKnown, Handler against) {
    id = UuidCreator.getTimeOrderedEpoch();
    number = ticket.number().text();
    status = RECEIVED;
    intake = complaint;
    stars = complaint.category().stars();
    priority = Priority.of(complaint.urgent(), complaint.tier(), ticket.repeatedContact());
    this.waybillKnown = waybillKnown;
    repeated = ticket.repeatedContact();
    openedAt = ticket.now();
    handler = against;
    escalation = Escalated.NOT_AT_ALL;
  }

  /** What its registration announces; {@code origin} is the inquiry that it came from, or null. */
  public Change registered(CaseRef origin, Instant answerBy) {
    return Change.of("registration", null, status)
        .announces(
            new ComplaintRegistered(
                facts(), intake.category().name(), stars, origin, answerBy, contact()));
  }

  /**
   * Another case on the same parcel is about the same matter: it, and whoever asked there, learns
   * this complaint's number.
   */
  public Change attach(CaseRef other, String theirContact) {
    repeated = true;
    var attached =
        stay("attachment")
            .noting(other.number())
            .hearsFromCustomer()
            .announces(
                new ComplaintRegistered(
                    facts(),
                    intake.category().name(),
                    stars,
                    other,
                    promisedReplyAt,
                    theirContact));
    return escalation.escalationLevel() > 0 ? attached : escalateAtOnce(attached);
  }

  /**
   * The customer is told that the complaint was received and when an answer will come (CMP-16,
   * SLA-05).
   */
  public Change acknowledge(Instant promise, Instant now) {
    requireFuture(promise, now);
    var change = become(ACKNOWLEDGED, "acknowledgement");
    promisedReplyAt = promise;
    var acknowledged = change.meets("ACKNOWLEDGE");
    return promise == null ? acknowledged : acknowledged.starts("PROMISED_REPLY", promise);
  }

  /** The reasons suffice: the way to a department is open (CMP-07). */
  public Change assessFounded() {
    founded = true;
    return stay("assessment").noting("FOUNDED");
  }

  /** A misunderstanding, tactfully cleared up: this is the answer (CMP-07, CMP-19). */
  public Change explain(String tactfully, Instant now) {
    var change = become(EXPLAINED, "assessment");
    founded = false;
    explanation = tactfully;
    customerToldAt = now;
    return change
        .noting("UNFOUNDED")
        .meets("PLAN", "RESOLVE", "STATUTORY", "PROMISED_REPLY")
        .starts("CALL_BACK")
        .announces(new ComplaintAnswered(facts(), false, null, now, contact(), duplicates));
  }

  /** The department or outlet that must answer, with a clock of its own (CMP-08, CMP-16). */
  public Change assign(Handler to, Instant now) {
    var change = become(ASSIGNED, "assignment");
    handler = to;
    var assigned =
        change
            .cancels("DEPARTMENT_REPLY")
            .starts("DEPARTMENT_REPLY")
            .announces(new ComplaintAssigned(facts(), owner()));
    return joint()
        .known(to)
        .filter(JointParty::isWaitedFor) // it answers for all of it now
        .map(party -> released(assigned, party, JointQuestion.End.HANDLER, now))
        .orElse(assigned);
  }

  /** Cause and responsible person are found (CMP-09). */
  public Change investigate(Investigation found) {
    var change = become(INVESTIGATED, "investigation");
    investigation = found;
    return change.meets("DEPARTMENT_REPLY");
  }

  /** A fair plan is on the manager's table (CMP-10, SLA-06). */
  public Change propose(Plan proposed) {
    var change = become(PLAN_PROPOSED, "plan");
    plan = proposed;
    return change.meets("PLAN");
  }

  /** The manager decides every plan (CMP-11). */
  public Change approvePlan(String note) {
    return become(PLAN_APPROVED, "decision").noting(note);
  }

  /** The manager changes the plan and approves it so (CMP-11). */
  public Change approveInstead(Plan changed, String note) {
    var change = become(PLAN_APPROVED, "decision").noting(note);
    plan = changed;
    return change;
  }

  /** The manager sends the plan back to those who made it (CMP-11). */
  public Change sendBack(String note) {
    return become(INVESTIGATED, "decision").noting(note);
  }

  /** The plan is carried out and the customer told (CMP-12, SLA-18, SLA-21). */
  public Change implementPlan(
      Instant toldAt, String note, List<Accountability> answering, Instant now) {
    if (toldAt.isAfter(now)) {
      throw DomainException.refusedByRule(
          "SLA-21", "told-in-future", "customerToldAt must not be in the future");
    }
    var change = become(IMPLEMENTED, "implementation");
    customerToldAt = toldAt;
    accountability = Stream.concat(accountability.stream(), answering.stream()).toList();
    return change
        .noting(note)
        .starts("CALL_BACK")
        .meets("RESOLVE", "STATUTORY", "PROMISED_REPLY")
        .announces(
            new ComplaintAnswered(
                facts(), true, plan.remedy().name(), toldAt, contact(), duplicates));
  }

  /** The customer was asked (CRM-05); not satisfied, it goes back to the department (CMP-04). */
  public Change callBack(CallBack answer) {
    var before = status;
    var change = become(CALLED_BACK, "call-back").meets("CALL_BACK");
    callBack = answer;
    return answer.satisfied() ? change.noting("SATISFIED") : reissue(before);
  }

  private Change reissue(ComplaintStatus before) {
    become(ASSIGNED, "call-back");
    dissatisfiedCallBacks++;
    customerPoints = joined(customerPoints, callBack.customerComment());
    var reissued =
        Change.of("call-back", before, ASSIGNED)
            .noting("DISSATISFIED")
            .meets("CALL_BACK")
            .starts("DEPARTMENT_REPLY")
            .announces(new ComplaintAssigned(facts(), owner()));
    var escalates =
        dissatisfiedCallBacks >= 2
            && escalation.escalationLevel() < Escalated.HEADQUARTERS; // AMB-35
    return escalates
        ? reissued.announces(
            raised(
                escalation.escalationLevel() + 1,
                Trigger.DISSATISFIED,
                "SECOND_DISSATISFIED",
                "AMB-35",
                null))
        : reissued;
  }

  /** Summed up and done (CMP-13). */
  public Change close(String text, Instant now) {
    if (status == ASSIGNED) {
      throw new IllegalTransition(status, CLOSED); // only a manager may, and says why
    }
    var change = become(CLOSED, "closure");
    summary = text;
    closedAt = now;
    return releasedAll(change, now)
        .cancels("DEPARTMENT_REPLY", "CALL_BACK", "PROMISED_REPLY")
        .announces(
            new ComplaintClosed(
                facts(), callBack == null ? null : callBack.satisfied(), contact(), duplicates));
  }

  /**
   * The customer accepts no answer: a manager closes the complaint once the lawful answer was given
   * (AMB-35); the customer is told of the 12305 appeal (REG-08).
   */
  public Change closeUnsatisfied(String text, String reason, Instant now) {
    if (dissatisfiedCallBacks == 0 || customerToldAt == null) {
      throw DomainException.refusedByRule(
          "AMB-35",
          "answer-first",
          "The customer must have been answered and called back before that");
    }
    var change = become(CLOSED, "unsatisfied-closure").noting(reason);
    summary = text;
    unsatisfiedReason = reason;
    closedAt = now;
    return releasedAll(change, now)
        .cancels("DEPARTMENT_REPLY", "CALL_BACK", "PROMISED_REPLY", "RESOLVE", "PLAN")
        .announces(new ComplaintClosed(facts(), false, contact(), duplicates));
  }

  /** The customer came back within 30 days: the department has to answer again. */
  public Change reopen(Instant now) {
    if (closedAt.plus(REOPENING_PERIOD).isBefore(now)) {
      throw new DomainException(
              409, "reopening-too-late", "Register a complaint with followUpOf instead")
          .with("followUpOf", number);
    }
    var change = become(ASSIGNED, "reopening");
    closedAt = null;
    return change
        .starts("DEPARTMENT_REPLY")
        .starts("RESOLVE")
        .announces(new ComplaintReopened(facts(), contact(), duplicates));
  }

  /** Somebody asks for a higher level than the one reached (CMP-32). */
  public Change escalate(int level, String reasonCode, String by) {
    if (level <= escalation.escalationLevel()) {
      throw new DomainException(
          409,
          "already-escalated",
          "The complaint is at level " + escalation.escalationLevel() + " already");
    }
    return stay("escalations")
        .noting("level " + level + ": " + reasonCode)
        .announces(raised(level, Trigger.REQUEST, reasonCode, by, null));
  }

  /**
   * A deadline's ladder asks for a level; null when it is reached already (CMP-32), or the part
   * that somebody was asked for comes too late to be of use.
   */
  public Change escalateOnDeadline(int level, DeadlineFacts deadline) {
    var isStopped = escalation.isTakenOn() && !deadline.nature().equals(Nature.STATUTORY.name());
    var isOfUse = status.isOpen() && (deadline.about() == null || status.awaitsAnswer());
    if (level <= escalation.escalationLevel() || isStopped || !isOfUse) {
      return null;
    }
    return stay("escalation")
        .noting("level " + level + ": " + deadline.kind())
        .announces(raised(level, Trigger.DEADLINE, deadline.kind(), deadline.policy(), deadline));
  }

  /**
   * Some complaints wait for nobody: a privacy leak (AMB-25), one from a customer who had to come
   * back within 30 days, a VIP's major one (CRM-02). One of the reasons is enough.
   */
  public Change escalateAtOnce(Change registration) {
    var trigger = triggerAtOnce();
    return trigger == null
        ? registration
        : registration.announces(raised(1, trigger, trigger.name(), BY_RULE, null));
  }

  private Trigger triggerAtOnce() {
    if (intake.category() == Category.PRIVACY) {
      return Trigger.PRIVACY;
    }
    if (Boolean.TRUE.equals(repeated)) {
      return Trigger.REPEAT;
    }
    return intake.tier() == CustomerTier.VIP && stars == MAJOR ? Trigger.VIP : null;
  }

  /** Somebody at the level has taken it on: the ladder of service deadlines stops (CMP-32). */
  public Change takeOnEscalation(String by, Instant now) {
    if (escalation.escalationLevel() == 0 || escalation.isTakenOn()) {
      throw new DomainException(
          409, "no-escalation-waits", "No escalation waits for somebody to take it on");
    }
    escalation = escalation.takenOn(by, now);
    return stay("escalation-acknowledgement").noting("level " + escalation.escalationLevel());
  }

  /** The outlet that a level waits for says through its own system that it has seen it. */
  public Change noteOutletsAcknowledgement(String outlet, Instant now) {
    return status.isOpen()
            && escalation.escalationLevel() > 0
            && !escalation.isTakenOn()
            && outlet.equals(owner().outlet())
        ? takeOnEscalation(outlet, now)
        : null;
  }

  /** Nothing can be done before the customer has answered: our clocks wait (SLA-08 to 10). */
  public Change pause(String reason, String note) {
    return stay("pause").noting(note == null ? reason : reason + ": " + note).pauses(reason);
  }

  public Change resume(String note) {
    return stay("resumption").noting(note).resumes();
  }

  /**
   * What became of the claim is known here too (CMP-17): a payment carries out a plan to pay, as
   * the customer is told of it. Null when it is no news.
   */
  public Change noteClaim(CaseRef claim, String parcel, ClaimOutcome outcome, Instant now) {
    if (claimOutcome == outcome || !status.isOpen()) {
      return null;
    }
    var note = outcome + " " + claim.number();
    if (parcel != null && intake.waybill() != null && !parcel.equals(intake.waybill())) {
      return stay("claim-outcome").noting(note + " " + parcel); // of a case that was merged
    }
    claimOutcome = outcome;
    return outcome == ClaimOutcome.PAID && status == PLAN_APPROVED && plan.remedy().isMoney()
        ? implementPlan(now, note, List.of(), now)
        : stay("claim-outcome").noting(note);
  }

  /**
   * An outlet answers through its own system. The responsible one's answer is its finding, to be
   * judged by the desk (CMP-09); another's is its part, where it was asked for one (CMP-20). Null
   * where nobody waits for it; but a complaint that was merged keeps what its outlet says.
   */
  public Change noteReply(String outlet, String statement, Instant now) {
    if (outlet.equals(owner().outlet()) && (status == ASSIGNED || status == MERGED)) {
      outletStatement = statement;
      var noted = stay("outlet-reply").noting(outlet);
      return status == MERGED ? noted : noted.meets("DEPARTMENT_REPLY");
    }
    return status.isOpen()
        ? joint()
            .waitedForOf(outlet)
            .map(party -> answered(party, statement, outlet, now))
            .orElse(null)
        : null;
  }

  /**
   * Asks another outlet or department for its part, with a clock of its own; the complaint stays
   * with its handler (CMP-20). Asked again, the clock begins anew.
   *
   * @param question sealed
   * @param replyBy when the answer is due, or null where no policy sets a time
   */
  public Change ask(Handler party, String question, String by, Instant replyBy, Instant now) {
    if (isHandledBy(party)) {
      throw DomainException.refusedByRule(
          "CMP-20", "asks-its-handler", "Whoever handles the complaint is not asked besides");
    }
    var asking = JointQuestion.asked(question, by, now);
    var asked =
        joint()
            .known(party)
            .map(known -> known.askedAgain(party, asking))
            .orElseGet(() -> JointParty.asked(party, asking));
    jointParties = joint().with(asked);
    return stay("joint-parties")
        .noting(asked.code())
        .startsAbout(asked.about(), JOINT_REPLY)
        .announces(new ComplaintJointPartyAsked(facts(), asked.about(), asked.owner(), replyBy));
  }

  /** What the party says for its part; sealed (CMP-20). */
  public Change answer(UUID party, String answer, String by, Instant now) {
    return answered(requireWaitedFor(party), answer, by, now);
  }

  /** The party's part is not needed any more (CMP-20). */
  public Change withdraw(UUID party, String note, Instant now) {
    var asked = requireWaitedFor(party);
    var change =
        stay("joint-withdrawal").noting(note == null ? asked.code() : asked.code() + ": " + note);
    return ended(change, asked, JointQuestion.End.REQUEST, now);
  }

  private JointParty requireWaitedFor(UUID id) {
    var party = joint().require(id);
    if (!party.isWaitedFor()) {
      throw new DomainException(
          409, "not-waited-for", "The question was answered or withdrawn already");
    }
    return party;
  }

  private Change answered(JointParty party, String answer, String by, Instant now) {
    jointParties = joint().with(party.answered(answer, by, now));
    return stay("joint-answer")
        .noting(party.code())
        .meetsAbout(party.about(), JOINT_REPLY)
        .announces(new ComplaintJointPartyAnswered(facts(), party.about(), party.owner(), now));
  }

  /** Nobody is left waiting for an answer that is of no use any more. */
  private Change releasedAll(Change change, Instant now) {
    var all = change;
    for (var party : joint().waitedFor()) {
      all = released(all, party, JointQuestion.End.CLOSED, now);
    }
    return all;
  }

  private Change released(Change change, JointParty party, JointQuestion.End why, Instant now) {
    return ended(change, party, why, now).telling("joint-withdrawal", party.code() + ": " + why);
  }

  private Change ended(Change change, JointParty party, JointQuestion.End why, Instant now) {
    jointParties = joint().with(party.ended(why, now));
    return change
        .cancelsAbout(party.about(), JOINT_REPLY)
        .announces(
            new ComplaintJointPartyWithdrawn(
                facts(), party.about(), party.owner(), Withdrawal.valueOf(why.name())));
  }

  private boolean isHandledBy(Handler party) {
    return new JointParty(id, new Handler(owner().outlet(), owner().department(), null), List.of())
        .is(party);
  }

  private JointParties joint() {
    return JointParties.of(jointParties);
  }

  /**
   * This complaint and another one are the same matter: it ends, and goes on there (conformance
   * 10). Open questions go along, but for those whom the other one asks or is handled by already.
   *
   * @param known when customers of both will have the answer, and parties have to answer
   */
  public Merger mergeInto(
      Complaint survivor, boolean evenIfOtherWaybill, MergeTimes known, Instant now) {
    survivor.requireTakesIn(this, evenIfOtherWaybill);
    var waiting = joint().waitedFor();
    var going = waiting.stream().filter(survivor::hasUseFor).map(JointParty::onlyNewest).toList();
    var change = become(MERGED, "merge").noting(survivor.number);
    closedAt = now;
    mergedInto = survivor.number;
    for (var party : waiting) {
      change =
          going.stream().anyMatch(goes -> goes.id().equals(party.id()))
              ? handedOver(change, party, now)
              : released(change, party, JointQuestion.End.MERGED, now);
    }
    var told =
        change.announces(
            new ComplaintMerged(
                facts(),
                new CaseRef(survivor.number, CaseKind.COMPLAINT.name()),
                known.answerBy(),
                contact()));
    return new Merger(
        told,
        survivor.takeIn(this, going, known, now),
        going.stream().map(JointParty::about).collect(Collectors.toSet()));
  }

  private Change handedOver(Change change, JointParty party, Instant now) {
    jointParties = joint().with(party.ended(JointQuestion.End.MERGED, now));
    return change.telling("joint-hand-over", party.code() + ": " + mergedInto);
  }

  private void requireTakesIn(Complaint other, boolean evenIfOtherWaybill) {
    if (id.equals(other.id)) {
      throw new DomainException(422, "merge-with-itself", "A complaint is not its own duplicate");
    }
    if (!status.awaitsAnswer()) {
      throw new DomainException(
              409,
              "survivor-not-open",
              "Only a complaint that still awaits its answer takes others in")
          .with("survivorStatus", status.name());
    }
    var parcel = intake.waybill();
    var others = other.intake.waybill();
    if (!evenIfOtherWaybill && parcel != null && others != null && !parcel.equals(others)) {
      throw new DomainException(
          422,
          "other-waybill",
          "The complaints are about different parcels; say evenIfOtherWaybill");
    }
  }

  private boolean hasUseFor(JointParty party) {
    return !isHandledBy(party.party())
        && joint().known(party.party()).filter(JointParty::isWaitedFor).isEmpty();
  }

  /**
   * Nothing that the other one has reached gets lost: level, priority, promise, who hears of it.
   */
  private Change takeIn(Complaint other, List<JointParty> going, MergeTimes known, Instant now) {
    priority = max(priority, other.priority);
    repeated = isRepeated() || other.isRepeated();
    claimOutcome = claimOutcome == null ? other.claimOutcome : claimOutcome;
    duplicates = allDuplicates(other);
    var change = stay("duplicate").noting(other.number).hearsFromCustomer();
    for (var party : going) {
      jointParties = joint().with(party);
      change =
          change
              .telling("joint-parties", party.code())
              .announces(
                  new ComplaintJointPartyAsked(
                      facts(), party.about(), party.owner(), known.replyBy(party.about())));
    }
    return keepLevel(other, keepPromise(other, change, now));
  }

  private List<Duplicate> allDuplicates(Complaint other) {
    return Stream.of(
            duplicates == null ? Stream.<Duplicate>of() : duplicates.stream(),
            Stream.of(new Duplicate(other.number, other.contact())),
            other.duplicates == null ? Stream.<Duplicate>of() : other.duplicates.stream())
        .flatMap(some -> some)
        .toList();
  }

  /** Where both were promised a reply, the clocks see to it. */
  private Change keepPromise(Complaint other, Change change, Instant now) {
    var theirs = other.promisedReplyAt;
    if (theirs == null || !theirs.isAfter(now)) {
      return change;
    }
    var isNew = promisedReplyAt == null || !promisedReplyAt.isAfter(now);
    promisedReplyAt = isNew || theirs.isBefore(promisedReplyAt) ? theirs : promisedReplyAt;
    return isNew ? change.starts("PROMISED_REPLY", theirs) : change;
  }

  private Change keepLevel(Complaint other, Change change) {
    var level = other.escalation.escalationLevel();
    if (level <= escalation.escalationLevel()) {
      return change;
    }
    var told = change.announces(raised(level, Trigger.REPEAT, "MERGED", BY_RULE, null));
    escalation = other.escalation; // with whoever has taken it on
    return told;
  }

  /** Money is owed: claims-service takes over that part (CMP-17). */
  public Change referToClaims(String ground, String route, Money claimed) {
    return stay("claim-referral")
        .noting(ground)
        .announces(new ComplaintReferredToClaims(facts(), ground, route, claimed, contact()));
  }

  @Override
  public CaseFacts facts() {
    return new CaseFacts(
        number,
        CaseKind.COMPLAINT.name(),
        status.name(),
        priority.name(),
        intake.tier().name(),
        intake.waybill(),
        openedAt,
        owner().outlet(),
        owner().department());
  }

  /** A clock about a party is that party's to meet. */
  @Override
  public Owner ownerOf(String about) {
    return joint().named(about).map(JointParty::owner).orElseGet(this::owner);
  }

  @Override
  public Set<String> outletsAsked() {
    return joint().outletsInvolved();
  }

  @Override
  public CaseNumber mergedInto() {
    return mergedInto == null ? null : CaseNumber.parse(mergedInto);
  }

  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        CaseKind.COMPLAINT,
        intake.category().name(),
        stars,
        intake.tier(),
        intake.urgent(),
        intake.channel(),
        owner().outlet());
  }

  @Override
  public List<ComplaintAction> possibleActions() {
    return Arrays.stream(ComplaintAction.values())
        .filter(action -> action.isPossibleIn(status))
        .toList();
  }

  private ComplaintEscalated raised(
      int level, Trigger trigger, String reasonCode, String by, DeadlineFacts deadline) {
    escalation = escalation.to(level);
    priority = level >= 2 ? Priority.URGENT : max(priority, Priority.HIGH);
    return new ComplaintEscalated(
        facts(), level, trigger, reasonCode, by, deadline, owner(), contact(), duplicates);
  }

  private static Priority max(Priority one, Priority other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Change become(ComplaintStatus next, String action) {
    if (!status.leadsTo(next)) {
      throw new IllegalTransition(status, next);
    }
    var change = Change.of(action, status, next);
    status = next;
    return change;
  }

  private static String joined(String points, String more) {
    return points == null ? more : points + "\n" + more;
  }

  private Change stay(String action) {
    return Change.of(action, status, status);
  }

  private static void requireFuture(Instant promise, Instant now) {
    if (promise != null && !promise.isAfter(now)) {
      throw DomainException.refusedByRule(
          "SLA-17", "promise-in-past", "promisedReplyAt must be in the future");
    }
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
  public Owner owner() {
    return handler == null // as it is read where nobody is named
        ? new Owner(null, null, null)
        : new Owner(handler.outlet(), handler.department(), handler.assignee());
  }

  @Override
  public String contact() {
    return intake.contact();
  }

  public ComplaintStatus status() {
    return status;
  }

  public NewComplaint intake() {
    return intake;
  }

  public int stars() {
    return stars;
  }

  public Priority priority() {
    return priority;
  }

  public boolean waybillKnown() {
    return waybillKnown;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public Escalated escalation() {
    return escalation;
  }

  /** Whether the customer had complained on the waybill within the 30 days before. */
  public boolean isRepeated() {
    return Boolean.TRUE.equals(repeated);
  }

  /** What the customer was not satisfied with, the newest last, or null. */
  public String customerPoints() {
    return customerPoints;
  }

  /** Why it was closed although the customer is not satisfied, or null. */
  public String unsatisfiedReason() {
    return unsatisfiedReason;
  }

  /** What became of the claim that it was referred to, or null. */
  public ClaimOutcome claimOutcome() {
    return claimOutcome;
  }

  /** What the outlet answered through its own system, sealed, or null. */
  public String outletStatement() {
    return outletStatement;
  }

  public List<Accountability> accountability() {
    return accountability;
  }

  public Instant promisedReplyAt() {
    return promisedReplyAt;
  }

  public Boolean founded() {
    return founded;
  }

  public String explanation() {
    return explanation;
  }

  /** Null before the complaint was investigated. */
  public Investigation investigation() {
    return investigation;
  }

  /** Null before a plan was proposed. */
  public Plan plan() {
    return plan;
  }

  /** When the customer was given the answer, or null. */
  public Instant customerToldAt() {
    return customerToldAt;
  }

  /** Null before the customer was asked. */
  public CallBack callBack() {
    return callBack;
  }

  /** Those who were asked for their part, in the order of their first question (CMP-20). */
  public List<JointParty> jointParties() {
    return joint().all();
  }

  /** One of them; 404 where there is none of this id. */
  public JointParty jointParty(UUID party) {
    return joint().require(party);
  }

  public String summary() {
    return summary;
  }
}
