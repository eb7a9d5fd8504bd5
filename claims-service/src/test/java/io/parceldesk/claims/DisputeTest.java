package io.parceldesk.claims;

import static io.parceldesk.claims.DisputeAction.ANNOUNCEMENT;
import static io.parceldesk.claims.DisputeAction.EVIDENCE;
import static io.parceldesk.claims.DisputeAction.OBJECTION;
import static io.parceldesk.claims.DisputeAction.REPLY;
import static io.parceldesk.claims.DisputeAction.RETURN;
import static io.parceldesk.claims.DisputeAction.RULING;
import static io.parceldesk.claims.DisputeAction.SETTLEMENT;
import static io.parceldesk.claims.DisputeAction.SUBMISSION;
import static io.parceldesk.claims.DisputeAction.VERIFICATION;
import static io.parceldesk.claims.DisputeStatus.CLOSED_EMPTY;
import static io.parceldesk.claims.DisputeStatus.NEGOTIATING;
import static io.parceldesk.claims.DisputeStatus.RETURNED;
import static io.parceldesk.claims.DisputeStatus.SETTLED;
import static io.parceldesk.claims.DisputeStatus.SUBMITTED;
import static io.parceldesk.claims.SampleDisputes.MAX_RETURNS;
import static io.parceldesk.claims.SampleDisputes.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.claims.Settlement.Way;
import io.parceldesk.contracts.ClaimsEvent.DisputeMaterialOverdue;
import io.parceldesk.contracts.ClaimsEvent.DisputeNegotiationEnded;
import io.parceldesk.contracts.ClaimsEvent.DisputeRuled;
import io.parceldesk.contracts.ClaimsEvent.DisputeSettled;
import io.parceldesk.contracts.ClaimsEvent.DisputeSettlementOffered;
import io.parceldesk.contracts.ClaimsEvent.PenaltyIssued;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DisputeTest {
  private static final Caller FILER = new Caller("filer", Set.of("outlet"), "LLT-GZ-01");
  private static final Caller LIABLE = new Caller("liable", Set.of("outlet"), "LLT-CD-02");

  @ParameterizedTest
  @EnumSource
  void allowsInEachStatusWhatTheFlowAllows(DisputeStatus status) {
    Set<DisputeAction> allowed =
        switch (status) {
          case VERIFYING -> Set.of(ANNOUNCEMENT, EVIDENCE);
          case ANNOUNCED -> Set.of(REPLY, SETTLEMENT, EVIDENCE);
          case ANSWERED, NEGOTIATING -> Set.of(SETTLEMENT, EVIDENCE, SUBMISSION);
          case SUBMITTED -> Set.of(RETURN, VERIFICATION, SETTLEMENT, EVIDENCE);
          case RETURNED -> Set.of(SUBMISSION, SETTLEMENT, EVIDENCE);
          case VERIFIED -> Set.of(RULING, SETTLEMENT, EVIDENCE);
          case RULED -> Set.of(OBJECTION);
          case OBJECTED -> Set.of(RULING);
          case SETTLED, CLOSED_EMPTY -> Set.of();
        };

    assertThat(SampleDisputes.in(status).status()).isEqualTo(status);
    assertThat(SampleDisputes.in(status).possibleActions())
        .containsExactlyInAnyOrderElementsOf(allowed);
    for (var step : steps().entrySet()) {
      if (!allowed.contains(step.getKey())) {
        assertThatExceptionOfType(DomainException.class)
            .as(step.getKey() + " in " + status)
            .isThrownBy(() -> step.getValue().apply(SampleDisputes.in(status)))
            .satisfies(refusal -> assertThat(refusal.status()).isIn(409, 422));
      }
    }
  }

  /** Settlements and evidence are held to the status by the desk, these by the model, too. */
  private static Map<DisputeAction, Function<Dispute, Change>> steps() {
    return Map.of(
        ANNOUNCEMENT,
        d -> d.announce("sealed", "CALL_RECORD", new Dispute.Limits(NOW, NOW), NOW),
        REPLY,
        d -> d.reply(DisputeAnswer.REFUSED, null, NOW),
        SUBMISSION,
        d -> d.submit(MAX_RETURNS, NOW.plus(Duration.ofDays(99))),
        RETURN,
        d -> d.giveBack("EVIDENCE_MISSING", List.of(), null, MAX_RETURNS, NOW),
        VERIFICATION,
        d -> d.verify(true, true, "so it is"),
        RULING,
        d -> d.rule(SampleDisputes.ruling("1.00"), NOW, NOW),
        OBJECTION,
        d -> d.object("LLT-CD-02", "no", NOW));
  }

  @Test
  void opensTheFilingWhenTheLimitPassesSilent() {
    var dispute = SampleDisputes.announced();

    var change = dispute.fallSilent();

    assertThat(change.to()).isEqualTo("NEGOTIATING");
    assertThat(dispute.answered().answer()).isEqualTo(DisputeAnswer.SILENT);
    assertThat(dispute.submit(MAX_RETURNS, NOW).to()).isEqualTo("SUBMITTED");
    assertThat(dispute.fallSilent()).as("only once").isNull();
  }

  @Test
  void isNotFiledWhileTheOutletsNegotiate() {
    var dispute = SampleDisputes.announced();
    dispute.reply(DisputeAnswer.NEGOTIATE, null, NOW);

    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> dispute.submit(MAX_RETURNS, NOW))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("negotiation-first"));
    assertThat(dispute.endNegotiation().events())
        .singleElement()
        .isInstanceOf(DisputeNegotiationEnded.class);
    assertThat(dispute.endNegotiation()).as("only once").isNull();
    assertThat(dispute.submit(MAX_RETURNS, NOW).to()).isEqualTo("SUBMITTED");
  }

  @Test
  void hearsALateAnswerOnceAndNoStranger() {
    var dispute = SampleDisputes.announced();
    dispute.fallSilent();

    assertThat(dispute.noteReply("LLT-SZ-09", DisputeAnswer.ACCEPTED, null, NOW)).isNull();
    assertThat(dispute.noteReply("LLT-CD-02", DisputeAnswer.REFUSED, null, NOW)).isNotNull();
    assertThat(dispute.noteReply("LLT-CD-02", DisputeAnswer.ACCEPTED, null, NOW)).isNull();
    assertThat(dispute.status()).isEqualTo(NEGOTIATING);
  }

  @Test
  void keepsTheFirstReadReceiptOfTheResponsibleOutlet() {
    var dispute = SampleDisputes.announced();

    assertThat(dispute.acknowledge("LLT-GZ-01", NOW)).isNull();
    assertThat(dispute.acknowledge("LLT-CD-02", NOW)).isNotNull();
    assertThat(dispute.acknowledge("LLT-CD-02", NOW.plusSeconds(9))).isNull();
    assertThat(dispute.publication().readAt()).isEqualTo(NOW);
  }

  @Test
  void endsWithNothingWhenAFourthFilingIsIncomplete() {
    var dispute = SampleDisputes.returnedThrice();

    var change = dispute.submit(MAX_RETURNS, NOW);

    assertThat(dispute.status()).isEqualTo(CLOSED_EMPTY);
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            DisputeRuled.class, ruled -> assertThat(ruled.award().amount()).isEqualTo("0.00"));
  }

  @Test
  void goesOnWhenAFourthFilingIsComplete() {
    var dispute = SampleDisputes.returnedThrice();
    SampleDisputes.complete(dispute);

    dispute.submit(MAX_RETURNS, NOW);

    assertThat(dispute.status()).isEqualTo(SUBMITTED);
  }

  @Test
  void endsWithNothingWhenAFourthFilingIsFoundIncomplete() {
    var dispute = SampleDisputes.returnedThrice();
    SampleDisputes.complete(dispute);
    dispute.submit(MAX_RETURNS, NOW);

    var change = dispute.giveBack("IMAGE_UNCLEAR", List.of(), null, MAX_RETURNS, NOW);

    assertThat(dispute.status()).isEqualTo(CLOSED_EMPTY);
    assertThat(dispute.material().returns()).isEqualTo(MAX_RETURNS);
    assertThat(change.events()).singleElement().isInstanceOf(DisputeRuled.class);
  }

  @Test
  void endsWithNothingOnlyByTheSilenceAfterTheLastReturn() {
    var once = SampleDisputes.in(RETURNED);

    assertThat(once.missMaterial(MAX_RETURNS, NOW).events())
        .singleElement()
        .isInstanceOfSatisfying(
            DisputeMaterialOverdue.class, overdue -> assertThat(overdue.returns()).isOne());
    assertThat(once.status()).isEqualTo(RETURNED);
    assertThat(SampleDisputes.returnedThrice().missMaterial(MAX_RETURNS, NOW).to())
        .isEqualTo("CLOSED_EMPTY");
  }

  @Test
  void isSettledOnceBothSidesSayTheSame() {
    var dispute = SampleDisputes.refused();

    dispute.settle(new Settlement(Amount.of("400.00"), Way.ACCOUNT, "LLT-GZ-01"), NOW);
    var other = dispute.settle(new Settlement(Amount.of("300.00"), Way.ACCOUNT, "LLT-CD-02"), NOW);
    assertThat(dispute.status()).as("they differ").isEqualTo(NEGOTIATING);
    var again = dispute.settle(new Settlement(Amount.of("300.00"), Way.ACCOUNT, "LLT-CD-02"), NOW);
    assertThat(dispute.status()).as("one says it twice").isEqualTo(NEGOTIATING);
    var last = dispute.settle(new Settlement(Amount.of("300.00"), Way.ACCOUNT, "LLT-GZ-01"), NOW);

    assertThat(dispute.status()).isEqualTo(SETTLED);
    assertThat(other.events())
        .singleElement()
        .isInstanceOfSatisfying(
            DisputeSettlementOffered.class,
            offer -> assertThat(offer.offeredBy()).isEqualTo("RESPONSIBLE_OUTLET"));
    assertThat(again.events()).isEmpty();
    assertThat(last.events())
        .singleElement()
        .isInstanceOfSatisfying(
            DisputeSettled.class,
            settled -> {
              assertThat(settled.settledBy()).isEqualTo("AGREEMENT");
              assertThat(settled.amount().amount()).isEqualTo("300.00");
              assertThat(settled.way()).isEqualTo("ACCOUNT");
            });
  }

  @Test
  void holdsAnAcceptanceToWhatWasAnnounced() {
    var dispute = SampleDisputes.announced();
    dispute.reply(DisputeAnswer.ACCEPTED, null, NOW);

    dispute.settle(new Settlement(Amount.of("900.01"), Way.ACCOUNT, "LLT-GZ-01"), NOW);
    assertThat(dispute.status()).isEqualTo(DisputeStatus.ANSWERED);
    dispute.settle(new Settlement(Amount.of("900.00"), Way.ACCOUNT, "LLT-GZ-01"), NOW);

    assertThat(dispute.status()).isEqualTo(SETTLED);
  }

  @Test
  void tellsOfTheRulingAndOfEveryPenaltyOrder() {
    var change = SampleDisputes.verified().rule(SampleDisputes.ruling("900.00"), NOW, NOW);

    assertThat(change.clocks()).contains(new Start("OBJECTION", null));
    assertThat(change.events()).hasSize(2).first().isInstanceOf(DisputeRuled.class);
    assertThat(change.events().get(1))
        .isInstanceOfSatisfying(
            PenaltyIssued.class,
            order -> {
              assertThat(order.outlet()).isEqualTo("LLT-CD-02");
              assertThat(order.amount().amount()).isEqualTo("900.00");
              assertThat(order.rule()).isEqualTo("CMPN-20");
            });
  }

  @Test
  void isEndedByTheRulingOnAnObjection() {
    var dispute = SampleDisputes.in(DisputeStatus.OBJECTED);

    dispute.rule(SampleDisputes.ruling("500.00"), NOW, NOW);

    assertThat(dispute.status()).isEqualTo(SETTLED);
    assertThat(dispute.verdict().rulingList())
        .extracting(Ruling::award)
        .extracting(Amount::toString)
        .containsExactly("900.00", "500.00");
    assertThatExceptionOfType(IllegalTransition.class)
        .isThrownBy(() -> dispute.rule(SampleDisputes.ruling("1.00"), NOW, NOW));
  }

  @Test
  void keepsEachOutletToItsPart() {
    var dispute = SampleDisputes.announced();

    Stream.of(ANNOUNCEMENT, SUBMISSION, SETTLEMENT, OBJECTION, EVIDENCE)
        .forEach(action -> dispute.requirePart(FILER, action));
    Stream.of(REPLY, SETTLEMENT, OBJECTION, EVIDENCE)
        .forEach(action -> dispute.requirePart(LIABLE, action));
    for (var action : List.of(REPLY, RULING, RETURN, VERIFICATION)) {
      assertThatExceptionOfType(DomainException.class)
          .isThrownBy(() -> dispute.requirePart(FILER, action));
    }
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> dispute.requirePart(LIABLE, SUBMISSION));
  }

  @Test
  void showsTheOtherOutletNothingBeforeTheAnnouncement() {
    assertThat(SampleDisputes.reported().outletsAsked()).containsExactly("LLT-GZ-01");
    assertThat(SampleDisputes.announced().outletsAsked())
        .containsExactlyInAnyOrder("LLT-GZ-01", "LLT-CD-02");
  }
}
