package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import java.time.Instant;
import java.util.List;

/**
 * All that complaint-service announces, on topic {@code parceldesk.complaint}, keyed by case
 * number. {@code contact} is the complainant's, sealed (compact JWE), or null.
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
   * asked for it, or system; {@code deadline} the firing that raised it, or null; {@code
   * escalatedTo} those at the level, or null where the directory names nobody.
   */
  record ComplaintEscalated(
      @JsonProperty("case") CaseFacts facts,
      int level,
      Trigger trigger,
      String reasonCode,
      String by,
      DeadlineFacts deadline,
      Owner owner,
      List<EscalationContact> escalatedTo,
      String contact)
      implements ComplaintEvent {

    /** The same, with whom to turn to at the level. */
    public ComplaintEscalated to(List<EscalationContact> people) {
      return new ComplaintEscalated(
          facts, level, trigger, reasonCode, by, deadline, owner, people, contact);
    }
  }

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
      String contact)
      implements ComplaintEvent {}

  record ComplaintReopened(@JsonProperty("case") CaseFacts facts, String contact)
      implements ComplaintEvent {}

  /** {@code satisfied} is null when the customer was not asked. */
  record ComplaintClosed(@JsonProperty("case") CaseFacts facts, Boolean satisfied, String contact)
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

  /**
   * The authority forwarded an appeal (12305, REG-08), about a known complaint or, with null, none.
   */
  record AppealReceived(@JsonProperty("case") CaseFacts facts, CaseRef complaint, String contact)
      implements ComplaintEvent {}
}
