package io.parceldesk.complaint.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Problem;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.ComplaintStatus;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.contracts.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Gives many complaints to somebody at once (CMP-08): each in a transaction of its own, so that one
 * that cannot go keeps none of the others, and no transaction holds two locks. What is there
 * already stays as it is; so a request that broke off half-way is simply sent again.
 */
@ApplicationScoped
class BulkAssignment {
  // each holds a connection for its Idempotency-Key beside the one at work: others must get theirs
  private final Semaphore atOnce = new Semaphore(4);
  private final Complaints complaints;
  private final ComplaintHandling handling;
  private final KnownOutlets outlets;
  private final Transactions transactions;

  BulkAssignment(
      Complaints complaints,
      ComplaintHandling handling,
      KnownOutlets outlets,
      Transactions transactions) {
    this.complaints = complaints;
    this.handling = handling;
    this.outlets = outlets;
    this.transactions = transactions;
  }

  /** What became of one of them: its new status and owner, or the problem that kept it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Outcome(String number, ComplaintStatus status, Owner owner, Problem problem) {
    static Outcome of(CaseFile<Complaint> file) {
      var complaint = file.subject();
      return new Outcome(complaint.number().text(), complaint.status(), complaint.owner(), null);
    }
  }

  List<Outcome> assign(BulkAssignmentForm form) {
    if (!atOnce.tryAcquire()) {
      throw new DomainException(
              429, "too-many-at-once", "Other lists are being assigned; send it again")
          .with(Problem.RETRY_AFTER, 2);
    }
    try {
      outlets.require(form.outlet());
      return form.numbers().stream()
          .distinct()
          .map(number -> outcome(number, form.assignment()))
          .toList();
    } finally {
      atOnce.release();
    }
  }

  private Outcome outcome(String number, AssignmentForm form) {
    try {
      var parsed = CaseNumber.parse(number);
      var file = transactions.runNew(() -> complaints.file(parsed));
      return Outcome.of(
          isThere(file.subject(), form)
              ? file
              : transactions.runNew(() -> handling.assign(parsed, IfMatch.none(), form)));
    } catch (DomainException refusal) {
      return new Outcome(number, null, null, Problem.of(refusal));
    }
  }

  private static boolean isThere(Complaint complaint, AssignmentForm form) {
    var wanted = form.toHandler();
    return complaint.status() == ComplaintStatus.ASSIGNED
        && (!form.isToSomebody()
            || complaint
                .owner()
                .equals(new Owner(wanted.outlet(), wanted.department(), wanted.assignee())));
  }
}
