package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.compensation.Outcome;
import io.parceldesk.claims.compensation.OutletGround;
import io.parceldesk.claims.compensation.OutletParcel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Disputes in every status, made by what the desk does. */
final class SampleDisputes {
  static final Instant NOW = Instant.parse("2026-11-21T01:05:30Z");
  static final int MAX_RETURNS = 3;

  private static final Caller DESK = new Caller("desk", Set.of("agent"), null);
  private static final Dispute.Limits LIMITS =
      new Dispute.Limits(NOW.plus(Duration.ofDays(5)), NOW.plus(Duration.ofDays(30)));

  private SampleDisputes() {}

  static Dispute in(DisputeStatus status) {
    var dispute = reported();
    return switch (status) {
      case VERIFYING -> dispute;
      case ANNOUNCED -> announced();
      case ANSWERED -> after(announced(), d -> d.reply(DisputeAnswer.ACCEPTED, null, NOW));
      case NEGOTIATING -> refused();
      case SUBMITTED -> submitted();
      case RETURNED ->
          after(
              submitted(), d -> d.giveBack("EVIDENCE_MISSING", List.of(), null, MAX_RETURNS, NOW));
      case VERIFIED -> verified();
      case RULED -> ruled();
      case OBJECTED -> after(ruled(), d -> d.object("LLT-CD-02", "not ours", NOW));
      case SETTLED -> after(ruled(), d -> d.standUnopposed(NOW));
      case CLOSED_EMPTY -> after(returnedThrice(), d -> d.missMaterial(MAX_RETURNS, NOW));
    };
  }

  static Dispute reported() {
    var parcel =
        new OutletParcel(
            "LLT8812604417",
            Amount.of("900.00"),
            null,
            null,
            null,
            false,
            false,
            false,
            null,
            null);
    return new Dispute(
        new Ticket(CaseNumber.of(CaseKind.DISPUTE, NOW, 5), NOW, false),
        new NewDispute(
            null,
            OutletGround.LOSS,
            parcel.waybill(),
            "LLT-GZ-01",
            "LLT-CD-02",
            "LLT-CD-02",
            LocalDate.of(2026, 11, 1),
            false,
            null,
            false,
            false,
            new BigDecimal("900.00"),
            "a phone",
            CustomerTier.ORDINARY,
            DisputeJson.write(List.of(parcel)),
            "sealed",
            "sealed"));
  }

  static Dispute announced() {
    return after(reported(), d -> d.announce("sealed", "CALL_RECORD", LIMITS, NOW));
  }

  static Dispute refused() {
    return after(announced(), d -> d.reply(DisputeAnswer.REFUSED, "sealed", NOW));
  }

  static Dispute submitted() {
    return after(refused(), d -> d.submit(MAX_RETURNS, NOW));
  }

  static Dispute returnedThrice() {
    var dispute = submitted();
    for (var i = 0; i < MAX_RETURNS; i++) {
      if (i > 0) {
        dispute.submit(MAX_RETURNS, NOW);
      }
      dispute.giveBack("EVIDENCE_MISSING", dispute.checklist().missing(), null, MAX_RETURNS, NOW);
    }
    return dispute;
  }

  static void complete(Dispute dispute) {
    dispute.receive(EvidenceSlot.WAYBILL_IMAGE, DESK);
    dispute.receive(EvidenceSlot.CLAIM_LETTER, DESK);
    dispute.receive(EvidenceSlot.SEAL, DESK);
  }

  static Dispute verified() {
    return after(submitted(), d -> d.verify(true, false, "the bag never arrived"));
  }

  static Dispute ruled() {
    return after(verified(), d -> d.rule(ruling("900.00"), NOW, NOW));
  }

  static Ruling ruling(String award) {
    return new Ruling(
        Outcome.AWARD,
        false,
        Amount.of(award),
        Amount.ZERO,
        Amount.ZERO,
        Amount.ZERO,
        List.of(new Liability("LLT-CD-02", BigDecimal.valueOf(100))),
        false,
        List.of(),
        "outlet-award@1",
        List.of(new Ruling.Step("CMPN-20", "", "", award)),
        "because",
        null,
        "arbitrator",
        NOW);
  }

  private static Dispute after(Dispute dispute, Consumer<Dispute> step) {
    step.accept(dispute);
    return dispute;
  }
}
