package io.parceldesk.claims;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.ClaimsEvent;
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
import java.time.Instant;
import java.util.List;

/** What is told of a dispute as it stands: to both outlets, and nothing of people. */
record DisputeNews(CaseFacts facts, NewDispute intake) {

  ClaimsEvent published(Instant answerBy) {
    return new AnnouncementPublished(
        facts,
        intake.category().name(),
        filer(),
        responsible(),
        Money.cny(intake.claimed()),
        answerBy);
  }

  ClaimsEvent answered(Answered answered) {
    return new DisputeAnswered(
        facts, filer(), responsible(), answered.answer().name(), answered.filingOpen());
  }

  ClaimsEvent negotiationEnded() {
    return new DisputeNegotiationEnded(facts, filer(), responsible());
  }

  ClaimsEvent settlementOffered(Settlement offer) {
    return new DisputeSettlementOffered(
        facts,
        filer(),
        responsible(),
        sideOf(offer.by()),
        offer.amount().toMoney(),
        offer.way().name());
  }

  ClaimsEvent agreed(Settlement agreed) {
    return new DisputeSettled(
        facts, filer(), responsible(), "AGREEMENT", agreed.amount().toMoney(), agreed.way().name());
  }

  /** The accounts tell how it is paid. */
  ClaimsEvent unopposed(Ruling ruling) {
    return new DisputeSettled(
        facts, filer(), responsible(), "NO_OBJECTION", ruling.award().toMoney(), null);
  }

  ClaimsEvent submitted() {
    return new DisputeSubmitted(facts, filer(), responsible());
  }

  /** What is missing is left out where only the reason says it. */
  ClaimsEvent returned(Material material) {
    var missing = material.missingItems();
    return new DisputeReturned(
        facts,
        filer(),
        material.returns(),
        material.returnReason(),
        missing.isEmpty() ? null : missing);
  }

  ClaimsEvent materialOverdue(Material material) {
    return new DisputeMaterialOverdue(facts, filer(), material.returns(), material.missingItems());
  }

  ClaimsEvent ruled(Amount award, Instant objectionBy) {
    return new DisputeRuled(facts, filer(), responsible(), award.toMoney(), objectionBy);
  }

  /** One for each outlet that pays (ARB-08). */
  List<ClaimsEvent> penalties(Ruling ruling) {
    return new RulingMoney(filer(), ruling)
        .orders().entrySet().stream()
            .<ClaimsEvent>map(
                order ->
                    new PenaltyIssued(
                        facts, order.getKey(), order.getValue().toMoney(), ruling.rule()))
            .toList();
  }

  ClaimsEvent objected(String by) {
    return new DisputeObjected(facts, filer(), responsible(), sideOf(by));
  }

  private String sideOf(String by) {
    return filer().equals(by)
        ? "FILING_OUTLET"
        : responsible().equals(by) ? "RESPONSIBLE_OUTLET" : "HEADQUARTERS";
  }

  private String filer() {
    return intake.filingOutlet();
  }

  private String responsible() {
    return intake.outlet();
  }
}
