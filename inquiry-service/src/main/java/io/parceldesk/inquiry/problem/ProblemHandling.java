package io.parceldesk.inquiry.problem;

import static io.parceldesk.inquiry.ProblemParcelAction.ACKNOWLEDGEMENT;
import static io.parceldesk.inquiry.ProblemParcelAction.COURIER_CONFIRMATION;
import static io.parceldesk.inquiry.ProblemParcelAction.FAILURE;
import static io.parceldesk.inquiry.ProblemParcelAction.INSTRUCTION;
import static io.parceldesk.inquiry.ProblemParcelAction.REMINDER;
import static io.parceldesk.inquiry.ProblemParcelAction.RESOLUTION;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.inquiry.AccessCodes;
import io.parceldesk.inquiry.Instructions;
import io.parceldesk.inquiry.ProblemParcel;
import io.parceldesk.inquiry.ProblemParcels;
import jakarta.enterprise.context.ApplicationScoped;

/** What desk, outlet and courier do with a problem parcel (PRB-03 to PRB-06). */
@ApplicationScoped
class ProblemHandling {
  private final ProblemParcels problems;
  private final Instructions instructions;
  private final AccessCodes codes;
  private final Forms forms;
  private final CurrentCaller caller;

  ProblemHandling(
      ProblemParcels problems,
      Instructions instructions,
      AccessCodes codes,
      Forms forms,
      CurrentCaller caller) {
    this.problems = problems;
    this.instructions = instructions;
    this.codes = codes;
    this.forms = forms;
    this.caller = caller;
  }

  CaseFile<ProblemParcel> instruct(CaseNumber number, IfMatch ifMatch, InstructionForm form) {
    return problems.change(
        number,
        ifMatch,
        INSTRUCTION,
        (problem, now) ->
            problem.instruct(
                instructions.of(forms.valid(form).toDecision(), caller.get().name(), now)));
  }

  CaseFile<ProblemParcel> remind(CaseNumber number, IfMatch ifMatch) {
    return problems.change(
        number,
        ifMatch,
        REMINDER,
        (problem, now) -> problem.remind(codes.issue(problem.profile(), now)));
  }

  CaseFile<ProblemParcel> confirm(CaseNumber number, IfMatch ifMatch, ConfirmationForm form) {
    return problems.change(
        number,
        ifMatch,
        COURIER_CONFIRMATION,
        (problem, now) ->
            forms.valid(form).confirmed()
                ? problem.confirmAmount(form.note())
                : problem.refuseAmount(form.note(), codes.issue(problem.profile(), now)));
  }

  CaseFile<ProblemParcel> acknowledge(CaseNumber number, IfMatch ifMatch) {
    return problems.change(
        number, ifMatch, ACKNOWLEDGEMENT, (problem, now) -> problem.acknowledge(now));
  }

  CaseFile<ProblemParcel> fail(CaseNumber number, IfMatch ifMatch, FailureForm form) {
    return problems.change(
        number,
        ifMatch,
        FAILURE,
        (problem, now) ->
            problem.fail(forms.valid(form).note(), codes.issue(problem.profile(), now)));
  }

  CaseFile<ProblemParcel> resolve(CaseNumber number, IfMatch ifMatch, ResolutionForm form) {
    return problems.change(
        number,
        ifMatch,
        RESOLUTION,
        (problem, now) -> problem.resolve(forms.valid(form).outcome(), form.note(), now));
  }
}
