package io.parceldesk.complaint.joint;

import static io.parceldesk.complaint.Complaint.JOINT_REPLY;
import static io.parceldesk.complaint.ComplaintAction.JOINT_ANSWER;
import static io.parceldesk.complaint.ComplaintAction.JOINT_PARTIES;
import static io.parceldesk.complaint.ComplaintAction.JOINT_WITHDRAWAL;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.Complaints;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** What is hard to solve alone is solved together, and stays in one hand (CMP-20). */
@ApplicationScoped
class JointHandling {
  private final Complaints complaints;
  private final Deadlines deadlines;
  private final KnownOutlets outlets;
  private final Seal seal;
  private final Forms forms;
  private final CurrentCaller caller;

  JointHandling(
      Complaints complaints,
      Deadlines deadlines,
      KnownOutlets outlets,
      Seal seal,
      Forms forms,
      CurrentCaller caller) {
    this.complaints = complaints;
    this.deadlines = deadlines;
    this.outlets = outlets;
    this.seal = seal;
    this.forms = forms;
    this.caller = caller;
  }

  CaseFile<Complaint> ask(CaseNumber number, IfMatch ifMatch, JointPartyForm form) {
    return complaints.change(
        number, ifMatch, JOINT_PARTIES, (complaint, now) -> ask(complaint, form, now));
  }

  private Change ask(Complaint complaint, JointPartyForm form, Instant now) {
    outlets.require(forms.valid(form).outlet());
    var theirs = complaint.profile().at(form.outlet());
    return complaint.ask(
        form.toParty(),
        sealed(form.question()),
        caller.get().name(),
        deadlines.wouldBeDueAt(theirs, JOINT_REPLY, now),
        now);
  }

  /** An outlet answers what itself was asked, and nothing that another one was. */
  CaseFile<Complaint> answer(CaseNumber number, UUID party, IfMatch ifMatch, JointAnswerForm form) {
    return complaints.change(
        number,
        ifMatch,
        JOINT_ANSWER,
        (complaint, now) -> {
          var asking = caller.get();
          asking.requireAccessTo(complaint.jointParty(party).party().outlet());
          return complaint.answer(party, sealed(forms.valid(form).text()), asking.name(), now);
        });
  }

  CaseFile<Complaint> withdraw(
      CaseNumber number, UUID party, IfMatch ifMatch, JointWithdrawalForm form) {
    return complaints.change(
        number,
        ifMatch,
        JOINT_WITHDRAWAL,
        (complaint, now) ->
            complaint.withdraw(party, form == null ? null : forms.valid(form).note(), now));
  }

  private String sealed(String text) {
    return seal.seal(new OutletStatement(text, null, null));
  }
}
