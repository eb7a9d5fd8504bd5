package io.parceldesk.complaint;

import static io.parceldesk.complaint.ComplaintStatus.ACKNOWLEDGED;
import static io.parceldesk.complaint.ComplaintStatus.ASSIGNED;
import static io.parceldesk.complaint.ComplaintStatus.CALLED_BACK;
import static io.parceldesk.complaint.ComplaintStatus.CLOSED;
import static io.parceldesk.complaint.ComplaintStatus.EXPLAINED;
import static io.parceldesk.complaint.ComplaintStatus.IMPLEMENTED;
import static io.parceldesk.complaint.ComplaintStatus.INVESTIGATED;
import static io.parceldesk.complaint.ComplaintStatus.MERGED;
import static io.parceldesk.complaint.ComplaintStatus.PLAN_APPROVED;
import static io.parceldesk.complaint.ComplaintStatus.PLAN_PROPOSED;

import io.parceldesk.chassis.cases.CaseAction;
import java.util.function.Predicate;

/** What can be done with a complaint, and in which status. */
public enum ComplaintAction implements CaseAction {
  ACKNOWLEDGEMENT(status -> status.leadsTo(ACKNOWLEDGED)),
  ASSESSMENT(status -> status.leadsTo(EXPLAINED)),
  ASSIGNMENT(status -> status.leadsTo(ASSIGNED) && status != CALLED_BACK && status != CLOSED),
  INVESTIGATION(status -> status.leadsTo(INVESTIGATED) && status != PLAN_PROPOSED),
  PLAN(status -> status.leadsTo(PLAN_PROPOSED)),
  DECISION(status -> status.leadsTo(PLAN_APPROVED)),
  IMPLEMENTATION(status -> status.leadsTo(IMPLEMENTED)),
  CALL_BACK(status -> status.leadsTo(CALLED_BACK)),
  CLOSURE(status -> status.leadsTo(CLOSED) && status != ASSIGNED),
  UNSATISFIED_CLOSURE(status -> status == ASSIGNED),
  REOPENING(status -> status == CLOSED),
  PAUSE(ComplaintStatus::isOpen),
  RESUMPTION(ComplaintStatus::isOpen),
  ESCALATIONS(ComplaintStatus::isOpen),
  ESCALATION_ACKNOWLEDGEMENT(ComplaintStatus::isOpen),
  CLAIM_REFERRAL(ComplaintStatus::isOpen),
  JOINT_PARTIES(ComplaintStatus::awaitsAnswer),
  JOINT_ANSWER(ComplaintStatus::isOpen) {
    @Override
    public String noun() {
      return "answer";
    }

    @Override
    public boolean isOfAPart() {
      return true;
    }

    @Override
    public boolean isForOutletsAsked() {
      return true;
    }
  },
  JOINT_WITHDRAWAL(ComplaintStatus::isOpen) {
    @Override
    public String noun() {
      return "withdrawal";
    }

    @Override
    public boolean isOfAPart() {
      return true;
    }
  },
  MERGE(status -> status.leadsTo(MERGED));

  private final Predicate<ComplaintStatus> possible;

  ComplaintAction(Predicate<ComplaintStatus> possible) {
    this.possible = possible;
  }

  boolean isPossibleIn(ComplaintStatus status) {
    return possible.test(status);
  }
}
