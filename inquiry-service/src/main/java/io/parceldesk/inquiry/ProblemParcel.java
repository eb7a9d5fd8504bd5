package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_COURIER;
import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_SENDER;
import static io.parceldesk.inquiry.ProblemParcelStatus.DECLARED;
import static io.parceldesk.inquiry.ProblemParcelStatus.INSTRUCTED;
import static io.parceldesk.inquiry.ProblemParcelStatus.RESOLVED;
import static io.parceldesk.inquiry.ProblemParcelStatus.UNCLAIMED;

import com.github.f4b6a3.uuid.UuidCreator;
import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelDeclared;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelInstructed;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelResolved;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A parcel that cannot be delivered normally and needs the sender's decision. It lies with the
 * outlet that owns the case until it is delivered, returned or unclaimed (PRB-02 to PRB-06,
 * REG-14).
 */
@Entity
public class ProblemParcel implements Case {
  @Id private UUID id;
  private String number;
  @Version private long version;

  @Enumerated(EnumType.STRING)
  private ProblemParcelStatus status;

  @Embedded private NewProblemParcel declaration;

  @Enumerated(EnumType.STRING)
  private Priority priority;

  private boolean waybillKnown;
  private Instant openedAt;
  private Instant closedAt;
  private Instant anonymisedAt;
  private String outlet;
  private String department;
  private String assignee;
  @Embedded private AccessCode code;
  @Embedded private Instruction instruction;
  private Instant acknowledgedAt;
  private String outletStatement;

  @Enumerated(EnumType.STRING)
  private Outcome outcome;

  protected ProblemParcel() {
    // for the persistence provider
  }

  /** {@code outlet} is where the parcel lies, or null where nobody knows. */
  public ProblemParcel(
      Ticket ticket, NewProblemParcel declaration, String outlet, boolean waybillKnown) {
    id = UuidCreator.getTimeOrderedEpoch();
    number = ticket.number().text();
    status = waiting(declaration);
    this.declaration = declaration;
    priority = Priority.of(declaration.urgent(), declaration.tier(), ticket.repeatedContact());
    this.waybillKnown = waybillKnown;
    openedAt = ticket.now();
    this.outlet = outlet;
  }

  /** The sender is told, and gets the code by which to answer (PRB-03). */
  public Change declared(AccessCode issued) {
    code = declaration.contact() == null ? null : issued;
    var change = Change.of("declaration", null, status).noting(declarationNote()).announces(told());
    return declaration.isInHand() ? change.starts("CUSTODY") : change;
  }

  /**
   * What nobody had seen has turned up and could not be delivered: from now on it is kept (REG-14);
   * null where there is nothing new in that.
   */
  public Change comeToHand(CauseClass cause) {
    if (declaration.isInHand() || !status.isOpen()) {
      return null;
    }
    declaration = declaration.because(cause);
    return Change.within("found", statusName()).noting(cause.name()).starts("CUSTODY");
  }

  private String declarationNote() {
    var by = declaration.category() + " " + declaration.declaredBy();
    return declaration.occasion() == null ? by : by + " " + declaration.occasion();
  }

  /** The sender is told once more, with a code of which the old one knows nothing. */
  public Change remind(AccessCode issued) {
    code = issued;
    return Change.within("reminder", statusName()).announces(told());
  }

  /** What the sender decided: to the outlet, by way of the courier where an amount changes. */
  public Change instruct(Instruction decided) {
    var change =
        become(decided.instruction().needsCourier() ? AWAITING_COURIER : INSTRUCTED, "instruction");
    instruction = decided;
    code = null; // it answers once
    acknowledgedAt = null;
    return change
        .noting(decided.instruction() + " " + decided.instructedBy())
        .meets("SENDER_REPLY")
        .starts("WORK_ORDER")
        .announces(instructed());
  }

  /** The courier agrees to the changed amount, and the outlet can go on (PRB-05). */
  public Change confirmAmount(String note) {
    return become(INSTRUCTED, "courier-confirmation")
        .noting(note)
        .meets("WORK_ORDER")
        .starts("WORK_ORDER")
        .announces(instructed());
  }

  /** The courier does not agree: the sender has to decide anew (PRB-05). */
  public Change refuseAmount(String note, AccessCode issued) {
    return askAgain("courier-confirmation", note, issued);
  }

  /** The outlet has seen what it is to do, and told its courier (PRB-04). */
  public Change acknowledge(Instant now) {
    if (acknowledgedAt != null) {
      throw new DomainException(
          409, "acknowledged-already", "The outlet has acknowledged the instruction already");
    }
    acknowledgedAt = now;
    return Change.within("acknowledgement", statusName());
  }

  /** What the sender decided could not be done: the sender has to decide anew (PRB-03). */
  public Change fail(String note, AccessCode issued) {
    return askAgain("failure", note, issued);
  }

  /** Delivered, returned or otherwise at its end. */
  public Change resolve(Outcome how, String note, Instant now) {
    if (how == Outcome.UNCLAIMED) {
      throw DomainException.refusedByRule(
          "REG-14", "custody-not-over", "Only the end of its custody makes a parcel unclaimed");
    }
    var change = end(RESOLVED, "resolution", how, now);
    return change.noting(note == null ? how.name() : how + ": " + note);
  }

  /**
   * Its custody is over and nobody wants it (REG-14); null where it is on its way to somebody,
   * whose outlet is late then, and where nobody has it.
   */
  public Change endCustody(Instant now) {
    var isWanted =
        status == INSTRUCTED && instruction.instruction() != InstructionKind.HOLD
            || status == AWAITING_COURIER;
    return status.isOpen() && declaration.isInHand() && !isWanted
        ? end(UNCLAIMED, "custody-end", Outcome.UNCLAIMED, now)
        : null;
  }

  /** What the outlet said through its own system, sealed. */
  public void keepStatement(String sealed) {
    outletStatement = sealed;
  }

  private Change end(ProblemParcelStatus last, String action, Outcome how, Instant now) {
    var change = become(last, action);
    outcome = how;
    closedAt = now;
    code = null;
    var ended =
        last == RESOLVED
            ? change.meets("WORK_ORDER", "CUSTODY").cancels("SENDER_REPLY")
            : change.cancels("WORK_ORDER", "CUSTODY", "SENDER_REPLY");
    return ended.announces(new ProblemParcelResolved(facts(), how.name(), contact()));
  }

  private Change askAgain(String action, String note, AccessCode issued) {
    var change = become(waiting(declaration), action);
    code = contact() == null ? null : issued;
    return change.noting(note).cancels("WORK_ORDER").starts("SENDER_REPLY").announces(told());
  }

  private ProblemParcelDeclared told() {
    return new ProblemParcelDeclared(
        facts(),
        declaration.category().name(),
        declaration.declaredBy().name(),
        contact(),
        accessCode(),
        declaration.occasion() == null ? null : declaration.occasion().name());
  }

  private ProblemParcelInstructed instructed() {
    return new ProblemParcelInstructed(facts(), instruction.instruction().name());
  }

  /** A sender who cannot be told is asked by the desk. */
  private static ProblemParcelStatus waiting(NewProblemParcel declaration) {
    return declaration.contact() == null ? DECLARED : AWAITING_SENDER;
  }

  private Change become(ProblemParcelStatus next, String action) {
    if (!status.leadsTo(next)) {
      throw new IllegalTransition(status, next);
    }
    var change = Change.of(action, status, next);
    status = next;
    return change;
  }

  @Override
  public CaseFacts facts() {
    return new CaseFacts(
        number,
        CaseKind.PROBLEM_PARCEL.name(),
        status.name(),
        priority.name(),
        declaration.tier().name(),
        declaration.waybill(),
        openedAt,
        outlet,
        department);
  }

  @Override
  public CaseProfile profile() {
    return new CaseProfile(
        id,
        CaseKind.PROBLEM_PARCEL,
        declaration.category().name(),
        null,
        declaration.tier(),
        declaration.urgent(),
        declaration.channel(),
        outlet);
  }

  @Override
  public List<ProblemParcelAction> possibleActions() {
    return Arrays.stream(ProblemParcelAction.values())
        .filter(action -> action.isPossibleIn(status))
        .toList();
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public CaseNumber number() {
    return CaseNumber.parse(number);
  }

  @Override
  public String statusName() {
    return status.name();
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public Owner owner() {
    return new Owner(outlet, department, assignee);
  }

  @Override
  public Instant anonymisedAt() {
    return anonymisedAt;
  }

  @Override
  public String contact() {
    return declaration.contact();
  }

  @Override
  public String accessCode() {
    return code == null ? null : code.accessCode();
  }

  public ProblemParcelStatus status() {
    return status;
  }

  public NewProblemParcel declaration() {
    return declaration;
  }

  public Priority priority() {
    return priority;
  }

  public boolean waybillKnown() {
    return waybillKnown;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant closedAt() {
    return closedAt;
  }

  /** Null where nobody has a code, or it was used. */
  public AccessCode code() {
    return code;
  }

  /** Null before the sender decided. */
  public Instruction instruction() {
    return instruction;
  }

  public Instant acknowledgedAt() {
    return acknowledgedAt;
  }

  /** Sealed, or null. */
  public String outletStatement() {
    return outletStatement;
  }

  /** Null while it is open. */
  public Outcome outcome() {
    return outcome;
  }
}
