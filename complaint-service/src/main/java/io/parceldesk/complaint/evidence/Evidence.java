package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineState;
import io.parceldesk.chassis.deadline.Nature;
import io.parceldesk.chassis.timeline.TimelineEntry;
import io.parceldesk.complaint.AppealStatus;
import io.parceldesk.complaint.CallBack;
import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.Cause;
import io.parceldesk.complaint.ClaimOutcome;
import io.parceldesk.complaint.ComplaintStatus;
import io.parceldesk.complaint.ComplaintView.PlanView;
import io.parceldesk.complaint.Conclusion;
import io.parceldesk.contracts.Owner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that speaks for or against the company in an appeal (REG-08), as it is now. Parties are
 * masked, and so is what texts say of them (REG-09). Everything stands in a fixed order, so that
 * the same state of affairs gives the same document.
 *
 * @param complaints the one that the appeal is about and those that it is linked to, oldest first
 * @param parcels what is known of the parcels' way
 * @param messages what people were told, in the order of planning
 */
record Evidence(
    AppealPart appeal,
    List<ComplaintPart> complaints,
    List<ParcelPart> parcels,
    List<MessagePart> messages) {

  record AppealPart(
      String number,
      String authorityReference,
      AppealStatus status,
      Category category,
      String waybill,
      MaskedContact appellant,
      Owner owner,
      String demand,
      Instant receivedAt,
      Conclusion conclusion,
      String reply,
      Instant repliedAt,
      String authoritysOpinion,
      Instant closedAt,
      List<CaseLink> links,
      List<DecisionPart> decisions,
      List<DeadlinePart> deadlines,
      List<TimelineEntry> timeline) {}

  /**
   * A complaint with all that was found and done.
   *
   * @param promisedReplyAt when the customer was promised an answer
   * @param customerToldAt when the customer was given it
   */
  record ComplaintPart(
      String number,
      ComplaintStatus status,
      Category category,
      int stars,
      Priority priority,
      Channel channel,
      boolean urgent,
      boolean repeatedContact,
      int escalationLevel,
      String waybill,
      MaskedContact complainant,
      Owner owner,
      String description,
      String demand,
      Instant registeredAt,
      Instant promisedReplyAt,
      Boolean founded,
      String explanation,
      InvestigationPart investigation,
      String outletStatement,
      PlanView plan,
      Instant customerToldAt,
      List<AccountabilityPart> accountability,
      ClaimOutcome claimOutcome,
      CallBack callBack,
      String customerPoints,
      Instant closedAt,
      String summary,
      String unsatisfiedReason,
      List<CaseLink> links,
      List<DecisionPart> decisions,
      List<DeadlinePart> deadlines,
      List<TimelineEntry> timeline) {}

  record InvestigationPart(
      Cause cause, Cause.Class causeClass, String finding, String responsible) {}

  /** Who answers for the loss, masked, with a share in percent (CMP-12). */
  record AccountabilityPart(String person, BigDecimal share) {}

  /**
   * A decision with the rules that ground it.
   *
   * @param outcome a code where the decision could have gone otherwise, or null
   * @param reason what was said of it, or null
   */
  record DecisionPart(
      Decision decision,
      Instant at,
      String by,
      String outcome,
      String reason,
      List<String> rules) {}

  /**
   * A time limit.
   *
   * @param explanation why it ended when it did, in one sentence
   * @param earlier what it took the place of, the newest first
   */
  record DeadlinePart(
      String kind,
      List<String> rules,
      Nature nature,
      String policy,
      Instant startedAt,
      Instant dueAt,
      DeadlineState state,
      Instant metAt,
      Instant breachedAt,
      String explanation,
      List<EarlierDeadline> earlier) {}

  record EarlierDeadline(
      Instant startedAt, Instant dueAt, DeadlineState state, Instant metAt, Instant breachedAt) {}

  /**
   * The way of a parcel.
   *
   * @param overdueSince when it was found that the promised time had passed
   * @param heldLostSince when it was found that the thorough-delay limit had passed (REG-07)
   */
  record ParcelPart(
      String waybill,
      String route,
      String fromOutlet,
      String toOutlet,
      LocalDate dispatchedOn,
      Instant promisedAt,
      Instant overdueSince,
      Instant heldLostSince,
      Instant deliveredAt,
      String deliveredBy) {}

  /** A message to somebody in a role; its words are those of the template's version. */
  record MessagePart(
      String caseNumber,
      String event,
      String channel,
      String recipient,
      String outlet,
      String template,
      String state,
      int attempts,
      Instant plannedAt,
      Instant sentAt,
      Instant settledAt) {}
}
