package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.deadline.Rung.Action;
import io.parceldesk.chassis.deadline.RungFired;
import io.parceldesk.inquiry.ProblemParcel;
import io.parceldesk.inquiry.ProblemParcels;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** A parcel that nobody decided about is unclaimed once its custody is over (REG-14). */
@ApplicationScoped
class CustodyEnd {
  private final ProblemParcels problems;

  CustodyEnd(ProblemParcels problems) {
    this.problems = problems;
  }

  void end(@Observes RungFired fired) {
    if (fired.rung().action() == Action.BREACH
        && fired.deadline().kind().equals("CUSTODY")
        && fired.subject() instanceof ProblemParcel subject) {
      problems.changeLocked(subject, fired.now(), ProblemParcel::endCustody);
    }
  }
}
