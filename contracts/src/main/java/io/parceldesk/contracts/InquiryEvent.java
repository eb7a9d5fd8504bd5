package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import java.time.Instant;

/**
 * All that inquiry-service announces of its cases, on topic {@code parceldesk.inquiry}, keyed by
 * case number. {@code contact} is the customer's, sealed (compact JWE), or null.
 */
@JsonSubTypes({
  @Type(name = "io.parceldesk.inquiry-opened.v1", value = InquiryEvent.InquiryOpened.class),
  @Type(name = "io.parceldesk.inquiry-identified.v1", value = InquiryEvent.InquiryIdentified.class),
  @Type(name = "io.parceldesk.inquiry-answered.v1", value = InquiryEvent.InquiryAnswered.class),
  @Type(name = "io.parceldesk.inquiry-converted.v1", value = InquiryEvent.InquiryConverted.class),
  @Type(
      name = "io.parceldesk.problem-parcel-declared.v1",
      value = InquiryEvent.ProblemParcelDeclared.class),
  @Type(
      name = "io.parceldesk.problem-parcel-instructed.v1",
      value = InquiryEvent.ProblemParcelInstructed.class),
  @Type(
      name = "io.parceldesk.problem-parcel-resolved.v1",
      value = InquiryEvent.ProblemParcelResolved.class),
  @Type(name = "io.parceldesk.pickup-ordered.v1", value = InquiryEvent.PickupOrdered.class),
  @Type(name = "io.parceldesk.deadline-approaching.v1", value = DeadlineApproaching.class),
  @Type(name = "io.parceldesk.deadline-breached.v1", value = DeadlineBreached.class)
})
public sealed interface InquiryEvent extends CaseEvent
    permits InquiryEvent.InquiryOpened,
        InquiryEvent.InquiryIdentified,
        InquiryEvent.InquiryAnswered,
        InquiryEvent.InquiryConverted,
        InquiryEvent.ProblemParcelDeclared,
        InquiryEvent.ProblemParcelInstructed,
        InquiryEvent.ProblemParcelResolved,
        InquiryEvent.PickupOrdered,
        DeadlineApproaching,
        DeadlineBreached {

  record InquiryOpened(
      @JsonProperty("case") CaseFacts facts, String subject, String channel, String contact)
      implements InquiryEvent {}

  /**
   * The parcel of an inquiry that came without a number was found (INQ-16): from its opening on it
   * was an inquiry about that waybill (AMB-20).
   */
  record InquiryIdentified(@JsonProperty("case") CaseFacts facts, Instant identifiedAt)
      implements InquiryEvent {}

  /** {@code accessCode} is the sealed one-time code by which the customer reads it on the page. */
  record InquiryAnswered(
      @JsonProperty("case") CaseFacts facts, Instant answeredAt, String contact, String accessCode)
      implements InquiryEvent {}

  /**
   * The customer is dissatisfied: the inquiry becomes a complaint (INQ-15). What was said travels
   * sealed with the contact's key in {@code statement}, or null, as it is free text.
   */
  record InquiryConverted(
      @JsonProperty("case") CaseFacts facts,
      String category,
      String channel,
      boolean urgent,
      String statement,
      String contact)
      implements InquiryEvent {}

  /**
   * The class is PRB-09's: OBJECTIVE, HUMAN, INFORMATION or OUT_OF_AREA, or UNKNOWN; COURIER,
   * OUTLET or SYSTEM declared it (PRB-02). {@code accessCode} is the sealed one-time code by which
   * the sender decides on the page, or null. {@code occasion} is what the system noticed:
   * FAILED_ATTEMPT, NO_SCAN or LIMIT_NEAR; null where somebody else declared it.
   */
  record ProblemParcelDeclared(
      @JsonProperty("case") CaseFacts facts,
      String causeClass,
      String declaredBy,
      String contact,
      String accessCode,
      String occasion)
      implements InquiryEvent {}

  /** In status AWAITING_COURIER the courier has to confirm a changed amount first (PRB-05). */
  record ProblemParcelInstructed(@JsonProperty("case") CaseFacts facts, String instruction)
      implements InquiryEvent {}

  record ProblemParcelResolved(
      @JsonProperty("case") CaseFacts facts, String outcome, String contact)
      implements InquiryEvent {}

  record PickupOrdered(@JsonProperty("case") CaseFacts facts, Instant collectBy, String contact)
      implements InquiryEvent {}
}
