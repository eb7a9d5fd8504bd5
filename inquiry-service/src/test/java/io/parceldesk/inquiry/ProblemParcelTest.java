package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_COURIER;
import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_SENDER;
import static io.parceldesk.inquiry.ProblemParcelStatus.DECLARED;
import static io.parceldesk.inquiry.ProblemParcelStatus.INSTRUCTED;
import static io.parceldesk.inquiry.ProblemParcelStatus.RESOLVED;
import static io.parceldesk.inquiry.ProblemParcelStatus.UNCLAIMED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.ClockStep.Cancel;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelDeclared;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelInstructed;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelResolved;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ProblemParcelTest {
  private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final AccessCode CODE = new AccessCode("sealed code", "index", TEN);
  private static final AccessCode NEXT = new AccessCode("next code", "next", TEN);

  @Test
  void asksItsSenderWithACode() {
    var problem = problem("sealed sender");

    var change = problem.declared(CODE);

    assertThat(problem.status()).isEqualTo(AWAITING_SENDER);
    assertThat(change.clocks())
        .as("somebody has it (REG-14)")
        .containsExactly(new Start("CUSTODY", null));
    assertThat(change.events())
        .containsExactly(
            new ProblemParcelDeclared(
                problem.facts(), "INFORMATION", "COURIER", "sealed sender", "sealed code", null));
  }

  @Test
  void waitsForTheDeskWhereNobodyKnowsItsSender() {
    var problem = problem(null);

    problem.declared(CODE);

    assertThat(problem.status()).isEqualTo(DECLARED);
    assertThat(problem.code()).isNull();
    assertThat(problem.possibleActions())
        .contains(ProblemParcelAction.INSTRUCTION)
        .doesNotContain(ProblemParcelAction.REMINDER);
  }

  @ParameterizedTest
  @EnumSource(value = InstructionKind.class, names = "CHANGE_AMOUNT", mode = Mode.EXCLUDE)
  void goesOnDirectlyWithWhatNoCourierHasToConfirm(InstructionKind kind) {
    var problem = awaitingSender();

    var change = problem.instruct(instruction(kind));

    assertThat(problem.status()).as("PRB-06").isEqualTo(INSTRUCTED);
    assertThat(problem.code()).as("a code answers once").isNull();
    assertThat(change.clocks())
        .containsExactly(new Meet("SENDER_REPLY"), new Start("WORK_ORDER", null));
    assertThat(change.events())
        .containsExactly(new ProblemParcelInstructed(problem.facts(), kind.name()));
  }

  @Test
  void hasTheCourierConfirmAnAmountFirst() {
    var problem = awaitingCourier();

    var change = problem.confirmAmount("called him");

    assertThat(problem.status()).as("PRB-05").isEqualTo(INSTRUCTED);
    assertThat(change.clocks())
        .containsExactly(new Meet("WORK_ORDER"), new Start("WORK_ORDER", null));
    assertThat(change.events()).hasSize(1).hasOnlyElementsOfType(ProblemParcelInstructed.class);
  }

  @Test
  void asksItsSenderAnewWhereTheCourierDoesNotAgree() {
    var problem = awaitingCourier();

    var change = problem.refuseAmount("too little", NEXT);

    assertThat(problem.status()).as("PRB-05").isEqualTo(AWAITING_SENDER);
    assertThat(problem.accessCode()).isEqualTo("next code");
    assertThat(change.clocks())
        .containsExactly(new Cancel("WORK_ORDER"), new Start("SENDER_REPLY", null));
    assertThat(change.events()).hasSize(1).hasOnlyElementsOfType(ProblemParcelDeclared.class);
  }

  @Test
  void isAcknowledgedOnce() {
    var problem = instructed(InstructionKind.REDELIVER);

    problem.acknowledge(TEN);

    assertThat(problem.acknowledgedAt()).isEqualTo(TEN);
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> problem.acknowledge(TEN))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(409));
  }

  @Test
  void isResolvedWhereverItStands() {
    var problem = awaitingSender();

    var change = problem.resolve(Outcome.DELIVERED, null, TEN);

    assertThat(problem.status()).isEqualTo(RESOLVED);
    assertThat(problem.closedAt()).isEqualTo(TEN);
    assertThat(problem.code()).isNull();
    assertThat(change.clocks())
        .containsExactly(new Meet("WORK_ORDER"), new Meet("CUSTODY"), new Cancel("SENDER_REPLY"));
    assertThat(change.events())
        .containsExactly(new ProblemParcelResolved(problem.facts(), "DELIVERED", "sealed sender"));
    assertThatExceptionOfType(IllegalTransition.class)
        .isThrownBy(() -> problem.resolve(Outcome.RETURNED, null, TEN));
  }

  @Test
  void isUnclaimedByTheEndOfItsCustodyOnly() {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> awaitingSender().resolve(Outcome.UNCLAIMED, null, TEN))
        .satisfies(refusal -> assertThat(refusal.members()).containsEntry("rule", "REG-14"));

    var problem = awaitingSender();
    var change = problem.endCustody(TEN);

    assertThat(problem.status()).isEqualTo(UNCLAIMED);
    assertThat(change.events()).hasSize(1).hasOnlyElementsOfType(ProblemParcelResolved.class);
    assertThat(problem.endCustody(TEN)).isNull();
  }

  @Test
  void isClaimedWhileItIsOnItsWayToSomebody() {
    assertThat(instructed(InstructionKind.REDELIVER).endCustody(TEN)).isNull();
    assertThat(instructed(InstructionKind.HOLD).endCustody(TEN)).isNotNull();
  }

  @Test
  void isInNobodysCustodyBeforeItTurnsUp() {
    var silent = problem("sealed sender", CauseClass.UNKNOWN);

    assertThat(silent.declared(CODE).clocks()).isEmpty();
    assertThat(silent.endCustody(TEN)).isNull();

    var change = silent.comeToHand(CauseClass.INFORMATION);

    assertThat(change.clocks()).containsExactly(new Start("CUSTODY", null));
    assertThat(silent.declaration().category()).isEqualTo(CauseClass.INFORMATION);
    assertThat(silent.comeToHand(CauseClass.INFORMATION)).as("once").isNull();
    assertThat(silent.endCustody(TEN)).isNotNull();
  }

  private static ProblemParcel instructed(InstructionKind kind) {
    var problem = awaitingSender();
    problem.instruct(instruction(kind));
    return problem;
  }

  private static ProblemParcel awaitingCourier() {
    var problem = instructed(InstructionKind.CHANGE_AMOUNT);
    assertThat(problem.status()).isEqualTo(AWAITING_COURIER);
    return problem;
  }

  private static ProblemParcel awaitingSender() {
    var problem = problem("sealed sender");
    problem.declared(CODE);
    return problem;
  }

  private static ProblemParcel problem(String sender) {
    return problem(sender, CauseClass.INFORMATION);
  }

  private static ProblemParcel problem(String sender, CauseClass cause) {
    return new ProblemParcel(
        new Ticket(CaseNumber.of(CaseKind.PROBLEM_PARCEL, NINE, 95), NINE, false),
        new NewProblemParcel(
            Channel.API_OUTLET,
            cause,
            Declarer.COURIER,
            "LLT8812604417",
            false,
            CustomerTier.ORDINARY,
            sender,
            "Nobody answers the phone",
            null),
        "LLT-CD-02",
        true);
  }

  private static Instruction instruction(InstructionKind kind) {
    return new Instruction(kind, null, BigDecimal.TEN, null, "agent", NINE);
  }
}
