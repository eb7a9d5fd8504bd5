package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_COURIER;
import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_SENDER;
import static io.parceldesk.inquiry.ProblemParcelStatus.DECLARED;
import static io.parceldesk.inquiry.ProblemParcelStatus.INSTRUCTED;
import static io.parceldesk.inquiry.ProblemParcelStatus.RESOLVED;
import static io.parceldesk.inquiry.ProblemParcelStatus.UNCLAIMED;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.Intake;
import io.parceldesk.chassis.cases.StoredCase;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelDeclared;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelInstructed;
import io.parceldesk.contracts.InquiryEvent.ProblemParcelResolved;
import io.parceldesk.contracts.Owner;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * A parcel that cannot be delivered normally and needs the sender's decision. It lies with the
 * outlet that owns the case until it is delivered, returned or unclaimed (PRB-02 to PRB-06,
 * REG-14).
 */
@Entity
public class ProblemParcel extends StoredCase<ProblemParcelStatus> {
  @Embedded private NewProblemParcel declaration;

  private boolean waybillKnown;
  @Embedded private Handler handler;
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
    super(ticket, waiting(declaration), declaration);
    this.declaration = declaration;
    this.waybillKnown = waybillKnown;
    handler = Handler.at(outlet);
  }

  /** The sender is told, and gets the code by which to answer (PRB-03). */
  public Change declared(AccessCode issued) {
    code = declaration.contact() == null ? null : issued;
    var change = opening("declaration").noting(declarationNote()).announces(told());
    return declaration.isInHand() ? change.starts("CUSTODY") : change;
  }

  /**
   * What nobody had seen has turned up and could not be delivered: from now on it is kept (REG-14);
   * null where there is nothing new in that.
   */
  public Change comeToHand(CauseClass cause) {
    if (declaration.isInHand() || !status().isOpen()) {
      return null;
    }
    declaration = declaration.because(cause);
    return within("found").noting(cause.name()).starts("CUSTODY");
  }

  private String declarationNote() {
    var by = declaration.category() + " " + declaration.declaredBy();
    return declaration.occasion() == null ? by : by + " " + declaration.occasion();
  }

  /** The sender is told once more, with a code of which the old one knows nothing. */
  public Change remind(AccessCode issued) {
    code = issued;
    return within("reminder").announces(told());
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
    return within("acknowledgement");
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
        status() == INSTRUCTED && instruction.instruction() != InstructionKind.HOLD
            || status() == AWAITING_COURIER;
    return status().isOpen() && declaration.isInHand() && !isWanted
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
    closeAt(now);
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

  @Override
  public List<ProblemParcelAction> possibleActions() {
    return Arrays.stream(ProblemParcelAction.values())
        .filter(action -> action.isPossibleIn(status()))
        .toList();
  }

  @Override
  public Owner owner() {
    return Handler.orNobody(handler).owner();
  }

  @Override
  public String accessCode() {
    return code == null ? null : code.accessCode();
  }

  public NewProblemParcel declaration() {
    return declaration;
  }

  @Override
  protected Intake intake() {
    return declaration;
  }

  public boolean waybillKnown() {
    return waybillKnown;
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
