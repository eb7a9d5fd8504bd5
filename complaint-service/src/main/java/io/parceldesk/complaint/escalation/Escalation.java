package io.parceldesk.complaint.escalation;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.ComplaintAction;
import io.parceldesk.complaint.Complaints;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes what cannot be solved to the right level in time (CMP-32). */
@ApplicationScoped
class Escalation {
  private final Complaints complaints;
  private final CurrentCaller caller;
  private final Forms forms;

  Escalation(Complaints complaints, CurrentCaller caller, Forms forms) {
    this.complaints = complaints;
    this.caller = caller;
    this.forms = forms;
  }

  CaseFile<Complaint> request(CaseNumber number, IfMatch ifMatch, EscalationForm form) {
    return complaints.change(
        number,
        ifMatch,
        ComplaintAction.ESCALATIONS,
        (complaint, now) ->
            complaint.escalate(forms.valid(form).level(), form.reason(), caller.get().name()));
  }

  CaseFile<Complaint> takeOn(CaseNumber number, IfMatch ifMatch) {
    return complaints.change(
        number,
        ifMatch,
        ComplaintAction.ESCALATION_ACKNOWLEDGEMENT,
        (complaint, now) -> complaint.takeOnEscalation(caller.get().name(), now));
  }
}
