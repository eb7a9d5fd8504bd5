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
import static java.util.Objects.requireNonNullElse;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.Merger;
import io.parceldesk.chassis.cases.StoredCase;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import io.parceldesk.contracts.ComplaintEvent.ComplaintRegistered;
import io.parceldesk.contracts.ComplaintEvent.Duplicate;
import io.parceldesk.contracts.DeadlineFacts;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A customer's dissatisfaction with a delivery, to be handled by a set day (CMP-01, SLA-19). It is
 * longer than most files as it is the whole way from the receipt to the customer's last word, in
 * that order; what is told of it is in {@link ComplaintNews}, and each of its parts has its own
 * rules.
 */
@Entity
public class Complaint extends StoredCase<ComplaintStatus> {
  private static final Duration REOPENING_PERIOD = Duration.ofDays(30);

  /** The clock of somebody who is asked for a part; one for each (CMP-20, SLA-03, SLA-04). */
  public static final String JOINT_REPLY = "JOINT_REPLY";

  @Embedded private NewComplaint intake;
  private int stars;
  private boolean waybillKnown;
  @Embedded private Handler handler;
  @Embedded private Escalated escalation;
  private Boolean repeated;
  @Embedded private Resolution resolution;
  @Embedded private Satisfaction satisfaction;
  private String summary;
  @Embedded private JointParties jointParties;
  @Embedded private SameMatter sameMatter;

  protected Complaint() {
    // for the persistence provider
  }

  /** Takes a complaint in (CMP-04); whoever had to come back goes ahead of others. */
  public Complaint(Ticket ticket, NewComplaint complaint, boolean waybillKnown, Handler against) {
    super(ticket, RECEIVED, complaint);
    intake = complaint;
    stars = complaint.category().stars();
    this.waybillKnown = waybillKnown;
    repeated = ticket.repeatedContact();
    handler = against;
    escalation = Escalated.NOT_AT_ALL;
    resolution = new Resolution();
    satisfaction = Satisfaction.UNKNOWN;
  }

  /** What its registration announces; {@code origin} is the inquiry that it came from, or null. */
  public Change registered(CaseRef origin, Instant answerBy) {
    return opening("registration").announces(registration(origin, answerBy, contact()));
  }

  /**
   * Another case on the same parcel is about the same matter: it, and whoever asked there, learns
   * this complaint's number.
   */
  public Change attach(CaseRef other, String theirContact) {
    repeated = true;
    var attached =
        within("attachment")
            .noting(other.number())
            .hearsFromCustomer()
            .announces(registration(other, resolution.promisedReplyAt(), theirContact));
    return escalation.isRaised() ? attached : escalateAtOnce(attached);
  }

  private ComplaintRegistered registration(CaseRef origin, Instant answerBy, String whose) {
    return new ComplaintRegistered(
        facts(), intake.category().name(), stars, origin, answerBy, whose);
  }

  /**
   * The customer is told that the complaint was received and when an answer will come (CMP-16,
   * SLA-05).
   */
  public Change acknowledge(Instant promise, Instant now) {
    Resolution.requireFuture(promise, now);
    var acknowledged = become(ACKNOWLEDGED, "acknowledgement").meets("ACKNOWLEDGE");
    resolution.promised(promise);
    return promise == null ? acknowledged : acknowledged.starts("PROMISED_REPLY", promise);
  }

  /** The reasons suffice: the way to a department is open (CMP-07). */
  public Change assessFounded() {
    resolution.foundReasons();
    return within("assessment").noting("FOUNDED");
  }

  /** A misunderstanding, tactfully cleared up: this is the answer (CMP-07, CMP-19). */
  public Change explain(String tactfully, Instant now) {
    var change = become(EXPLAINED, "assessment");
    resolution.clearedUp(tactfully, now);
    return change
        .noting("UNFOUNDED")
        .meets("PLAN", "RESOLVE", "STATUTORY", "PROMISED_REPLY")
        .starts("CALL_BACK")
        .announces(news().explained(now));
  }

  /** The department or outlet that must answer, with a clock of its own (CMP-08, CMP-16). */
  public Change assign(Handler to, Instant now) {
    var assigned = become(ASSIGNED, "assignment");
    handler = to;
    return keep(
        joint(
                assigned
                    .cancels("DEPARTMENT_REPLY")
                    .starts("DEPARTMENT_REPLY")
                    .announces(news().assigned()))
            .releasesHandler(to, now));
  }

  /** Cause and responsible person are found (CMP-09). */
  public Change investigate(Investigation found) {
    var change = become(INVESTIGATED, "investigation");
    resolution.found(found);
    return change.meets("DEPARTMENT_REPLY");
  }

  /** A fair plan is on the manager's table (CMP-10, SLA-06). */
  public Change propose(Plan proposed) {
    var change = become(PLAN_PROPOSED, "plan");
    resolution.planned(proposed);
    return change.meets("PLAN");
  }

  /** The manager decides every plan (CMP-11). */
  public Change approvePlan(String note) {
    return become(PLAN_APPROVED, "decision").noting(note);
  }

  /** The manager changes the plan and approves it so (CMP-11). */
  public Change approveInstead(Plan changed, String note) {
    var change = become(PLAN_APPROVED, "decision").noting(note);
    resolution.planned(changed);
    return change;
  }

  /** The manager sends the plan back to those who made it (CMP-11). */
  public Change sendBack(String note) {
    return become(INVESTIGATED, "decision").noting(note);
  }

  /** The plan is carried out and the customer told (CMP-12, SLA-18, SLA-21). */
  public Change implementPlan(
      Instant toldAt, String note, List<Accountability> answering, Instant now) {
    Resolution.requirePast(toldAt, now);
    var change = become(IMPLEMENTED, "implementation");
    resolution.carriedOut(toldAt, answering);
    return change
        .noting(note)
        .starts("CALL_BACK")
        .meets("RESOLVE", "STATUTORY", "PROMISED_REPLY")
        .announces(news().carriedOut(resolution.plan(), toldAt));
  }

  /** The customer was asked (CRM-05); not satisfied, it goes back to the department (CMP-04). */
  public Change callBack(CallBack answer) {
    var before = status();
    var change = become(CALLED_BACK, "call-back").meets("CALL_BACK");
    satisfaction = satisfaction.asked(answer);
    return answer.satisfied() ? change.noting("SATISFIED") : reissue(before);
  }

  private Change reissue(ComplaintStatus before) {
    become(ASSIGNED, "call-back");
    var reissued =
        Change.of("call-back", before, ASSIGNED)
            .noting("DISSATISFIED")
            .meets("CALL_BACK")
            .starts("DEPARTMENT_REPLY")
            .announces(news().assigned());
    return raised(reissued, escalation.onDissatisfaction(satisfaction.dissatisfiedCallBacks()));
  }

  /** Summed up and done (CMP-13). */
  public Change close(String text, Instant now) {
    if (status() == ASSIGNED) {
      throw new IllegalTransition(status(), CLOSED); // only a manager may, and says why
    }
    return closed("closure", text, now).announces(news().closed(satisfaction.satisfied()));
  }

  /**
   * The customer accepts no answer: a manager closes the complaint once the lawful answer was given
   * (AMB-35); the customer is told of the 12305 appeal (REG-08).
   */
  public Change closeUnsatisfied(String text, String reason, Instant now) {
    if (satisfaction.dissatisfiedCallBacks() == 0 || resolution.customerToldAt() == null) {
      throw DomainException.refusedByRule(
          "AMB-35",
          "answer-first",
          "The customer must have been answered and called back before that");
    }
    satisfaction = satisfaction.endedUnsatisfied(reason);
    return closed("unsatisfied-closure", text, now)
        .noting(reason)
        .cancels("RESOLVE", "PLAN")
        .announces(news().closed(false));
  }

  private Change closed(String action, String text, Instant now) {
    var change = become(CLOSED, action);
    summary = text;
    closeAt(now);
    return keep(joint(change).releasesAll(now))
        .cancels("DEPARTMENT_REPLY", "CALL_BACK", "PROMISED_REPLY");
  }

  /** The customer came back within 30 days: the department has to answer again. */
  public Change reopen(Instant now) {
    if (closedAt().plus(REOPENING_PERIOD).isBefore(now)) {
      throw new DomainException(
              409, "reopening-too-late", "Register a complaint with followUpOf instead")
          .with("followUpOf", number().text());
    }
    var change = become(ASSIGNED, "reopening");
    openAgain();
    return change.starts("DEPARTMENT_REPLY").starts("RESOLVE").announces(news().reopened());
  }

  /** Somebody asks for a higher level than the one reached (CMP-32). */
  public Change escalate(int level, String reasonCode, String by) {
    var raise = escalation.onRequest(level, reasonCode, by);
    return raised(within("escalations").noting(raise.note()), raise);
  }

  /**
   * The customer turned to the authority: from its receipt on it is the department head's matter
   * (REG-08), and waiting for the customer is over. Null when the complaint is closed.
   */
  public Change noteAppeal(CaseRef appeal) {
    return status().isOpen()
        ? raised(
            within("appeal").noting(appeal.number()).hearsFromCustomer(),
            escalation.higher(Raise.onAppeal()))
        : null;
  }

  /**
   * A deadline's ladder asks for a level; null when it is reached already (CMP-32), or the part
   * that somebody was asked for comes too late to be of use.
   */
  public Change escalateOnDeadline(int level, DeadlineFacts deadline) {
    var isOfUse = status().isOpen() && (deadline.about() == null || status().awaitsAnswer());
    return escalation
        .onDeadline(level, deadline)
        .filter(raise -> isOfUse)
        .map(raise -> raised(within("escalation").noting(raise.note()), raise))
        .orElse(null);
  }

  /** Some complaints wait for nobody (AMB-25, CRM-02). */
  public Change escalateAtOnce(Change registration) {
    return raised(registration, Raise.atOnce(intake, stars, isRepeated()));
  }

  /** Somebody at the level has taken it on: the ladder of service deadlines stops (CMP-32). */
  public Change takeOnEscalation(String by, Instant now) {
    escalation = escalation.takenOn(by, now);
    return within("escalation-acknowledgement").noting("level " + escalation.escalationLevel());
  }

  /** The outlet that a level waits for says through its own system that it has seen it. */
  public Change noteOutletsAcknowledgement(String outlet, Instant now) {
    return status().isOpen() && escalation.waitsForSomebody() && outlet.equals(owner().outlet())
        ? takeOnEscalation(outlet, now)
        : null;
  }

  private Change raised(Change change, Optional<Raise> raise) {
    return raise.map(why -> raised(change, why)).orElse(change);
  }

  private Change raised(Change change, Raise why) {
    escalation = escalation.to(why.level());
    raiseTo(why.priority());
    return change.announces(news().escalated(why));
  }

  /** Those whom the directory names at the level that this was raised to (CMP-32). */
  ComplaintEscalated turnTo(List<EscalationContact> people, ComplaintEscalated raised) {
    escalation = escalation.turnedTo(people);
    return people.isEmpty() ? raised : raised.to(people);
  }

  /** Nothing can be done before the customer has answered: our clocks wait (SLA-08 to 10). */
  public Change pause(String reason, String note) {
    return within("pause").noting(note == null ? reason : reason + ": " + note).pauses(reason);
  }

  public Change resume(String note) {
    return within("resumption").noting(note).resumes();
  }

  /**
   * What became of the claim is known here too (CMP-17): a payment carries out a plan to pay, as
   * the customer is told of it. Null when it is no news.
   */
  public Change noteClaim(CaseRef claim, String parcel, ClaimOutcome outcome, Instant now) {
    if (resolution.claimOutcome() == outcome || !status().isOpen()) {
      return null;
    }
    var note = outcome + " " + claim.number();
    if (intake.isOfOtherParcel(parcel)) {
      return within("claim-outcome").noting(note + " " + parcel); // of a case that was merged
    }
    resolution.claimed(outcome);
    return outcome == ClaimOutcome.PAID
            && status() == PLAN_APPROVED
            && resolution.plan().remedy().isMoney()
        ? implementPlan(now, note, List.of(), now)
        : within("claim-outcome").noting(note);
  }

  /**
   * An outlet answers through its own system. The responsible one's answer is its finding, to be
   * judged by the desk (CMP-09); another's is its part, where it was asked for one (CMP-20). Null
   * where nobody waits for it; but a complaint that was merged keeps what its outlet says.
   */
  public Change noteReply(String outlet, String statement, Instant now) {
    if (outlet.equals(owner().outlet()) && (status() == ASSIGNED || status() == MERGED)) {
      resolution.stated(statement);
      var noted = within("outlet-reply").noting(outlet);
      return status() == MERGED ? noted : noted.meets("DEPARTMENT_REPLY");
    }
    return status().isOpen()
        ? jointly()
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
    if (handler().isSamePartyAs(party)) {
      throw DomainException.refusedByRule(
          "CMP-20", "asks-its-handler", "Whoever handles the complaint is not asked besides");
    }
    var asking = JointQuestion.asked(question, by, now);
    return keep(joint(within("joint-parties")).asks(party, asking, replyBy));
  }

  /** What the party says for its part; sealed (CMP-20). */
  public Change answer(UUID party, String answer, String by, Instant now) {
    return answered(jointly().requireWaitedFor(party), answer, by, now);
  }

  private Change answered(JointParty party, String answer, String by, Instant now) {
    return keep(joint(within("joint-answer")).answered(party, answer, by, now));
  }

  /** The party's part is not needed any more (CMP-20). */
  public Change withdraw(UUID party, String note, Instant now) {
    var asked = jointly().requireWaitedFor(party);
    return keep(joint(within("joint-withdrawal")).withdraws(asked, note, now));
  }

  private JointChange joint(Change change) {
    return new JointChange(jointly(), change, facts());
  }

  private Change keep(JointChange joint) {
    jointParties = joint.parties();
    return joint.change();
  }

  /**
   * This complaint and another one are the same matter: it ends, and goes on there (conformance
   * 10). Open questions go along, but for those whom the other one asks or is handled by already.
   *
   * @param known when customers of both will have the answer, and parties have to answer
   */
  public Merger mergeInto(
      Complaint survivor, boolean evenIfOtherWaybill, MergeTimes known, Instant now) {
    SameMatter.require(this, survivor, evenIfOtherWaybill);
    var going =
        jointly().waitedFor().stream()
            .filter(survivor::hasUseFor)
            .map(JointParty::onlyNewest)
            .toList();
    var onward = survivor.reference();
    var change = become(MERGED, "merge").noting(onward.number());
    closeAt(now);
    sameMatter = sameMatter().goingOnIn(onward.number());
    return new Merger(
        keep(joint(change).handsOver(going, onward.number(), now))
            .announces(news().merged(onward, known.answerBy())),
        survivor.takeIn(this, going, known, now),
        going.stream().map(JointParty::about).collect(Collectors.toSet()));
  }

  private boolean hasUseFor(JointParty party) {
    return !handler().isSamePartyAs(party.party()) && jointly().waitedFor(party.party()).isEmpty();
  }

  /**
   * Nothing that the other one has reached gets lost: level, priority, promise, who hears of it.
   */
  private Change takeIn(Complaint other, List<JointParty> going, MergeTimes known, Instant now) {
    raiseTo(other.priority());
    repeated = isRepeated() || other.isRepeated();
    sameMatter =
        sameMatter()
            .with(new Duplicate(other.number().text(), other.contact()), other.sameMatter());
    var change = within("duplicate").noting(other.number().text()).hearsFromCustomer();
    var joined = keep(joint(change).takesOver(going, known));
    return keepLevel(other.escalation, resolution.takenIn(other.resolution, joined, now));
  }

  private Change keepLevel(Escalated theirs, Change change) {
    var raise = escalation.higher(Raise.onMerge(theirs.escalationLevel()));
    var told = raised(change, raise);
    escalation = raise.isPresent() ? theirs.turnedTo(List.of()) : escalation;
    return told;
  }

  /** Money is owed: claims-service takes over that part (CMP-17). */
  public Change referToClaims(String ground, String route, Money claimed) {
    return within("claim-referral")
        .noting(ground)
        .announces(news().referredToClaims(ground, route, claimed));
  }

  /** A clock about a party is that party's to meet. */
  @Override
  public Owner ownerOf(String about) {
    return jointly().named(about).map(JointParty::owner).orElseGet(this::owner);
  }

  @Override
  public Set<String> outletsAsked() {
    return jointly().outletsInvolved();
  }

  @Override
  public CaseNumber mergedInto() {
    var survivor = sameMatter().mergedInto();
    return survivor == null ? null : CaseNumber.parse(survivor);
  }

  @Override
  public CaseProfile profile() {
    return super.profile().rated(stars);
  }

  @Override
  public List<ComplaintAction> possibleActions() {
    return Arrays.stream(ComplaintAction.values())
        .filter(action -> action.isPossibleIn(status()))
        .toList();
  }

  // what is read where there is nothing of it

  private Handler handler() {
    return Handler.orNobody(handler);
  }

  private JointParties jointly() {
    return requireNonNullElse(jointParties, JointParties.NONE);
  }

  private SameMatter sameMatter() {
    return requireNonNullElse(sameMatter, SameMatter.NONE);
  }

  private ComplaintNews news() {
    return new ComplaintNews(facts(), owner(), contact(), sameMatter().duplicates());
  }

  @Override
  public Owner owner() {
    return handler().owner();
  }

  @Override
  public NewComplaint intake() {
    return intake;
  }

  public int stars() {
    return stars;
  }

  public boolean waybillKnown() {
    return waybillKnown;
  }

  public Escalated escalation() {
    return escalation;
  }

  /** Nobody was given it yet; its owner is only whom it is directed against. */
  public boolean isUnassigned() {
    return status() == RECEIVED || status() == ACKNOWLEDGED;
  }

  /** Whether the customer had complained on the waybill within the 30 days before. */
  public boolean isRepeated() {
    return Boolean.TRUE.equals(repeated);
  }

  public Resolution resolution() {
    return resolution;
  }

  public Satisfaction satisfaction() {
    return satisfaction;
  }

  /** Those who were asked for their part, in the order of their first question (CMP-20). */
  public List<JointParty> jointParties() {
    return jointly().all();
  }

  /** One of them; 404 where there is none of this id. */
  public JointParty jointParty(UUID party) {
    return jointly().require(party);
  }

  public String summary() {
    return summary;
  }
}
