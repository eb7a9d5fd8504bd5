package io.parceldesk.complaint.escalation;

import io.parceldesk.chassis.deadline.Rung.Action;
import io.parceldesk.chassis.deadline.RungFired;
import io.parceldesk.complaint.Complaint;
import io.parceldesk.complaint.Complaints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A deadline's ladder raises the complaint, in the transaction in which its rung fires (CMP-32).
 */
@ApplicationScoped
class EscalateOnRung {
  private final Complaints complaints;

  EscalateOnRung(Complaints complaints) {
    this.complaints = complaints;
  }

  void escalate(@Observes RungFired fired) {
    var rung = fired.rung();
    if (rung.action() == Action.ESCALATION && fired.subject() instanceof Complaint subject) {
      complaints.changeLocked(
          subject,
          fired.now(),
          (complaint, now) -> complaint.escalateOnDeadline(rung.level(), fired.deadline()));
    }
  }
}
