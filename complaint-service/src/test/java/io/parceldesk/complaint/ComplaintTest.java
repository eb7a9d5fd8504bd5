package io.parceldesk.complaint;

import static io.parceldesk.complaint.ComplaintStatus.ACKNOWLEDGED;
import static io.parceldesk.complaint.ComplaintStatus.ASSIGNED;
import static io.parceldesk.complaint.ComplaintStatus.CLOSED;
import static io.parceldesk.complaint.ComplaintStatus.EXPLAINED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.ComplaintEvent.ComplaintAnswered;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import io.parceldesk.contracts.ComplaintEvent.Trigger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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
        .isThrownBy(() -> complaint.implementPlan(NOON, null, NOON))
        .withMessage("RECEIVED cannot become IMPLEMENTED");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "RECEIVED, ACKNOWLEDGED MERGED",
    "ACKNOWLEDGED, ASSIGNED EXPLAINED MERGED",
    "EXPLAINED, CALLED_BACK CLOSED",
    "ASSIGNED, ASSIGNED INVESTIGATED MERGED",
    "INVESTIGATED, ASSIGNED PLAN_PROPOSED",
    "PLAN_PROPOSED, INVESTIGATED PLAN_APPROVED",
    "PLAN_APPROVED, IMPLEMENTED",
    "IMPLEMENTED, CALLED_BACK",
    "CALLED_BACK, ASSIGNED CLOSED",
    "CLOSED, ASSIGNED",
    "MERGED, ''"
  })
  void leadsNowhereElse(ComplaintStatus from, String successors) {
    var allowed = successors.isBlank() ? Set.<String>of() : Set.of(successors.split(" "));

    var found =
        java.util.Arrays.stream(ComplaintStatus.values())
            .filter(from::leadsTo)
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(found).containsExactlyInAnyOrderElementsOf(allowed);
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
    assertThat(starts(complaint.assign(OUTLET))).containsExactly("DEPARTMENT_REPLY");
    assertThat(meets(complaint.investigate(new Investigation("ROUGH_HANDLING", "dropped", null))))
        .containsExactly("DEPARTMENT_REPLY");
    assertThat(meets(complaint.propose(aPlan()))).containsExactly("PLAN");
    assertThat(meets(complaint.approvePlan(null))).isEmpty();
    assertThat(meets(complaint.implementPlan(NOON, null, NOON))).contains("RESOLVE", "STATUTORY");
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
    assertThat(complaint.escalationLevel()).isZero();
  }

  @Test
  void escalatesOnTheSecondDissatisfiedCallBack() {
    var complaint = anImplementedComplaint();
    complaint.callBack(new CallBack(false, 2, null));
    implement(complaint);

    var change = complaint.callBack(new CallBack(false, 1, null));

    assertThat(complaint.escalationLevel()).as("AMB-35").isEqualTo(1);
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

    complaint.reopen();
    assertThat(complaint.status()).isEqualTo(ASSIGNED);
    assertThat(complaint.closedAt()).isNull();
  }

  @Test
  void escalatesUpwardsOnly() {
    var complaint = aReceivedComplaint(Category.LOSS);

    complaint.escalate(2, "CUSTOMER_INSISTS", "chen");

    assertThat(complaint.escalationLevel()).isEqualTo(2);
    assertThat(complaint.priority()).isEqualTo(Priority.URGENT);
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> complaint.escalate(2, "AGAIN", "chen"))
        .satisfies(e -> assertThat(e.code()).isEqualTo("already-escalated"));
  }

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
    complaint.assign(OUTLET);
    implement(complaint);
    return complaint;
  }

  private static void implement(Complaint complaint) {
    complaint.investigate(new Investigation("ROUGH_HANDLING", "dropped", null));
    complaint.propose(aPlan());
    complaint.approvePlan(null);
    complaint.implementPlan(NOON, null, NOON);
  }

  private static Plan aPlan() {
    return new Plan(Remedy.COMPENSATE, new BigDecimal("120.00"), "Pay for the vase");
  }

  private static Complaint aReceivedComplaint(Category category) {
    var ticket = new Ticket(CaseNumber.of(CaseKind.COMPLAINT, NOON, 1), NOON, false);
    var intake =
        new NewComplaint(
            Channel.PHONE,
            category,
            "SF1234567890123",
            false,
            CustomerTier.ORDINARY,
            "sealed",
            null,
            null,
            null,
            "broken",
            null);
    return new Complaint(ticket, intake, true, OUTLET);
  }
}
