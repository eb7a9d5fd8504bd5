package io.parceldesk.claims;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.compensation.OutletParcel;
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

/**
 * What is told of a dispute as it stands: to both outlets, and nothing of people. Of a batch it
 * says how many parcels there are, and names the first of them.
 */
record DisputeNews(CaseFacts facts, NewDispute intake) {
  private static final int MOST_WAYBILLS = 5;

  ClaimsEvent published(Instant answerBy) {
    return new AnnouncementPublished(
        facts,
        intake.category().name(),
        filer(),
        responsible(),
        Money.cny(intake.claimed()),
        answerBy,
        parcels(),
        waybills());
  }

  ClaimsEvent answered(Answered answered) {
    return new DisputeAnswered(
        facts,
        filer(),
        responsible(),
        answered.answer().name(),
        answered.filingOpen(),
        parcels(),
        waybills());
  }

  ClaimsEvent negotiationEnded() {
    return new DisputeNegotiationEnded(facts, filer(), responsible(), parcels(), waybills());
  }

  ClaimsEvent settlementOffered(Settlement offer) {
    return new DisputeSettlementOffered(
        facts,
        filer(),
        responsible(),
        sideOf(offer.by()),
        offer.amount().toMoney(),
        offer.way().name(),
        parcels(),
        waybills());
  }

  ClaimsEvent agreed(Settlement agreed) {
    return new DisputeSettled(
        facts,
        filer(),
        responsible(),
        "AGREEMENT",
        agreed.amount().toMoney(),
        agreed.way().name(),
        parcels(),
        waybills());
  }

  /** The accounts tell how it is paid. */
  ClaimsEvent unopposed(Ruling ruling) {
    return new DisputeSettled(
        facts,
        filer(),
        responsible(),
        "NO_OBJECTION",
        ruling.award().toMoney(),
        null,
        parcels(),
        waybills());
  }

  ClaimsEvent submitted() {
    return new DisputeSubmitted(facts, filer(), responsible(), parcels(), waybills());
  }

  /** What is missing is left out where only the reason says it. */
  ClaimsEvent returned(Material material) {
    var missing = material.missingItems();
    return new DisputeReturned(
        facts,
        filer(),
        material.returns(),
        material.returnReason(),
        missing.isEmpty() ? null : missing,
        parcels(),
        waybills());
  }

  ClaimsEvent materialOverdue(Material material) {
    return new DisputeMaterialOverdue(
        facts, filer(), material.returns(), material.missingItems(), parcels(), waybills());
  }

  /** What follows a ruling but a time for objections is final. */
  ClaimsEvent ruled(Amount award, Instant objectionBy) {
    return new DisputeRuled(
        facts,
        filer(),
        responsible(),
        award.toMoney(),
        objectionBy,
        !DisputeStatus.RULED.name().equals(facts.status()),
        parcels(),
        waybills());
  }

  /** One for each outlet that pays (ARB-08). */
  List<ClaimsEvent> penalties(Ruling ruling) {
    return new RulingMoney(filer(), ruling)
        .orders().entrySet().stream()
            .<ClaimsEvent>map(
                order ->
                    new PenaltyIssued(
                        facts,
                        order.getKey(),
                        order.getValue().toMoney(),
                        ruling.rule(),
                        parcels(),
                        waybills()))
            .toList();
  }

  ClaimsEvent objected(String by) {
    return new DisputeObjected(facts, filer(), responsible(), sideOf(by), parcels(), waybills());
  }

  /** Null where the case names its only one. */
  private Integer parcels() {
    var count = intake.parcelList().size();
    return count > 1 ? count : null;
  }

  private List<String> waybills() {
    return parcels() == null
        ? null
        : intake.parcelList().stream().limit(MOST_WAYBILLS).map(OutletParcel::waybill).toList();
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
