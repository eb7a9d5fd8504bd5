package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseAction;

/** What can be done with an appeal, each leading to a status. */
public enum AppealAction implements CaseAction {
  REPLY(AppealStatus.REPLIED),
  CLOSURE(AppealStatus.CLOSED);

  private final AppealStatus next;

  AppealAction(AppealStatus next) {
    this.next = next;
  }

  boolean isPossibleIn(AppealStatus status) {
    return status.leadsTo(next);
  }
}
