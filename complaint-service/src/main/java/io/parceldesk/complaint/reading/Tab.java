package io.parceldesk.complaint.reading;

import java.util.Locale;

/**
 * The piles on a complaint desk: what is counted in each, and the query of {@code GET /complaints}
 * that shows the same.
 */
enum Tab {
  OPEN("true", "open=true"),
  MINE("assignee = ?", "assignee={name}"),
  UNASSIGNED("status in ('RECEIVED', 'ACKNOWLEDGED')", "status=RECEIVED&status=ACKNOWLEDGED"),
  OVERDUE("next_due_at <= now()", "breached=true"),
  DUE_TODAY("next_due_at > now() and next_due_at < {endOfDay}", "breached=false&dueTo={today}"),
  ESCALATED("escalation_level > 0", "escalationLevel=1&escalationLevel=2&escalationLevel=3"),
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

  /** As a column of the query that counts all tabs. */
  String column(String endOfDay) {
    return "count(*) filter (where %s) as %s"
        .formatted(condition.replace("{endOfDay}", endOfDay), name().toLowerCase(Locale.ROOT));
  }

  /** Soonest due first. */
  String query(String encodedName, String today) {
    return query.replace("{name}", encodedName).replace("{today}", today) + "&sort=dueAt";
  }
}
