package io.parceldesk.complaint.intake;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.deadline.OpeningClocks;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.directory.KnownWaybills;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.ComplaintStatus;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.complaint.NewComplaint;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes complaints in, from people and from inquiries that turned into one (CMP-04, INQ-15). */
@ApplicationScoped
class ComplaintIntake {
  private final Complaints complaints;
  private final KnownOutlets outlets;
  private final KnownWaybills waybills;
  private final Transactions transactions;

  ComplaintIntake(
      Complaints complaints,
      KnownOutlets outlets,
      KnownWaybills waybills,
      Transactions transactions) {
    this.complaints = complaints;
    this.outlets = outlets;
    this.waybills = waybills;
    this.transactions = transactions;
  }

  CaseFile<Complaint> register(NewComplaint complaint, Handler against, OpeningRequest request) {
    outlets.require(against.outlet());
    return open(complaint, against, request);
  }

  /**
   * A complaint that was closed too long ago to be opened again is taken up by a new one; each
   * knows the other's number, in one transaction.
   */
  CaseFile<Complaint> followUp(
      CaseNumber former, NewComplaint complaint, Handler against, OpeningRequest request) {
    return transactions.run(
        () -> {
          if (complaints.file(former).subject().status() != ComplaintStatus.CLOSED) {
            throw new DomainException(
                422, "follow-up-of-open", "Only a closed complaint is followed up");
          }
          var opened = register(complaint, against, request.from(former.reference()));
          complaints.link(former, opened.subject().reference(), CaseLink.Relation.SUCCESSOR);
          return opened;
        });
  }

  /** What an event tells is not refused: this service may only not know the outlet yet. */
  CaseFile<Complaint> open(NewComplaint complaint, Handler against, OpeningRequest request) {
    var waybillKnown = waybills.contains(complaint.waybill());
    return complaints.openOrAttach(
        request,
        ticket -> new Complaint(ticket, complaint, waybillKnown, against),
        (opened, clocks) -> announce(opened, clocks, request),
        (found, now) -> found.attach(request.origin(), complaint.contact()));
  }

  private static Change announce(Complaint opened, OpeningClocks clocks, OpeningRequest request) {
    var registration =
        opened.registered(request.origin(), clocks.earliestDueAt("RESOLVE", "STATUTORY"));
    return opened.escalateAtOnce(registration);
  }
}
