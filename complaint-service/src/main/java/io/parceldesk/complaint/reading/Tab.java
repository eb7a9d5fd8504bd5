package io.parceldesk.complaint.reading;

import java.util.Locale;

/**
 * The piles on a complaint desk: what is counted in each, and the query of {@code GET /complaints}
 * that shows the same.
 */
enum Tab {
  OPEN("true", "open=true"),
  MINE("mine", "assignee={name}"),
  UNASSIGNED("status in ('RECEIVED', 'ACKNOWLEDGED')", "status=RECEIVED&status=ACKNOWLEDGED"),
  OVERDUE("due = 'OVERDUE'", "breached=true"),
  DUE_TODAY("due = 'TODAY'", "breached=false&dueTo={today}"),
  ESCALATED("escalated", "escalationLevel=1&escalationLevel=2&escalationLevel=3"),
  WAITING_FOR_INVESTIGATION("status = 'ASSIGNED'", "status=ASSIGNED"),
  WAITING_FOR_PLAN("status = 'INVESTIGATED'", "status=INVESTIGATED"),
  WAITING_FOR_DECISION("status = 'PLAN_PROPOSED'", "status=PLAN_PROPOSED"),
  WAITING_FOR_IMPLEMENTATION("status = 'PLAN_APPROVED'", "status=PLAN_APPROVED"),
  WAITING_FOR_CALL_BACK(
      "status in ('EXPLAINED', 'IMPLEMENTED')", "status=EXPLAINED&status=IMPLEMENTED"),
  WAITING_FOR_CLOSURE("status = 'CALLED_BACK'", "status=CALLED_BACK");

  private final String condition;
  private final String query;

  Tab(String condition, String query) {
    this.condition = condition;
    this.query = query;
  }

  /** As a column of the query that adds piles up. */
  String column() {
    return "coalesce(sum(n) filter (where %s), 0) as %s"
        .formatted(condition, name().toLowerCase(Locale.ROOT));
  }

  /** Soonest due first. */
  String query(String encodedName, String today) {
    return query.replace("{name}", encodedName).replace("{today}", today) + "&sort=dueAt";
  }
}
