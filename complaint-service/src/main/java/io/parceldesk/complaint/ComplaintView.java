package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import java.time.Instant;
import java.util.List;

/** A complaint as it is shown; the complainant is masked (REG-09). */
public record ComplaintView(
    String number,
    ComplaintStatus status,
    Category category,
    int stars,
    Priority priority,
    CustomerTier tier,
    int escalationLevel,
    String escalationTakenBy,
    boolean repeatedContact,
    Channel channel,
    boolean urgent,
    String waybill,
    boolean waybillKnown,
    MaskedContact complainant,
    Owner owner,
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
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  /** What the customer is offered. */
  public record PlanView(Remedy remedy, Money amount, String text) {
    static PlanView of(Plan plan) {
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
      String outletStatement,
      List<JointPartyView> jointParties,
      boolean whole) {
    <T> T ifWhole(T value) {
      return whole ? value : null;
    }
  }

  static ComplaintView of(CaseFile<Complaint> file, Opened opened) {
    var complaint = file.subject();
    var investigation = opened.ifWhole(complaint.investigation());
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
        complaint.isRepeated(),
        intake.channel(),
        intake.urgent(),
        intake.waybill(),
        complaint.waybillKnown(),
        opened.complainant(),
        complaint.owner(),
        opened.ifWhole(intake.againstPerson()),
        intake.description(),
        intake.demand(),
        complaint.openedAt(),
        complaint.promisedReplyAt(),
        opened.ifWhole(complaint.founded()),
        opened.ifWhole(complaint.explanation()),
        investigation,
        investigation == null ? null : investigation.cause().causeClass(),
        PlanView.of(opened.ifWhole(complaint.plan())),
        complaint.customerToldAt(),
        opened.ifWhole(complaint.accountability()),
        opened.jointParties(),
        opened.ifWhole(opened.outletStatement()),
        opened.ifWhole(complaint.claimOutcome()),
        opened.ifWhole(complaint.callBack()),
        opened.ifWhole(complaint.customerPoints()),
        complaint.closedAt(),
        opened.ifWhole(complaint.summary()),
        opened.ifWhole(complaint.unsatisfiedReason()),
        complaint.mergedInto() == null ? null : complaint.mergedInto().text(),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        file.allowedActions(),
        complaint.version());
  }
}
