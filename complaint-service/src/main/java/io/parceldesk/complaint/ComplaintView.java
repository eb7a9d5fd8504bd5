package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.LegalHold;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;

/**
 * A complaint as it is shown; the complainant is masked (REG-09).
 *
 * @param escalatedTo whom the directory named at the level that was reached (CMP-32)
 * @param anonymisedAt since when it names nobody any more (REG-11), or null
 * @param suggestedHandler who would get it where nobody is named (CMP-08); null once it is assigned
 */
public record ComplaintView(
    String number,
    ComplaintStatus status,
    Category category,
    int stars,
    Priority priority,
    CustomerTier tier,
    int escalationLevel,
    String escalationTakenBy,
    List<EscalationContact> escalatedTo,
    boolean repeatedContact,
    Channel channel,
    boolean urgent,
    String waybill,
    boolean waybillKnown,
    MaskedContact complainant,
    Owner owner,
    Handler suggestedHandler,
    String againstPerson,
    String description,
    String demand,
    Instant openedAt,
    Instant promisedReplyAt,
    Boolean founded,
    String explanation,
    Investigation investigation,
    Cause.Class causeClass,
    PlanView plan,
    Instant customerToldAt,
    List<Accountability> accountability,
    List<JointPartyView> jointParties,
    String outletStatement,
    ClaimOutcome claimOutcome,
    CallBack callBack,
    String customerPoints,
    Instant closedAt,
    String summary,
    String unsatisfiedReason,
    String mergedInto,
    Instant anonymisedAt,
    LegalHold legalHold,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  /** What the customer is offered. */
  public record PlanView(Remedy remedy, Money amount, String text) {
    public static PlanView of(Plan plan) {
      return plan == null
          ? null
          : new PlanView(
              plan.remedy(),
              plan.remedyAmount() == null ? null : Money.cny(plan.remedyAmount()),
              plan.planText());
    }
  }

  /**
   * What was opened for the view.
   *
   * @param whole false for an outlet that was only asked for its part: it sees what the matter is,
   *     and not what others found and decided
   */
  record Opened(
      MaskedContact complainant,
      Handler suggestedHandler,
      String outletStatement,
      List<JointPartyView> jointParties,
      boolean whole) {
    <T> T ifWhole(T value) {
      return whole ? value : null;
    }
  }

  static ComplaintView of(CaseFile<Complaint> file, Opened opened) {
    var complaint = file.subject();
    var investigation = opened.ifWhole(complaint.resolution().investigation());
    var intake = complaint.intake();
    return new ComplaintView(
        complaint.number().text(),
        complaint.status(),
        intake.category(),
        complaint.stars(),
        complaint.priority(),
        intake.tier(),
        complaint.escalation().escalationLevel(),
        complaint.escalation().escalationTakenBy(),
        complaint.escalation().escalatedTo(),
        complaint.isRepeated(),
        intake.channel(),
        intake.urgent(),
        intake.waybill(),
        complaint.waybillKnown(),
        opened.complainant(),
        complaint.owner(),
        opened.suggestedHandler(),
        opened.ifWhole(intake.againstPerson()),
        intake.description(),
        intake.demand(),
        complaint.openedAt(),
        complaint.resolution().promisedReplyAt(),
        opened.ifWhole(complaint.resolution().founded()),
        opened.ifWhole(complaint.resolution().explanation()),
        investigation,
        investigation == null ? null : investigation.cause().causeClass(),
        PlanView.of(opened.ifWhole(complaint.resolution().plan())),
        complaint.resolution().customerToldAt(),
        opened.ifWhole(complaint.resolution().accountability()),
        opened.jointParties(),
        opened.ifWhole(opened.outletStatement()),
        opened.ifWhole(complaint.resolution().claimOutcome()),
        opened.ifWhole(complaint.satisfaction().callBack()),
        opened.ifWhole(complaint.satisfaction().customerPoints()),
        complaint.closedAt(),
        opened.ifWhole(complaint.summary()),
        opened.ifWhole(complaint.satisfaction().unsatisfiedReason()),
        complaint.mergedInto() == null ? null : complaint.mergedInto().text(),
        complaint.anonymisedAt(),
        file.hold(),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        file.allowedActions(),
        complaint.version());
  }
}
