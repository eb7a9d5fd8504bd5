package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that claims-service announces, on topic {@code parceldesk.claims}, keyed by case number.
 * {@code contact} is the claimant's, sealed (compact JWE), or null. {@code origin} is the case that
 * the claim came from, or null.
 */
@JsonSubTypes({
  @Type(name = "io.parceldesk.claim-filed.v1", value = ClaimsEvent.ClaimFiled.class),
  @Type(name = "io.parceldesk.claim-accepted.v1", value = ClaimsEvent.ClaimAccepted.class),
  @Type(name = "io.parceldesk.claim-returned.v1", value = ClaimsEvent.ClaimReturned.class),
  @Type(
      name = "io.parceldesk.claim-evidence-requested.v1",
      value = ClaimsEvent.ClaimEvidenceRequested.class),
  @Type(name = "io.parceldesk.claim-offered.v1", value = ClaimsEvent.ClaimOffered.class),
  @Type(name = "io.parceldesk.claim-agreed.v1", value = ClaimsEvent.ClaimAgreed.class),
  @Type(name = "io.parceldesk.payment-ordered.v1", value = ClaimsEvent.PaymentOrdered.class),
  @Type(name = "io.parceldesk.claim-paid.v1", value = ClaimsEvent.ClaimPaid.class),
  @Type(name = "io.parceldesk.claim-refused.v1", value = ClaimsEvent.ClaimRefused.class),
  @Type(name = "io.parceldesk.claim-disputed.v1", value = ClaimsEvent.ClaimDisputed.class),
  @Type(name = "io.parceldesk.claim-reopened.v1", value = ClaimsEvent.ClaimReopened.class),
  @Type(name = "io.parceldesk.claim-resettled.v1", value = ClaimsEvent.ClaimResettled.class),
  @Type(
      name = "io.parceldesk.announcement-published.v1",
      value = ClaimsEvent.AnnouncementPublished.class),
  @Type(name = "io.parceldesk.dispute-submitted.v1", value = ClaimsEvent.DisputeSubmitted.class),
  @Type(name = "io.parceldesk.dispute-returned.v1", value = ClaimsEvent.DisputeReturned.class),
  @Type(name = "io.parceldesk.dispute-ruled.v1", value = ClaimsEvent.DisputeRuled.class),
  @Type(name = "io.parceldesk.dispute-answered.v1", value = ClaimsEvent.DisputeAnswered.class),
  @Type(
      name = "io.parceldesk.dispute-negotiation-ended.v1",
      value = ClaimsEvent.DisputeNegotiationEnded.class),
  @Type(
      name = "io.parceldesk.dispute-settlement-offered.v1",
      value = ClaimsEvent.DisputeSettlementOffered.class),
  @Type(name = "io.parceldesk.dispute-settled.v1", value = ClaimsEvent.DisputeSettled.class),
  @Type(
      name = "io.parceldesk.dispute-material-overdue.v1",
      value = ClaimsEvent.DisputeMaterialOverdue.class),
  @Type(name = "io.parceldesk.dispute-objected.v1", value = ClaimsEvent.DisputeObjected.class),
  @Type(name = "io.parceldesk.penalty-issued.v1", value = ClaimsEvent.PenaltyIssued.class),
  @Type(name = "io.parceldesk.deadline-approaching.v1", value = DeadlineApproaching.class),
  @Type(name = "io.parceldesk.deadline-breached.v1", value = DeadlineBreached.class)
})
public sealed interface ClaimsEvent extends CaseEvent
    permits ClaimsEvent.ClaimFiled,
        ClaimsEvent.ClaimAccepted,
        ClaimsEvent.ClaimReturned,
        ClaimsEvent.ClaimEvidenceRequested,
        ClaimsEvent.ClaimOffered,
        ClaimsEvent.ClaimAgreed,
        ClaimsEvent.PaymentOrdered,
        ClaimsEvent.ClaimPaid,
        ClaimsEvent.ClaimRefused,
        ClaimsEvent.ClaimDisputed,
        ClaimsEvent.ClaimReopened,
        ClaimsEvent.ClaimResettled,
        ClaimsEvent.AnnouncementPublished,
        ClaimsEvent.DisputeSubmitted,
        ClaimsEvent.DisputeReturned,
        ClaimsEvent.DisputeRuled,
        ClaimsEvent.DisputeAnswered,
        ClaimsEvent.DisputeNegotiationEnded,
        ClaimsEvent.DisputeSettlementOffered,
        ClaimsEvent.DisputeSettled,
        ClaimsEvent.DisputeMaterialOverdue,
        ClaimsEvent.DisputeObjected,
        ClaimsEvent.PenaltyIssued,
        DeadlineApproaching,
        DeadlineBreached {

  /**
   * A customer's claim is on file (CLM-02); outlet disputes are announced, not filed. {@code
   * claimed} is 0.00 while no amount was named, {@code route} DOMESTIC while the parcel is not
   * known.
   */
  record ClaimFiled(
      @JsonProperty("case") CaseFacts facts,
      String ground,
      String route,
      Money claimed,
      CaseRef origin,
      String contact)
      implements ClaimsEvent {}

  /** The sender was answered and told by when an offer will come, or null (CLM-03, CLM-04). */
  record ClaimAccepted(
      @JsonProperty("case") CaseFacts facts, CaseRef origin, Instant offerBy, String contact)
      implements ClaimsEvent {}

  /** {@code missing} are codes such as INVOICE; null where only the reason says what lacks. */
  record ClaimReturned(
      @JsonProperty("case") CaseFacts facts,
      CaseRef origin,
      String reasonCode,
      List<String> missing,
      String contact)
      implements ClaimsEvent {}

  /**
   * The claimant is asked for papers. {@code slots} are codes such as INVOICE, all that are still
   * to come; {@code sendBy} is null where no limit is set.
   */
  record ClaimEvidenceRequested(
      @JsonProperty("case") CaseFacts facts,
      CaseRef origin,
      List<String> slots,
      Instant sendBy,
      String contact)
      implements ClaimsEvent {}

  record ClaimOffered(
      @JsonProperty("case") CaseFacts facts, CaseRef origin, Money offered, String contact)
      implements ClaimsEvent {}

  record ClaimAgreed(
      @JsonProperty("case") CaseFacts facts,
      CaseRef origin,
      Money agreed,
      LocalDate payBy,
      String contact)
      implements ClaimsEvent {}

  /**
   * Finance has to pay (CLM-05). {@code order} names the payment order, which is confirmed or
   * failed through the API; {@code account} is the payee's (holder, bank, number), sealed.
   */
  record PaymentOrdered(
      @JsonProperty("case") CaseFacts facts,
      CaseRef origin,
      String order,
      Money amount,
      LocalDate payBy,
      String account)
      implements ClaimsEvent {}

  record ClaimPaid(
      @JsonProperty("case") CaseFacts facts, CaseRef origin, Money paid, String contact)
      implements ClaimsEvent {}

  record ClaimRefused(
      @JsonProperty("case") CaseFacts facts, CaseRef origin, String rule, String contact)
      implements ClaimsEvent {}

  record ClaimDisputed(@JsonProperty("case") CaseFacts facts, CaseRef origin, String contact)
      implements ClaimsEvent {}

  /** What counted as lost was delivered: decided anew, as a delay (AMB-13). */
  record ClaimReopened(
      @JsonProperty("case") CaseFacts facts,
      CaseRef origin,
      Instant deliveredAt,
      Money paid,
      String contact)
      implements ClaimsEvent {}

  /** What the claimant keeps of what was paid, and what came back (AMB-13). */
  record ClaimResettled(
      @JsonProperty("case") CaseFacts facts,
      CaseRef origin,
      Money owed,
      Money paidBack,
      String contact)
      implements ClaimsEvent {}

  /**
   * The other outlet has to answer by then (ARB-06, SLA-14). Of a dispute about several parcels
   * {@code parcels} says how many, and {@code waybills} names the first five, in this event and all
   * those below; null where {@code case} names the only one.
   */
  record AnnouncementPublished(
      @JsonProperty("case") CaseFacts facts,
      String ground,
      String filingOutlet,
      String responsibleOutlet,
      Money claimed,
      Instant answerBy,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  record DisputeSubmitted(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      String responsibleOutlet,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  /** {@code returns} counts this one: the third is the last (ARB-09). */
  record DisputeReturned(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      int returns,
      String reasonCode,
      List<String> missing,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  /**
   * A ruling that {@code final} says is the last one has no time for objections, whatever {@code
   * objectionBy} says.
   */
  record DisputeRuled(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      String responsibleOutlet,
      Money award,
      Instant objectionBy,
      @JsonProperty("final") Boolean isFinal,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  /**
   * {@code answer} is ACCEPTED, REFUSED, NEGOTIATE or, where the time passed, SILENT; {@code
   * filingOpen} says whether headquarters may be asked now (AMB-15).
   */
  record DisputeAnswered(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      String responsibleOutlet,
      String answer,
      boolean filingOpen,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  /** The window for a settlement closed without one: headquarters may be asked (AMB-15). */
  record DisputeNegotiationEnded(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      String responsibleOutlet,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  /** {@code offeredBy} is FILING_OUTLET or RESPONSIBLE_OUTLET, {@code way} ACCOUNT or DIRECT. */
  record DisputeSettlementOffered(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      String responsibleOutlet,
      String offeredBy,
      Money amount,
      String way,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  /** {@code settledBy} is AGREEMENT or NO_OBJECTION; then {@code way} is null. */
  record DisputeSettled(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      String responsibleOutlet,
      String settledBy,
      Money amount,
      String way,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  /** What was returned did not come in its time; it may still be filed (ARB-09). */
  record DisputeMaterialOverdue(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      int returns,
      List<String> missing,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  /** {@code objectedBy} is FILING_OUTLET, RESPONSIBLE_OUTLET or HEADQUARTERS. */
  record DisputeObjected(
      @JsonProperty("case") CaseFacts facts,
      String filingOutlet,
      String responsibleOutlet,
      String objectedBy,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}

  record PenaltyIssued(
      @JsonProperty("case") CaseFacts facts,
      String outlet,
      Money amount,
      String rule,
      Integer parcels,
      List<String> waybills)
      implements ClaimsEvent {}
}
