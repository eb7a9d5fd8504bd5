package io.parceldesk.complaint.handling;

import static io.parceldesk.complaint.ComplaintAction.ACKNOWLEDGEMENT;
import static io.parceldesk.complaint.ComplaintAction.ASSESSMENT;
import static io.parceldesk.complaint.ComplaintAction.ASSIGNMENT;
import static io.parceldesk.complaint.ComplaintAction.CALL_BACK;
import static io.parceldesk.complaint.ComplaintAction.CLAIM_REFERRAL;
import static io.parceldesk.complaint.ComplaintAction.CLOSURE;
import static io.parceldesk.complaint.ComplaintAction.DECISION;
import static io.parceldesk.complaint.ComplaintAction.IMPLEMENTATION;
import static io.parceldesk.complaint.ComplaintAction.INVESTIGATION;
import static io.parceldesk.complaint.ComplaintAction.PAUSE;
import static io.parceldesk.complaint.ComplaintAction.PLAN;
import static io.parceldesk.complaint.ComplaintAction.REOPENING;
import static io.parceldesk.complaint.ComplaintAction.RESUMPTION;
import static io.parceldesk.complaint.ComplaintAction.UNSATISFIED_CLOSURE;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.complaint.DefaultHandlers;
import jakarta.enterprise.context.ApplicationScoped;

/** What the desk and the responsible department do with a complaint (CMP-05, steps 2 to 8). */
@ApplicationScoped
class ComplaintHandling {
  private final Complaints complaints;
  private final KnownOutlets outlets;
  private final DefaultHandlers defaults;
  private final Forms forms;
  private final CurrentCaller caller;

  ComplaintHandling(
      Complaints complaints,
      KnownOutlets outlets,
      DefaultHandlers defaults,
      Forms forms,
      CurrentCaller caller) {
    this.complaints = complaints;
    this.outlets = outlets;
    this.defaults = defaults;
    this.forms = forms;
    this.caller = caller;
  }

  CaseFile<Complaint> acknowledge(CaseNumber number, IfMatch ifMatch, AcknowledgementForm form) {
    return complaints.change(
        number,
        ifMatch,
        ACKNOWLEDGEMENT,
        (complaint, now) -> complaint.acknowledge(forms.valid(form).promisedReplyAt(), now));
  }

  CaseFile<Complaint> assess(CaseNumber number, IfMatch ifMatch, AssessmentForm form) {
    return complaints.change(
        number,
        ifMatch,
        ASSESSMENT,
        (complaint, now) ->
            forms.valid(form).founded()
                ? complaint.assessFounded()
                : complaint.explain(form.explanation(), now));
  }

  CaseFile<Complaint> assign(CaseNumber number, IfMatch ifMatch, AssignmentForm form) {
    return complaints.change(
        number,
        ifMatch,
        ASSIGNMENT,
        (complaint, now) ->
            complaint.assign(
                handler(complaint, form == null ? AssignmentForm.TO_THE_DEFAULT : form), now));
  }

  private Handler handler(Complaint complaint, AssignmentForm form) {
    if (forms.valid(form).isToSomebody()) {
      outlets.require(form.outlet());
      return form.toHandler();
    }
    if (!complaint.isUnassigned()) {
      throw new InvalidBody(
          "/outlet", "it is assigned already: an outlet or a department is required");
    }
    var handler = defaults.of(complaint);
    return new Handler(handler.outlet(), handler.department(), form.person());
  }

  CaseFile<Complaint> investigate(CaseNumber number, IfMatch ifMatch, InvestigationForm form) {
    return complaints.change(
        number,
        ifMatch,
        INVESTIGATION,
        (complaint, now) -> complaint.investigate(forms.valid(form).toInvestigation()));
  }

  CaseFile<Complaint> propose(CaseNumber number, IfMatch ifMatch, PlanForm form) {
    return complaints.change(
        number, ifMatch, PLAN, (complaint, now) -> complaint.propose(forms.valid(form).toPlan()));
  }

  CaseFile<Complaint> decide(CaseNumber number, IfMatch ifMatch, DecisionForm form) {
    return complaints.change(
        number,
        ifMatch,
        DECISION,
        (complaint, now) ->
            switch (forms.valid(form).verdict()) {
              case APPROVE -> complaint.approvePlan(form.note());
              case CHANGE -> complaint.approveInstead(form.plan().toPlan(), form.note());
              case SEND_BACK -> complaint.sendBack(form.note());
            });
  }

  CaseFile<Complaint> implement(CaseNumber number, IfMatch ifMatch, ImplementationForm form) {
    return complaints.change(
        number,
        ifMatch,
        IMPLEMENTATION,
        (complaint, now) ->
            complaint.implementPlan(
                forms.valid(form).customerToldAt(),
                form.note(),
                form.accountability(caller.get().name()),
                now));
  }

  CaseFile<Complaint> callBack(CaseNumber number, IfMatch ifMatch, CallBackForm form) {
    return complaints.change(
        number,
        ifMatch,
        CALL_BACK,
        (complaint, now) -> complaint.callBack(forms.valid(form).toCallBack()));
  }

  CaseFile<Complaint> close(CaseNumber number, IfMatch ifMatch, ClosureForm form) {
    return complaints.change(
        number,
        ifMatch,
        CLOSURE,
        (complaint, now) -> complaint.close(forms.valid(form).summary(), now));
  }

  CaseFile<Complaint> closeUnsatisfied(
      CaseNumber number, IfMatch ifMatch, UnsatisfiedClosureForm form) {
    return complaints.change(
        number,
        ifMatch,
        UNSATISFIED_CLOSURE,
        (complaint, now) ->
            complaint.closeUnsatisfied(forms.valid(form).summary(), form.reason(), now));
  }

  CaseFile<Complaint> reopen(CaseNumber number, IfMatch ifMatch) {
    return complaints.change(number, ifMatch, REOPENING, (complaint, now) -> complaint.reopen(now));
  }

  CaseFile<Complaint> pause(CaseNumber number, IfMatch ifMatch, PauseForm form) {
    return complaints.change(
        number,
        ifMatch,
        PAUSE,
        (complaint, now) -> complaint.pause(forms.valid(form).reason(), form.note()));
  }

  CaseFile<Complaint> resume(CaseNumber number, IfMatch ifMatch, ResumptionForm form) {
    return complaints.change(
        number,
        ifMatch,
        RESUMPTION,
        (complaint, now) -> complaint.resume(form == null ? null : forms.valid(form).note()));
  }

  CaseFile<Complaint> refer(CaseNumber number, IfMatch ifMatch, ClaimReferralForm form) {
    return complaints.change(
        number,
        ifMatch,
        CLAIM_REFERRAL,
        (complaint, now) ->
            complaint.referToClaims(
                forms.valid(form).ground().name(), form.route().name(), form.money()));
  }
}
