package io.parceldesk.complaint;

import static io.parceldesk.complaint.ComplaintStatus.ACKNOWLEDGED;
import static io.parceldesk.complaint.ComplaintStatus.ASSIGNED;
import static io.parceldesk.complaint.ComplaintStatus.CALLED_BACK;
import static io.parceldesk.complaint.ComplaintStatus.CLOSED;
import static io.parceldesk.complaint.ComplaintStatus.EXPLAINED;
import static io.parceldesk.complaint.ComplaintStatus.IMPLEMENTED;
import static io.parceldesk.complaint.ComplaintStatus.INVESTIGATED;
import static io.parceldesk.complaint.ComplaintStatus.PLAN_APPROVED;
import static io.parceldesk.complaint.ComplaintStatus.PLAN_PROPOSED;
import static io.parceldesk.complaint.ComplaintStatus.RECEIVED;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent.ComplaintAnswered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintAssigned;
import io.parceldesk.contracts.ComplaintEvent.ComplaintClosed;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import io.parceldesk.contracts.ComplaintEvent.ComplaintReferredToClaims;
import io.parceldesk.contracts.ComplaintEvent.ComplaintRegistered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintReopened;
import io.parceldesk.contracts.ComplaintEvent.Trigger;
import io.parceldesk.contracts.DeadlineFacts;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A customer's dissatisfaction with a delivery, to be handled by a set day (CMP-01, SLA-19). */
@Entity
public class Complaint implements Case {
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
  private int escalationLevel;
  private Instant promisedReplyAt;
  private Boolean founded;
  private String explanation;
  @Embedded private Investigation investigation;
  @Embedded private Plan plan;
  private Instant customerToldAt;
  @Embedded private CallBack callBack;
  private int dissatisfiedCallBacks;
  private String summary;

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
    openedAt = ticket.now();
    handler = against;
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
    return stay("attachment")
        .noting(other.number())
        .announces(
            new ComplaintRegistered(
                facts(), intake.category().name(), stars, other, promisedReplyAt, theirContact));
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
        .announces(new ComplaintAnswered(facts(), false, null, now, contact()));
  }

  /** The department or outlet that must answer, with a clock of its own (CMP-08, CMP-16). */
  public Change assign(Handler to) {
    var change = become(ASSIGNED, "assignment");
    handler = to;
    return change
        .cancels("DEPARTMENT_REPLY")
        .starts("DEPARTMENT_REPLY")
        .announces(new ComplaintAssigned(facts(), owner()));
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

  /** The manager sends the plan back to those who made it (CMP-11). */
  public Change sendBack(String note) {
    return become(INVESTIGATED, "decision").noting(note);
  }

  /** The plan is carried out and the customer told (CMP-12, SLA-18, SLA-21). */
  public Change implementPlan(Instant toldAt, String note, Instant now) {
    if (toldAt.isAfter(now)) {
      throw DomainException.refusedByRule(
          "SLA-21", "told-in-future", "customerToldAt must not be in the future");
    }
    var change = become(IMPLEMENTED, "implementation");
    customerToldAt = toldAt;
    return change
        .noting(note)
        .meets("RESOLVE", "STATUTORY", "PROMISED_REPLY")
        .announces(new ComplaintAnswered(facts(), true, plan.remedy().name(), toldAt, contact()));
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
    var reissued =
        Change.of("call-back", before, ASSIGNED)
            .noting("DISSATISFIED")
            .meets("CALL_BACK")
            .starts("DEPARTMENT_REPLY")
            .announces(new ComplaintAssigned(facts(), owner()));
    var escalates = dissatisfiedCallBacks >= 2 && escalationLevel < 3; // AMB-35
    return escalates
        ? reissued.announces(
            raised(
                escalationLevel + 1, Trigger.DISSATISFIED, "SECOND_DISSATISFIED", "AMB-35", null))
        : reissued;
  }

  /** Summed up and done (CMP-13). */
  public Change close(String text, Instant now) {
    var change = become(CLOSED, "closure");
    summary = text;
    closedAt = now;
    return change
        .cancels("DEPARTMENT_REPLY", "CALL_BACK", "PROMISED_REPLY")
        .announces(
            new ComplaintClosed(
                facts(), callBack == null ? null : callBack.satisfied(), contact()));
  }

  /** The customer came back: the department has to answer again. */
  public Change reopen() {
    var change = become(ASSIGNED, "reopening");
    closedAt = null;
    return change
        .starts("DEPARTMENT_REPLY")
        .starts("RESOLVE")
        .announces(new ComplaintReopened(facts(), contact()));
  }

  /** Somebody asks for a higher level than the one reached (CMP-32). */
  public Change escalate(int level, String reasonCode, String by) {
    if (level <= escalationLevel) {
      throw new DomainException(
          409, "already-escalated", "The complaint is at level " + escalationLevel + " already");
    }
    return stay("escalations")
        .noting("level " + level + ": " + reasonCode)
        .announces(raised(level, Trigger.REQUEST, reasonCode, by, null));
  }

  /** A deadline's ladder asks for a level; null when it is reached already (CMP-32). */
  public Change escalateOnDeadline(int level, DeadlineFacts deadline) {
    if (level <= escalationLevel || !status.isOpen()) {
      return null;
    }
    return stay("escalation")
        .noting("level " + level + ": " + deadline.kind())
        .announces(raised(level, Trigger.DEADLINE, deadline.kind(), deadline.policy(), deadline));
  }

  /** A privacy leak does not wait for anybody (AMB-25). */
  public Change escalateForPrivacy(Change registration) {
    return registration.announces(raised(1, Trigger.PRIVACY, "PRIVACY_LEAK", "AMB-25", null));
  }

  /** Nothing can be done before the customer has answered: our clocks wait (SLA-08 to 10). */
  public Change pause(String reason, String note) {
    return stay("pause").noting(note == null ? reason : reason + ": " + note).pauses(reason);
  }

  public Change resume(String note) {
    return stay("resumption").noting(note).resumes();
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
    escalationLevel = level;
    priority = level >= 2 ? Priority.URGENT : max(priority, Priority.HIGH);
    return new ComplaintEscalated(
        facts(), level, trigger, reasonCode, by, deadline, owner(), contact());
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

  public int escalationLevel() {
    return escalationLevel;
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

  public String summary() {
    return summary;
  }
}
