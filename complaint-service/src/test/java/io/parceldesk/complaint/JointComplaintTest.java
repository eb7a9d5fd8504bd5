package io.parceldesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.ClockStep.Cancel;
import io.parceldesk.chassis.cases.ClockStep.CustomerSign;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent.ComplaintClosed;
import io.parceldesk.contracts.ComplaintEvent.ComplaintEscalated;
import io.parceldesk.contracts.ComplaintEvent.ComplaintJointPartyAsked;
import io.parceldesk.contracts.ComplaintEvent.ComplaintJointPartyWithdrawn;
import io.parceldesk.contracts.ComplaintEvent.ComplaintMerged;
import io.parceldesk.contracts.ComplaintEvent.Duplicate;
import io.parceldesk.contracts.ComplaintEvent.Trigger;
import io.parceldesk.contracts.ComplaintEvent.Withdrawal;
import io.parceldesk.contracts.DeadlineFacts;
import io.parceldesk.contracts.Owner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Joint handling (CMP-20) and merging (conformance 10), as the complaint decides them. */
class JointComplaintTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));
  private static final Handler HANDLER = new Handler("LLT-GZ-TH", null, null);
  private static final Handler HUB = new Handler("LLT-GZ-HUB", null, "wu.jie");
  private static final Handler STORAGE = new Handler(null, "STORAGE_TRANSPORT", null);
  private static final MergeTimes UNKNOWN = new MergeTimes(null, Map.of());

  @Test
  void givesEachPartyAClockOfItsOwn() {
    var complaint = assigned(1);

    var hub = complaint.ask(HUB, "sealed", "chen", LATER, NOON);
    var storage = complaint.ask(STORAGE, "sealed", "chen", LATER, NOON);

    var parties = complaint.jointParties();
    assertThat(hub.clocks())
        .containsExactly(new Start("JOINT_REPLY", parties.get(0).id().toString(), null));
    assertThat(storage.clocks())
        .containsExactly(new Start("JOINT_REPLY", parties.get(1).id().toString(), null));
    assertThat(hub.events()).singleElement().isInstanceOf(ComplaintJointPartyAsked.class);
    assertThat(complaint.owner().outlet()).isEqualTo(HANDLER.outlet());
    assertThat(complaint.ownerOf(parties.get(0).id().toString()))
        .isEqualTo(new Owner("LLT-GZ-HUB", null, "wu.jie"));
    assertThat(complaint.ownerOf(null)).isEqualTo(complaint.owner());
  }

  @Test
  void meetsOnlyTheClockOfWhoAnswers() {
    var complaint = assigned(1);
    complaint.ask(HUB, "sealed", "chen", null, NOON);
    complaint.ask(STORAGE, "sealed", "chen", null, NOON);
    var hub = complaint.jointParties().get(0).id();

    var change = complaint.answer(hub, "sealed answer", "wu.jie", LATER);

    assertThat(change.clocks()).containsExactly(new Meet("JOINT_REPLY", hub.toString()));
    assertThat(complaint.jointParties().get(1).isWaitedFor()).isTrue();
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> complaint.answer(hub, "again", "wu.jie", LATER))
        .satisfies(e -> assertThat(e.code()).isEqualTo("not-waited-for"));
  }

  @Test
  void takesTheHandlersReplyAsItsFindingAndAnothersAsItsPart() {
    var complaint = assigned(1);
    complaint.ask(HUB, "sealed", "chen", null, NOON);

    assertThat(complaint.noteReply("LLT-GZ-TH", "finding", NOON).action())
        .isEqualTo("outlet-reply");
    assertThat(complaint.noteReply("LLT-GZ-HUB", "part", NOON).action()).isEqualTo("joint-answer");
    assertThat(complaint.noteReply("LLT-GZ-HUB", "more", NOON)).as("nobody waits").isNull();
    assertThat(complaint.resolution().outletStatement()).isEqualTo("finding");
    assertThat(complaint.jointParties().get(0).newest().answer()).isEqualTo("part");
  }

  @Test
  void releasesWhoeverIsStillAskedWhenItEnds() {
    var complaint = assigned(1);
    complaint.investigate(new Investigation(Cause.ROUGH_HANDLING, "dropped", null));
    complaint.propose(new Plan(Remedy.APOLOGISE, null, "say sorry"));
    complaint.approvePlan(null);
    complaint.implementPlan(NOON, null, List.of(), NOON);
    complaint.callBack(new CallBack(false, 1, "no"));
    complaint.ask(HUB, "sealed", "chen", null, NOON);
    complaint.ask(STORAGE, "sealed", "chen", null, NOON);
    complaint.answer(complaint.jointParties().get(1).id(), "sealed", "zhou", NOON);

    var change = complaint.closeUnsatisfied("nothing more", "accepts nothing", LATER);

    var hub = complaint.jointParties().get(0);
    assertThat(change.clocks()).contains(new Cancel("JOINT_REPLY", hub.id().toString()));
    assertThat(change.asides())
        .extracting(Change::action, Change::note)
        .containsExactly(tuple("joint-withdrawal", "LLT-GZ-HUB: CLOSED"));
    assertThat(withdrawals(change)).containsExactly(Withdrawal.CLOSED);
    assertThat(hub.newest().end()).isEqualTo(JointQuestion.End.CLOSED);
    assertThat(complaint.outletsAsked()).as("sees it no more").isEmpty();
  }

  @Test
  void isNotRaisedForAPartThatComesTooLateToBeOfUse() {
    var complaint = assigned(1);
    complaint.ask(HUB, "sealed", "chen", null, NOON);
    var late = overdue(complaint.jointParties().get(0).id().toString());

    assertThat(complaint.escalateOnDeadline(1, late)).isNotNull();
    var answered = acknowledged(2);
    answered.explain("The road was flooded", NOON);
    assertThat(answered.escalateOnDeadline(1, late)).as("the customer has the answer").isNull();
    assertThat(answered.escalateOnDeadline(1, overdue(null))).isNotNull();
  }

  @Test
  void endsInTheSurvivorWhichKeepsAllThatItHadReached() {
    var duplicate = received(1);
    duplicate.acknowledge(LATER, NOON);
    duplicate.escalate(2, "CUSTOMER_INSISTS", "chen");
    duplicate.takeOnEscalation("liu", NOON);
    var survivor = received(2);

    var merger = duplicate.mergeInto(survivor, false, UNKNOWN, NOON);

    assertThat(duplicate.status()).isEqualTo(ComplaintStatus.MERGED);
    assertThat(duplicate.mergedInto()).isEqualTo(survivor.number());
    assertThat(duplicate.closedAt()).isEqualTo(NOON);
    assertThat(merger.ofMerged().events()).singleElement().isInstanceOf(ComplaintMerged.class);
    assertThat(survivor.priority()).isEqualTo(Priority.URGENT);
    assertThat(survivor.escalation().escalationLevel()).isEqualTo(2);
    assertThat(survivor.escalation().escalationTakenBy()).isEqualTo("liu");
    assertThat(merger.ofSurvivor().clocks())
        .containsExactly(new CustomerSign(), new Start("PROMISED_REPLY", LATER));
    assertThat(merger.ofSurvivor().events())
        .singleElement()
        .isInstanceOfSatisfying(
            ComplaintEscalated.class,
            raised -> {
              assertThat(raised.trigger()).isEqualTo(Trigger.REPEAT);
              assertThat(raised.reasonCode()).isEqualTo("MERGED");
            });
  }

  @Test
  void tellsTheCustomersOfAllThatWasMergedOfTheEnd() {
    var first = received(1);
    var second = received(2);
    var last = acknowledged(3);
    first.mergeInto(second, false, UNKNOWN, NOON);
    second.mergeInto(last, false, UNKNOWN, NOON);
    last.explain("The road was flooded", NOON);

    var closed = (ComplaintClosed) last.close("done", LATER).events().get(0);

    assertThat(closed.duplicates())
        .extracting(Duplicate::number)
        .containsExactly(second.number().text(), first.number().text());
  }

  @Test
  void takesQuestionsAlongUnlessTheSurvivorAsksThemItself() {
    var duplicate = assigned(1);
    var survivor = acknowledged(2);
    survivor.assign(new Handler("LLT-GZ-XX", null, null), NOON);
    duplicate.ask(HUB, "weight?", "chen", null, NOON);
    duplicate.ask(STORAGE, "truck?", "chen", null, NOON);
    duplicate.ask(new Handler("LLT-GZ-XX", null, null), "who?", "chen", null, NOON);
    survivor.ask(STORAGE, "which truck?", "chen", null, NOON);
    var hub = duplicate.jointParties().get(0);

    var merger = duplicate.mergeInto(survivor, false, UNKNOWN, LATER);

    assertThat(merger.going()).containsExactly(hub.id().toString());
    assertThat(survivor.jointParties()).extracting(JointParty::party).containsExactly(STORAGE, HUB);
    assertThat(withdrawals(merger.ofMerged()))
        .containsExactly(Withdrawal.MERGED, Withdrawal.MERGED);
    assertThat(duplicate.jointParties()).noneMatch(JointParty::isWaitedFor);
    assertThat(merger.ofSurvivor().events()).hasSize(1);
  }

  @Test
  void carriesOutNoPlanForTheClaimOfAnotherParcel() {
    var complaint = assigned(1);
    complaint.investigate(new Investigation(Cause.ROUGH_HANDLING, "dropped", null));
    complaint.propose(new Plan(Remedy.COMPENSATE, BigDecimal.TEN, "pay"));
    complaint.approvePlan(null);
    var claim = new CaseRef("CLM-261122-00001F", "CLAIM");

    var noted = complaint.noteClaim(claim, "SF999", ClaimOutcome.PAID, NOON);

    assertThat(noted.note()).contains("PAID", claim.number(), "SF999");
    assertThat(complaint.status()).isEqualTo(ComplaintStatus.PLAN_APPROVED);
    complaint.noteClaim(claim, complaint.intake().waybill(), ClaimOutcome.PAID, NOON);
    assertThat(complaint.status()).isEqualTo(ComplaintStatus.IMPLEMENTED);
  }

  private static List<Withdrawal> withdrawals(Change change) {
    return change.events().stream()
        .filter(ComplaintJointPartyWithdrawn.class::isInstance)
        .map(event -> ((ComplaintJointPartyWithdrawn) event).withdrawal())
        .toList();
  }

  private static DeadlineFacts overdue(String about) {
    return new DeadlineFacts(
        "JOINT_REPLY",
        "SLA-03",
        "p@1",
        "SERVICE",
        NOON,
        NOON,
        NOON,
        NOON,
        false,
        false,
        true,
        about);
  }

  private static Complaint assigned(int sequence) {
    var complaint = acknowledged(sequence);
    complaint.assign(HANDLER, NOON);
    return complaint;
  }

  private static Complaint acknowledged(int sequence) {
    var complaint = received(sequence);
    complaint.acknowledge(null, NOON);
    return complaint;
  }

  private static Complaint received(int sequence) {
    var ticket = new Ticket(CaseNumber.of(CaseKind.COMPLAINT, NOON, sequence), NOON, false);
    var intake =
        new NewComplaint(
            Channel.PHONE,
            Category.DAMAGE,
            null,
            "SF1234567890123",
            false,
            CustomerTier.ORDINARY,
            "sealed contact " + sequence,
            null,
            null,
            null,
            "broken",
            null);
    return new Complaint(ticket, intake, true, HANDLER);
  }
}
