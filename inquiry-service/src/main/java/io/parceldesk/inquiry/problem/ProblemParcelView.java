package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.LegalHold;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.deadline.DeadlineView;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.Owner;
import io.parceldesk.inquiry.CauseClass;
import io.parceldesk.inquiry.Declarer;
import io.parceldesk.inquiry.InstructionKind;
import io.parceldesk.inquiry.Occasion;
import io.parceldesk.inquiry.Outcome;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.ProblemParcel;
import io.parceldesk.inquiry.ProblemParcelStatus;
import java.time.Instant;
import java.util.List;

/** A problem parcel as it is shown; sender and new recipient are masked (REG-09). */
record ProblemParcelView(
    String number,
    ProblemParcelStatus status,
    CauseClass causeClass,
    Declarer declaredBy,
    Occasion occasion,
    Priority priority,
    CustomerTier tier,
    Channel channel,
    boolean urgent,
    String waybill,
    boolean waybillKnown,
    MaskedContact sender,
    Owner owner,
    String description,
    Instant openedAt,
    InstructionView instruction,
    Instant acknowledgedAt,
    String outletStatement,
    Outcome outcome,
    Instant closedAt,
    Instant anonymisedAt,
    LegalHold legalHold,
    List<DeadlineView> deadlines,
    List<String> withoutPolicy,
    List<CaseLink> links,
    List<String> allowedActions,
    long version) {

  /** What the sender decided; null where nothing changes. */
  record InstructionView(
      InstructionKind kind,
      Party.Masked newContact,
      Money codAmount,
      Money freight,
      String by,
      Instant at) {}

  /** What of it was sealed, as it may be shown. */
  record Opened(MaskedContact sender, InstructionView instruction, String outletStatement) {}

  static ProblemParcelView of(CaseFile<ProblemParcel> file, Opened opened) {
    var problem = file.subject();
    var declaration = problem.declaration();
    return new ProblemParcelView(
        problem.number().text(),
        problem.status(),
        declaration.category(),
        declaration.declaredBy(),
        declaration.occasion(),
        problem.priority(),
        declaration.tier(),
        declaration.channel(),
        declaration.urgent(),
        declaration.waybill(),
        problem.waybillKnown(),
        opened.sender(),
        problem.owner(),
        declaration.description(),
        problem.openedAt(),
        opened.instruction(),
        problem.acknowledgedAt(),
        opened.outletStatement(),
        problem.outcome(),
        problem.closedAt(),
        problem.anonymisedAt(),
        file.hold(),
        file.deadlines(),
        file.withoutPolicy(),
        file.links(),
        file.allowedActions(),
        problem.version());
  }
}
