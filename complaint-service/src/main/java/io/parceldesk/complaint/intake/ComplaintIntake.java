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
    var waybillKnown = waybills.contains(complaint.waybill());
    return complaints.open(
        request,
        ticket -> new Complaint(ticket, complaint, waybillKnown, against),
        (opened, clocks) -> announce(opened, clocks, request));
  }

  private static Change announce(Complaint opened, OpeningClocks clocks, OpeningRequest request) {
    var registration =
        opened.registered(request.origin(), clocks.earliestDueAt("RESOLVE", "STATUTORY"));
    return opened.intake().category() == Category.PRIVACY
        ? opened.escalateForPrivacy(registration)
        : registration;
  }
}
