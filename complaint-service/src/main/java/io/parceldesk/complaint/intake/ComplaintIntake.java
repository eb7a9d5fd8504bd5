package io.parceldesk.complaint.intake;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.deadline.OpeningClocks;
import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.directory.KnownWaybills;
import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.complaint.Handler;
import io.parceldesk.complaint.NewComplaint;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes complaints in, from people and from inquiries that turned into one (CMP-04, INQ-15). */
@ApplicationScoped
class ComplaintIntake {
  private final Complaints complaints;
  private final KnownOutlets outlets;
  private final KnownWaybills waybills;

  ComplaintIntake(Complaints complaints, KnownOutlets outlets, KnownWaybills waybills) {
    this.complaints = complaints;
    this.outlets = outlets;
    this.waybills = waybills;
  }

  CaseFile<Complaint> register(NewComplaint complaint, Handler against, OpeningRequest request) {
    outlets.require(against.outlet());
    return open(complaint, against, request);
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
    return opened.intake().category() == Category.PRIVACY
        ? opened.escalateForPrivacy(registration)
        : registration;
  }
}
