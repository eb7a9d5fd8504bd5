package io.parceldesk.inquiry.handling;

import io.parceldesk.chassis.deadline.Rung.Action;
import io.parceldesk.chassis.deadline.RungFired;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.Inquiry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A missed limit puts the inquiry in front of others, in the transaction of its rung. */
@ApplicationScoped
class RaiseOnRung {
  private final Inquiries inquiries;

  RaiseOnRung(Inquiries inquiries) {
    this.inquiries = inquiries;
  }

  void raise(@Observes RungFired fired) {
    var rung = fired.rung();
    if (rung.action() == Action.ESCALATION && fired.subject() instanceof Inquiry subject) {
      inquiries.changeLocked(
          subject,
          fired.now(),
          (inquiry, now) -> inquiry.raise(rung.level(), fired.deadline().kind()));
    }
  }
}
