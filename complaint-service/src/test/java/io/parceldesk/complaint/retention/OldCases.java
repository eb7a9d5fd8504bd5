package io.parceldesk.complaint.retention;

import static io.parceldesk.complaint.Desk.after;
import static io.parceldesk.complaint.Desk.as;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.complaint.TestComplaints;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Complaints of a time gone by. */
final class OldCases {
  private OldCases() {}

  /** A mainland mobile number that no other test has. */
  static String phone() {
    return "139" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
  }

  static String register(String phone) {
    var form =
        TestComplaints.form("DAMAGE", TestComplaints.waybill())
            .replace("\"phone\": \"13800138000\"", "\"phone\": \"%s\"".formatted(phone))
            .replace("\"name\"", "\"email\": \"u%s@example.com\", \"name\"".formatted(phone));
    TestComplaints.register(); // the outlet is known from then on
    return as("agent")
        .body(form)
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  /** Explained and closed, with a question to a department on the way. */
  static String closed(String phone) {
    return after(
        register(phone), "acknowledgement", "joint-parties", "assessment", "call-back", "closure");
  }

  /** Paid for and closed. */
  static String settled(String phone) {
    return after(
        register(phone),
        "acknowledgement",
        "assignment",
        "investigation",
        "plan",
        "decision",
        "implementation",
        "call-back",
        "closure");
  }

  static String closedAgo(Sql sql, String number, String interval) {
    sql.update(
        "update complaint set closed_at = clock_timestamp() - ?::interval where number = ?",
        interval,
        number);
    return number;
  }

  static String row(Sql sql, String number) {
    return sql.first(
            "select to_jsonb(c)::text from complaint c where number = ?",
            row -> row.getString(1),
            number)
        .orElseThrow();
  }

  static ValidatableResponse timeline(String number) {
    return as("supervisor").get("/api/v1/complaints/" + number + "/timeline").then();
  }

  /** What is counted, in all ways. */
  static List<String> statistics(Sql sql, String... numbers) {
    return sql.list(
        """
        select concat_ws('|', c.status, c.category, c.stars, c.outlet, c.department, c.tier, c.priority, c.channel,
                 c.opened_at, c.closed_at, c.remedy, c.remedy_amount, c.cause, c.founded, c.satisfied,
                 c.satisfaction_score, c.escalation_level, c.repeated, c.customer_told_at,
                 (select string_agg(concat_ws(',', d.kind, d.state, d.due_at, d.met_at, d.breached_at), ';'
                                    order by d.id) from deadline d where d.case_id = c.id),
                 (select count(*) from deadline_firing f join deadline d on d.id = f.deadline_id
                   where d.case_id = c.id),
                 (select string_agg(concat_ws(',', t.at, t.actor, t.action, t.from_status, t.to_status), ';'
                                    order by t.id) from timeline t
                   where t.case_id = c.id and t.action <> 'anonymisation'))
          from complaint c where c.number = any(?) order by c.number
        """,
        row -> row.getString(1),
        List.of(numbers));
  }
}
