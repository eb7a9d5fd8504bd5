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
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent.ComplaintAnswered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintClosed;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import io.parceldesk.contracts.ComplaintEvent.Trigger;
import io.parceldesk.contracts.DeadlineFacts;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComplaintTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Handler OUTLET = new Handler("LLT-GZ-TH", null, null);

  @Test
  void implementsNoPlanBeforeItsApproval() {
    var complaint = aReceivedComplaint(Category.DAMAGE);

    assertThatExceptionOfType(IllegalTransition.class)
        .isThrownBy(() -> complaint.implementPlan(NOON, null, List.of(), NOON))
        .withMessage("RECEIVED cannot become IMPLEMENTED");
  }

  @ParameterizedTest
  @EnumSource(Category.class)
  void weighsCategoriesAsTheTableSays(Category category) {
    var stars =
        Map.of(
            Category.ATTITUDE,
            1,
            Category.DAMAGE,
            5,
            Category.SHORTAGE,
            5,
            Category.LOSS,
            5,
            Category.MISMATCH,
            5,
            Category.PRIVACY,
            5);

    assertThat(category.stars()).as("CMP-21, AMB-25").isEqualTo(stars.getOrDefault(category, 3));
  }

  @Test
  void takesWhoCameBackAndVipsFirst() {
    assertThat(Priority.of(false, CustomerTier.ORDINARY, false)).isEqualTo(Priority.NORMAL);
    assertThat(Priority.of(false, CustomerTier.ORDINARY, true)).isEqualTo(Priority.HIGH);
    assertThat(Priority.of(false, CustomerTier.VIP, false)).isEqualTo(Priority.HIGH);
    assertThat(Priority.of(true, CustomerTier.ORDINARY, false)).isEqualTo(Priority.URGENT);
  }

  @Test
  void meetsItsClocksByTheStepsThatTheRulesName() {
    var complaint = aReceivedComplaint(Category.DAMAGE);

    assertThat(meets(complaint.acknowledge(null, NOON))).containsExactly("ACKNOWLEDGE");
    assertThat(starts(complaint.assign(OUTLET, NOON))).containsExactly("DEPARTMENT_REPLY");
    assertThat(
            meets(complaint.investigate(new Investigation(Cause.ROUGH_HANDLING, "dropped", null))))
        .containsExactly("DEPARTMENT_REPLY");
    assertThat(meets(complaint.propose(aPlan()))).containsExactly("PLAN");
    assertThat(meets(complaint.approvePlan(null))).isEmpty();
    assertThat(meets(complaint.implementPlan(NOON, null, List.of(), NOON)))
        .contains("RESOLVE", "STATUTORY");
  }

  @Test
  void answersAnUnfoundedComplaintByExplainingIt() {
    var complaint = aReceivedComplaint(Category.DELAY);
    complaint.acknowledge(null, NOON);

    var change = complaint.explain("The road was flooded", NOON);

    assertThat(complaint.status()).isEqualTo(EXPLAINED);
    assertThat(meets(change)).contains("RESOLVE", "STATUTORY");
    assertThat(change.events()).singleElement().isInstanceOf(ComplaintAnswered.class);
  }

  @Test
  void refusesAPromiseThatHasPassed() {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> aReceivedComplaint(Category.DELAY).acknowledge(NOON, NOON))
        .satisfies(e -> assertThat(e.members()).containsEntry("rule", "SLA-17"));
  }

  @Test
  void goesBackToTheDepartmentWhenTheCustomerIsNotSatisfied() {
    var complaint = anImplementedComplaint();

    complaint.callBack(new CallBack(false, 2, "still broken"));

    assertThat(complaint.status()).isEqualTo(ASSIGNED);
    assertThat(complaint.escalation().escalationLevel()).isZero();
  }

  @Test
  void escalatesOnTheSecondDissatisfiedCallBack() {
    var complaint = anImplementedComplaint();
    complaint.callBack(new CallBack(false, 2, null));
    implement(complaint);

    var change = complaint.callBack(new CallBack(false, 1, null));

    assertThat(complaint.escalation().escalationLevel()).as("AMB-35").isEqualTo(1);
    assertThat(change.events())
        .filteredOn(ComplaintEscalated.class::isInstance)
        .singleElement()
        .satisfies(
            event ->
                assertThat(((ComplaintEscalated) event).trigger()).isEqualTo(Trigger.DISSATISFIED));
  }

  @Test
  void closesAndReopens() {
    var complaint = anImplementedComplaint();
    complaint.callBack(new CallBack(true, 5, null));

    complaint.close("Pack fragile goods better", NOON);
    assertThat(complaint.status()).isEqualTo(CLOSED);
    assertThat(complaint.closedAt()).isEqualTo(NOON);
    assertThat(complaint.possibleActions()).containsExactly(ComplaintAction.REOPENING);

    complaint.reopen(NOON);
    assertThat(complaint.status()).isEqualTo(ASSIGNED);
    assertThat(complaint.closedAt()).isNull();
  }

  @Test
  void escalatesUpwardsOnly() {
    var complaint = aReceivedComplaint(Category.LOSS);

    complaint.escalate(2, "CUSTOMER_INSISTS", "chen");

    assertThat(complaint.escalation().escalationLevel()).isEqualTo(2);
    assertThat(complaint.priority()).isEqualTo(Priority.URGENT);
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> complaint.escalate(2, "AGAIN", "chen"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("already-escalated"));
  }

  @ParameterizedTest(name = "{0} of {1}, repeated {2}: {3}")
  @CsvSource({
    "PRIVACY, ORDINARY,  false, PRIVACY",
    "PRIVACY, VIP,       true,  PRIVACY",
    "DELAY,   ORDINARY,  true,  REPEAT",
    "DAMAGE,  VIP,       false, VIP",
    "DAMAGE,  IMPORTANT, false, ",
    "DELAY,   VIP,       false, ",
  })
  void escalatesAtOnceWhatCannotWait(
      Category category, CustomerTier tier, boolean repeated, Trigger trigger) {
    var complaint = aReceivedComplaint(category, tier, repeated);

    var change = complaint.escalateAtOnce(complaint.registered(null, null));

    assertThat(change.events())
        .filteredOn(ComplaintEscalated.class::isInstance)
        .extracting(event -> ((ComplaintEscalated) event).trigger())
        .isEqualTo(trigger == null ? List.of() : List.of(trigger));
    assertThat(complaint.escalation().escalationLevel()).isEqualTo(trigger == null ? 0 : 1);
  }

  @Test
  void climbsNoHigherOnServiceDeadlinesOnceSomebodyTookItOn() {
    var complaint = aReceivedComplaint(Category.LOSS);
    complaint.escalate(1, "CUSTOMER_INSISTS", "chen");

    complaint.takeOnEscalation("wu", NOON);

    assertThat(complaint.escalateOnDeadline(2, breach("SERVICE"))).isNull();
    assertThat(complaint.escalateOnDeadline(3, breach("STATUTORY"))).as("the law's").isNotNull();
    assertThat(complaint.escalation().isTakenOn()).as("a new level waits again").isFalse();
    assertThat(complaint.noteOutletsAcknowledgement("LLT-OTHER", NOON)).isNull();
    assertThat(complaint.noteOutletsAcknowledgement(OUTLET.outlet(), NOON)).isNotNull();
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> complaint.takeOnEscalation("wu", NOON))
        .satisfies(e -> assertThat(e.code()).isEqualTo("no-escalation-waits"));
  }

  private static DeadlineFacts breach(String nature) {
    return new DeadlineFacts(
        "RESOLVE", "SLA-10", "p@1", nature, NOON, NOON, NOON, NOON, false, false, true, null);
  }

  @Test
  void letsTheManagerPutABetterPlanInPlace() {
    var complaint = aReceivedComplaint(Category.DAMAGE);
    complaint.acknowledge(null, NOON);
    complaint.assign(OUTLET, NOON);
    complaint.investigate(new Investigation(Cause.ROUGH_HANDLING, "dropped", null));
    complaint.propose(aPlan());

    complaint.approveInstead(new Plan(Remedy.APOLOGISE, null, "Call in person"), "no money");

    assertThat(complaint.status()).isEqualTo(PLAN_APPROVED);
    assertThat(complaint.resolution().plan().remedy()).isEqualTo(Remedy.APOLOGISE);
  }

  @Test
  void closesUnsatisfiedOnlyOnceTheCustomerWasAnsweredAndAsked() {
    var young = aReceivedComplaint(Category.DAMAGE);
    young.acknowledge(null, NOON);
    young.assign(OUTLET, NOON);
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> young.closeUnsatisfied("nothing more", "accepts nothing", NOON))
        .satisfies(e -> assertThat(e.members()).containsEntry("rule", "AMB-35"));

    var complaint = anImplementedComplaint();
    complaint.callBack(new CallBack(false, 1, "wants the moon"));
    assertThat(complaint.satisfaction().customerPoints()).isEqualTo("wants the moon");
    var change = complaint.closeUnsatisfied("nothing more", "accepts nothing", NOON);

    assertThat(complaint.status()).isEqualTo(CLOSED);
    assertThat(change.events())
        .singleElement()
        .satisfies(event -> assertThat(((ComplaintClosed) event).satisfied()).isFalse());
  }

  @Test
  void isOpenedAgainForThirtyDays() {
    var complaint = anImplementedComplaint();
    complaint.callBack(new CallBack(true, 5, null));
    complaint.close("done", NOON);

    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> complaint.reopen(NOON.plus(Duration.ofDays(30)).plusMillis(1)))
        .satisfies(e -> assertThat(e.members()).containsKey("followUpOf"));
    complaint.reopen(NOON.plus(Duration.ofDays(30)));
    assertThat(complaint.status()).isEqualTo(ASSIGNED);
  }

  @Test
  void isCarriedOutByThePaymentOfItsClaim() {
    var complaint = aReceivedComplaint(Category.DAMAGE);
    complaint.acknowledge(null, NOON);
    complaint.assign(OUTLET, NOON);
    complaint.investigate(new Investigation(Cause.ROUGH_HANDLING, "dropped", null));
    complaint.propose(aPlan());
    complaint.approvePlan(null);
    var claim = new CaseRef("CLM-261122-00001F", "CLAIM");

    complaint.noteClaim(claim, null, ClaimOutcome.PAID, NOON);

    assertThat(complaint.status()).isEqualTo(IMPLEMENTED);
    assertThat(complaint.resolution().claimOutcome()).isEqualTo(ClaimOutcome.PAID);
    assertThat(complaint.noteClaim(claim, null, ClaimOutcome.PAID, NOON)).as("no news").isNull();
  }

  @Test
  void takesTheReplyOfTheOutletItWaitsForAndNoOther() {
    var complaint = aReceivedComplaint(Category.DAMAGE);
    complaint.acknowledge(null, NOON);
    assertThat(complaint.noteReply(OUTLET.outlet(), "sealed", NOON)).as("not asked yet").isNull();
    complaint.assign(OUTLET, NOON);

    assertThat(complaint.noteReply("LLT-OTHER", "sealed", NOON)).isNull();
    assertThat(meets(complaint.noteReply(OUTLET.outlet(), "sealed", NOON)))
        .containsExactly("DEPARTMENT_REPLY");
    assertThat(complaint.status()).as("the desk judges it").isEqualTo(ASSIGNED);
  }

  /** Every step from every status: allowed as the rules have it, or refused. */
  @ParameterizedTest
  @EnumSource(ComplaintStatus.class)
  void leadsOnlyWhereTheRulesSay(ComplaintStatus from) {
    var lines =
        Arrays.stream(ComplaintStatus.values())
            .filter(from::leadsTo)
            .map(Enum::name)
            .collect(Collectors.joining(" "));
    var actions =
        Arrays.stream(ComplaintAction.values())
            .filter(action -> action.isPossibleIn(from))
            .map(Enum::name)
            .collect(Collectors.joining(" "));

    assertThat(lines + " | " + actions).isEqualTo(MATRIX.get(from));
  }

  private static final String ALWAYS =
      "PAUSE RESUMPTION ESCALATIONS ESCALATION_ACKNOWLEDGEMENT CLAIM_REFERRAL";

  /** What can be done about questions to others: new ones only before the customer's answer. */
  private static final String ANSWERED = " JOINT_ANSWER JOINT_WITHDRAWAL";

  private static final String UNANSWERED = " JOINT_PARTIES" + ANSWERED;

  /** Where each status leads, and what can be done in it besides what can be done in all. */
  private static final Map<ComplaintStatus, String> MATRIX =
      Map.ofEntries(
          entry(
              RECEIVED, "ACKNOWLEDGED MERGED | ACKNOWLEDGEMENT " + ALWAYS + UNANSWERED + " MERGE"),
          entry(
              ACKNOWLEDGED,
              "EXPLAINED ASSIGNED MERGED | ASSESSMENT ASSIGNMENT "
                  + ALWAYS
                  + UNANSWERED
                  + " MERGE"),
          entry(EXPLAINED, "CALLED_BACK CLOSED | CALL_BACK CLOSURE " + ALWAYS + ANSWERED),
          entry(
              ASSIGNED,
              "ASSIGNED INVESTIGATED CLOSED MERGED | ASSIGNMENT INVESTIGATION"
                  + " UNSATISFIED_CLOSURE "
                  + ALWAYS
                  + UNANSWERED
                  + " MERGE"),
          entry(INVESTIGATED, "ASSIGNED PLAN_PROPOSED | ASSIGNMENT PLAN " + ALWAYS + UNANSWERED),
          entry(PLAN_PROPOSED, "INVESTIGATED PLAN_APPROVED | DECISION " + ALWAYS + UNANSWERED),
          entry(PLAN_APPROVED, "IMPLEMENTED | IMPLEMENTATION " + ALWAYS + UNANSWERED),
          entry(IMPLEMENTED, "CALLED_BACK | CALL_BACK " + ALWAYS + ANSWERED),
          entry(CALLED_BACK, "ASSIGNED CLOSED | CLOSURE " + ALWAYS + ANSWERED),
          entry(CLOSED, "ASSIGNED | REOPENING"),
          entry(MERGED, " | "));

  private static List<String> starts(Change change) {
    return change.clocks().stream()
        .filter(Start.class::isInstance)
        .map(step -> ((Start) step).kind())
        .toList();
  }

  private static List<String> meets(Change change) {
    return change.clocks().stream()
        .filter(Meet.class::isInstance)
        .map(step -> ((Meet) step).kind())
        .toList();
  }

  private static Complaint anImplementedComplaint() {
    var complaint = aReceivedComplaint(Category.DAMAGE);
    complaint.acknowledge(null, NOON);
    assertThat(complaint.status()).isEqualTo(ACKNOWLEDGED);
    complaint.assign(OUTLET, NOON);
    implement(complaint);
    return complaint;
  }

  private static void implement(Complaint complaint) {
    complaint.investigate(new Investigation(Cause.ROUGH_HANDLING, "dropped", null));
    complaint.propose(aPlan());
    complaint.approvePlan(null);
    complaint.implementPlan(NOON, null, List.of(), NOON);
  }

  private static Plan aPlan() {
    return new Plan(Remedy.COMPENSATE, new BigDecimal("120.00"), "Pay for the vase");
  }

  private static Complaint aReceivedComplaint(Category category) {
    return aReceivedComplaint(category, CustomerTier.ORDINARY, false);
  }

  private static Complaint aReceivedComplaint(
      Category category, CustomerTier tier, boolean repeated) {
    var ticket = new Ticket(CaseNumber.of(CaseKind.COMPLAINT, NOON, 1), NOON, repeated);
    var intake =
        new NewComplaint(
            Channel.PHONE,
            category,
            null,
            "SF1234567890123",
            false,
            tier,
            "sealed",
            null,
            null,
            null,
            "broken",
            null);
    return new Complaint(ticket, intake, true, OUTLET);
  }
}
