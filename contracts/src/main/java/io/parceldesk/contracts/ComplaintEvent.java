package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import java.time.Instant;
import java.util.List;

/**
 * All that complaint-service announces, on topic {@code parceldesk.complaint}, keyed by case
 * number. {@code contact} is the complainant's, sealed (compact JWE), or null; {@code duplicates}
 * are those who complained in cases that were merged into this one and hear of it too, or null
 * where there are none.
 */
@JsonSubTypes({
  @Type(
      name = "io.parceldesk.complaint-registered.v1",
      value = ComplaintEvent.ComplaintRegistered.class),
  @Type(
      name = "io.parceldesk.complaint-assigned.v1",
      value = ComplaintEvent.ComplaintAssigned.class),
  @Type(
      name = "io.parceldesk.complaint-escalated.v1",
      value = ComplaintEvent.ComplaintEscalated.class),
  @Type(
      name = "io.parceldesk.complaint-answered.v1",
      value = ComplaintEvent.ComplaintAnswered.class),
  @Type(
      name = "io.parceldesk.complaint-reopened.v1",
      value = ComplaintEvent.ComplaintReopened.class),
  @Type(name = "io.parceldesk.complaint-closed.v1", value = ComplaintEvent.ComplaintClosed.class),
  @Type(
      name = "io.parceldesk.complaint-referred-to-claims.v1",
      value = ComplaintEvent.ComplaintReferredToClaims.class),
  @Type(
      name = "io.parceldesk.complaint-joint-party-asked.v1",
      value = ComplaintEvent.ComplaintJointPartyAsked.class),
  @Type(
      name = "io.parceldesk.complaint-joint-party-answered.v1",
      value = ComplaintEvent.ComplaintJointPartyAnswered.class),
  @Type(
      name = "io.parceldesk.complaint-joint-party-withdrawn.v1",
      value = ComplaintEvent.ComplaintJointPartyWithdrawn.class),
  @Type(name = "io.parceldesk.complaint-merged.v1", value = ComplaintEvent.ComplaintMerged.class),
  @Type(name = "io.parceldesk.appeal-received.v1", value = ComplaintEvent.AppealReceived.class),
  @Type(name = "io.parceldesk.deadline-approaching.v1", value = DeadlineApproaching.class),
  @Type(name = "io.parceldesk.deadline-breached.v1", value = DeadlineBreached.class)
})
public sealed interface ComplaintEvent extends CaseEvent
    permits ComplaintEvent.ComplaintRegistered,
        ComplaintEvent.ComplaintAssigned,
        ComplaintEvent.ComplaintEscalated,
        ComplaintEvent.ComplaintAnswered,
        ComplaintEvent.ComplaintReopened,
        ComplaintEvent.ComplaintClosed,
        ComplaintEvent.ComplaintReferredToClaims,
        ComplaintEvent.ComplaintJointPartyAsked,
        ComplaintEvent.ComplaintJointPartyAnswered,
        ComplaintEvent.ComplaintJointPartyWithdrawn,
        ComplaintEvent.ComplaintMerged,
        ComplaintEvent.AppealReceived,
        DeadlineApproaching,
        DeadlineBreached {

  /**
   * {@code origin} is the inquiry that it was converted from, or null; {@code answerBy} is when the
   * customer will have the answer, or null where no policy sets a time.
   */
  record ComplaintRegistered(
      @JsonProperty("case") CaseFacts facts,
      String category,
      int stars,
      CaseRef origin,
      Instant answerBy,
      String contact)
      implements ComplaintEvent {}

  /** A department or outlet has to answer; a clock of its own runs (CMP-08, CMP-16). */
  record ComplaintAssigned(@JsonProperty("case") CaseFacts facts, Owner owner)
      implements ComplaintEvent {}

  /**
   * Raised to level 1 supervisor, 2 department head or 3 headquarters (CMP-32). {@code by} is who
   * asked for it, or system; {@code deadline} the firing that raised it, or null.
   */
  record ComplaintEscalated(
      @JsonProperty("case") CaseFacts facts,
      int level,
      Trigger trigger,
      String reasonCode,
      String by,
      DeadlineFacts deadline,
      Owner owner,
      String contact,
      List<Duplicate> duplicates)
      implements ComplaintEvent {}

  enum Trigger {
    REQUEST,
    DEADLINE,
    REPEAT,
    DISSATISFIED,
    PRIVACY,
    VIP
  }

  /**
   * The customer was given the answer: the plan was carried out, or the matter explained and {@code
   * remedy} is null.
   */
  record ComplaintAnswered(
      @JsonProperty("case") CaseFacts facts,
      boolean founded,
      String remedy,
      Instant customerToldAt,
      String contact,
      List<Duplicate> duplicates)
      implements ComplaintEvent {}

  record ComplaintReopened(
      @JsonProperty("case") CaseFacts facts, String contact, List<Duplicate> duplicates)
      implements ComplaintEvent {}

  /** {@code satisfied} is null when the customer was not asked. */
  record ComplaintClosed(
      @JsonProperty("case") CaseFacts facts,
      Boolean satisfied,
      String contact,
      List<Duplicate> duplicates)
      implements ComplaintEvent {}

  /**
   * Money is owed: claims-service files the claim (CMP-17). {@code route} and {@code claimed} are
   * null where the complaint does not tell them.
   */
  record ComplaintReferredToClaims(
      @JsonProperty("case") CaseFacts facts,
      String ground,
      String route,
      Money claimed,
      String contact)
      implements ComplaintEvent {}

  /** A case that was merged into the one that the event is about, and its customer, sealed. */
  record Duplicate(String number, String contact) {}

  /**
   * Another outlet or department is asked for its part, while the complaint stays with its handler
   * (CMP-20). {@code party} says which question it is about; {@code replyBy} is null where no
   * policy sets a time.
   */
  record ComplaintJointPartyAsked(
      @JsonProperty("case") CaseFacts facts, String party, Owner owner, Instant replyBy)
      implements ComplaintEvent {}

  record ComplaintJointPartyAnswered(
      @JsonProperty("case") CaseFacts facts, String party, Owner owner, Instant answeredAt)
      implements ComplaintEvent {}

  /** The party's answer is not waited for any more. */
  record ComplaintJointPartyWithdrawn(
      @JsonProperty("case") CaseFacts facts, String party, Owner owner, Withdrawal withdrawal)
      implements ComplaintEvent {}

  /**
   * Why a question was withdrawn: by somebody, as the party handles the complaint itself now, or as
   * the complaint was closed or merged.
   */
  enum Withdrawal {
    REQUEST,
    HANDLER,
    CLOSED,
    MERGED
  }

  /**
   * The complaint is the same matter as another one and goes on there (conformance 10); {@code
   * answerBy} is when the customer will have the answer, or null where no policy sets a time.
   */
  record ComplaintMerged(
      @JsonProperty("case") CaseFacts facts, CaseRef survivor, Instant answerBy, String contact)
      implements ComplaintEvent {}

  /**
   * The authority forwarded an appeal (12305, REG-08), about a known complaint or, with null, none.
   */
  record AppealReceived(@JsonProperty("case") CaseFacts facts, CaseRef complaint, String contact)
      implements ComplaintEvent {}
}
