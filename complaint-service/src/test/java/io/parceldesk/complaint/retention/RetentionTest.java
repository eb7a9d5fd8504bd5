package io.parceldesk.complaint.retention;

import static io.parceldesk.complaint.Desk.act;
import static io.parceldesk.complaint.Desk.as;
import static io.parceldesk.complaint.Desk.bodyOf;
import static io.parceldesk.complaint.Desk.view;
import static io.parceldesk.complaint.retention.OldCases.closed;
import static io.parceldesk.complaint.retention.OldCases.closedAgo;
import static io.parceldesk.complaint.retention.OldCases.phone;
import static io.parceldesk.complaint.retention.OldCases.register;
import static io.parceldesk.complaint.retention.OldCases.row;
import static io.parceldesk.complaint.retention.OldCases.settled;
import static io.parceldesk.complaint.retention.OldCases.statistics;
import static io.parceldesk.complaint.retention.OldCases.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.retention.RetentionJob;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Closed complaints name nobody after their period, and are counted as before (REG-11). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RetentionTest {
  private static final String LONG_AGO = "3 years 2 days";

  @Inject RetentionJob retention;
  @Inject Sql sql;

  @Test
  void takesOutWhoeverIsNamedAndKeepsWhatIsCounted() {
    var explained = closedAgo(sql, closed(phone()), LONG_AGO);
    var paid = closedAgo(sql, settled(phone()), LONG_AGO);
    sql.update(
        "update complaint set against_person = '老张', outlet_statement = 'eyJ.x' where number = ?",
        paid);
    var before = statistics(sql, explained, paid);

    retention.run();
    retention.run();

    assertThat(statistics(sql, explained, paid)).isEqualTo(before);
    for (var number : new String[] {explained, paid}) {
      view(number)
          .statusCode(200)
          .body("status", is("CLOSED"))
          .body("anonymisedAt", notNullValue())
          .body("complainant", nullValue())
          .body("description", nullValue())
          .body("jointParties", empty())
          .body("allowedActions", empty());
      timeline(number)
          .body("items.action", hasItem("anonymisation"))
          .body("items.findAll { it.action != 'anonymisation' }.note", everyItem(nullValue()))
          .body("items.findAll { it.action == 'anonymisation' }.note", contains("REG-11"));
      assertThat(row(sql, number)).doesNotContain("eyJ", "陶瓷", "老张", "misunderstanding");
    }
    view(paid).body("plan.amount.amount", is("120.00")).body("callBack.satisfactionScore", is(5));
    as("agent")
        .get("/api/v1/complaints?open=false&status=CLOSED&limit=200")
        .then()
        .body("items.number", hasItem(paid));
  }

  @Test
  void letsNothingFollowAnonymisation() {
    var number = closedAgo(sql, closed(phone()), LONG_AGO);
    retention.run();

    for (var action :
        List.of("reopening", "merge", "contact-reveal", "legal-hold", "legal-hold-release")) {
      var body = action.matches("contact.*|legal.*") ? "{\"reason\": \"why\"}" : bodyOf(action);
      act(number, action, body)
          .statusCode(410)
          .body("code", is("case-anonymised"))
          .body("anonymisedAt", notNullValue());
    }
    claimPaidFor(number);
    await().untilAsserted(() -> view(number).body("links.number", hasItem("CLM-261122-000211")));
    view(number).body("claimOutcome", nullValue());
  }

  @Test
  void waitsForTheWholePeriodAndForWhatKeepsTheCase() {
    var young = closedAgo(sql, closed(phone()), "3 years");
    var open = register(phone());
    var held = closedAgo(sql, closed(phone()), LONG_AGO);
    act(held, "legal-hold", "{\"reason\": \"Guangzhou court 2026/17\"}")
        .statusCode(200)
        .body("legalHold.reason", is("Guangzhou court 2026/17"));
    act(held, "legal-hold", "{\"reason\": \"again\"}")
        .statusCode(409)
        .body("code", is("already-held"));
    act(held, "legal-hold", "{}").statusCode(400);
    var appealed = closedAgo(sql, closed(phone()), LONG_AGO);
    var appeal = appealAbout(appealed);

    retention.run();

    for (var number : new String[] {young, open, held, appealed}) {
      view(number).body("complainant.name", is("王**")).body("anonymisedAt", nullValue());
    }
    as("supervisor")
        .get("/api/v1/complaints?open=any&legalHold=true")
        .then()
        .body("items.number", hasItem(held));
    due("complaint-records")
        .body("overdue.find { it.obstacle == 'LEGAL_HOLD' }.count", notNullValue());

    act(held, "legal-hold-release", "{\"reason\": \"settled\"}")
        .statusCode(200)
        .body("legalHold", nullValue());
    act(held, "legal-hold-release", "{\"reason\": \"settled\"}")
        .statusCode(409)
        .body("code", is("not-held"));
    sql.update(
        "update appeal set status = 'CLOSED', closed_at = now(), replied_at = now() where number ="
            + " ?",
        appeal);
    retention.run();
    view(held).body("anonymisedAt", notNullValue());
    view(appealed).body("anonymisedAt", notNullValue());
  }

  @Test
  void goesWithTheCaseThatItWasMergedInto() {
    var duplicate = register(phone());
    var survivor = register(phone());
    act(duplicate, "merge", "{\"into\": \"%s\", \"evenIfOtherWaybill\": true}".formatted(survivor))
        .statusCode(200);
    closedAgo(sql, duplicate, LONG_AGO);
    retention.run();
    view(duplicate).body("anonymisedAt", nullValue());

    for (var action : new String[] {"acknowledgement", "assessment", "call-back", "closure"}) {
      act(survivor, action, bodyOf(action)).statusCode(200);
    }
    closedAgo(sql, survivor, LONG_AGO);
    act(duplicate, "legal-hold", "{\"reason\": \"court\"}").statusCode(200);
    retention.run();
    view(survivor).body("anonymisedAt", nullValue());

    act(duplicate, "legal-hold-release", "{\"reason\": \"over\"}").statusCode(200);
    retention.run();
    retention.run();
    view(survivor).body("anonymisedAt", notNullValue());
    view(duplicate).body("anonymisedAt", notNullValue()).body("status", is("MERGED"));
    assertThat(row(sql, survivor)).doesNotContain("eyJ");
  }

  @Test
  void leavesAppealsWithTheirDatesOnly() {
    var appeal = appealAbout(TestComplaints.register());
    sql.update(
        """
        update appeal set status = 'CLOSED', replied_at = now(), reply = '已经赔付', opinion = '同意',
               closed_at = now() - interval '3 years 2 days' where number = ?
        """,
        appeal);

    retention.run();

    as("supervisor")
        .get("/api/v1/appeals/" + appeal)
        .then()
        .body("anonymisedAt", notNullValue())
        .body("appellant", nullValue())
        .body("reply", nullValue())
        .body("status", is("CLOSED"));
    as("supervisor").get("/api/v1/appeals/" + appeal + "/evidence").then().statusCode(410);
  }

  @Test
  void isDoneWhollyOrNotAtAll() {
    var broken = closedAgo(sql, closed(phone()), "3 years 9 days");
    var fine = closedAgo(sql, closed(phone()), LONG_AGO);
    var before = row(sql, broken);
    sql.update(
        """
        create function fail_here() returns trigger language plpgsql as $$
        begin raise exception 'the power went out'; end $$
        """);
    sql.update(
        """
        create trigger power_cut before insert on timeline for each row
          when (new.action = 'anonymisation' and new.case_id = '%s'::uuid) execute function fail_here()
        """
            .formatted(idOf(broken)));
    try {
      retention.run();

      assertThat(row(sql, broken)).isEqualTo(before);
      view(broken).body("complainant.name", is("王**"));
      timeline(broken).body("items.note", hasItem(notNullValue()));
      view(fine).body("anonymisedAt", notNullValue());
    } finally {
      sql.update("drop trigger power_cut on timeline");
      sql.update("drop function fail_here");
    }

    retention.run();
    view(broken).body("anonymisedAt", notNullValue());
  }

  @Test
  void eitherReopensOrAnonymisesAndNeverBoth() {
    var version = amend("P1D", version()).statusCode(200).extract().<Integer>path("version");
    try {
      IntStream.range(0, 8)
          .forEach(
              round -> {
                var number = closedAgo(sql, closed(phone()), "3 days");

                var run = CompletableFuture.runAsync(retention::run);
                var reopening =
                    CompletableFuture.supplyAsync(
                        () -> act(number, "reopening", "{}").extract().statusCode());
                run.join();

                assertThat(reopening.join()).isIn(200, 410);
                var reopened = reopening.join() == 200;
                view(number)
                    .body("status", is(reopened ? "ASSIGNED" : "CLOSED"))
                    .body("complainant.name", reopened ? is("王**") : nullValue())
                    .body("anonymisedAt", reopened ? nullValue() : notNullValue());
              });
    } finally {
      amend("P3Y", version).statusCode(200);
    }
  }

  @Test
  void isAQuestionOfPeriodsThatAnAdminMaySetWithinTheLaw() {
    due("complaint-records")
        .body("period.keep", is("P3Y"))
        .body("period.erasableAfter", is("P1Y"))
        .body("period.rule", is("REG-11"));
    var form = "{\"keep\": \"%s\", \"reason\": \"our lawyers\"}";
    as("admin")
        .body(form.formatted("P4Y"))
        .put("/api/v1/retention/messages")
        .then()
        .statusCode(428);
    put("messages", "9", form.formatted("P4Y")).statusCode(412);
    put("messages", "1", form.formatted("P0D"))
        .statusCode(400)
        .body("errors.pointer", contains("/keep"));
    put("messages", "1", form.formatted("three years")).statusCode(400);
    put("nothing", "1", form.formatted("P4Y")).statusCode(404);
    put("subject-requests", "1", form.formatted("P2Y"))
        .statusCode(422)
        .body("code", is("kept-too-short"))
        .body("atLeast", is("P3Y"));
    put("messages", "1", form.formatted("P4Y"))
        .statusCode(200)
        .body("keep", is("P4Y"))
        .body("version", is(2));
    put("messages", "1", form.formatted("P3Y")).statusCode(412);
    put("messages", "2", form.formatted("P3Y")).statusCode(200).body("version", is(3));
    as("agent").get("/api/v1/retention").then().statusCode(403);
    as("auditor")
        .get("/api/v1/retention?on=tomorrow")
        .then()
        .statusCode(400)
        .body("code", is("bad-date"));
  }

  @Test
  void tellsWhatWillBeDueOnADay() {
    var number = closedAgo(sql, closed(phone()), "2 years");

    due("complaint-records", "2099-01-01")
        .body("overdue.find { it.obstacle == null }.count", notNullValue());
    retention.run();
    view(number).body("anonymisedAt", nullValue());
    timeline(number).body("items.action", not(hasItem("anonymisation")));
  }

  private static void claimPaidFor(String number) {
    TestEvents.send(
        "parceldesk.claims",
        TestEvents.Event.of(
            "/claims-service",
            "io.parceldesk.claim-paid.v1",
            "CLM-261122-000211",
            """
            {"case": {"number": "CLM-261122-000211", "kind": "CLAIM", "status": "PAID",
              "priority": "NORMAL", "tier": "ORDINARY", "openedAt": "2026-11-22T08:00:00Z"},
             "amount": {"amount": "120.00", "currency": "CNY"},
             "origin": {"number": "%s", "kind": "COMPLAINT"}}
            """
                .formatted(number)));
    TestComplaints.claimFiledFor(number, "CLM-261122-000211");
  }

  private int version() {
    return due("complaint-records")
        .extract()
        .path("items.find { it.period.dataClass == 'complaint-records' }.period.version");
  }

  private static ValidatableResponse amend(String keep, int version) {
    return put(
        "complaint-records",
        String.valueOf(version),
        "{\"keep\": \"%s\", \"erasableAfter\": \"%s\", \"reason\": \"test\"}"
            .formatted(keep, keep.equals("P3Y") ? "P1Y" : keep));
  }

  private static ValidatableResponse put(String dataClass, String version, String form) {
    return as("admin")
        .header("If-Match", "\"" + version + "\"")
        .body(form)
        .put("/api/v1/retention/" + dataClass)
        .then();
  }

  private static ValidatableResponse due(String dataClass) {
    return due(dataClass, null);
  }

  private static ValidatableResponse due(String dataClass, String on) {
    return as("admin")
        .get("/api/v1/retention" + (on == null ? "" : "?on=" + on))
        .then()
        .statusCode(200)
        .rootPath("items.find { it.period.dataClass == '" + dataClass + "' }");
  }

  private UUID idOf(String number) {
    return sql.first(
            "select id from complaint where number = ?",
            row -> row.getObject(1, UUID.class),
            number)
        .orElseThrow();
  }

  private static String appealAbout(String complaint) {
    return as("agent")
        .body(
            """
            {"authorityReference": "12305-%s", "demand": "赔偿", "complaint": "%s"}
            """
                .formatted(UUID.randomUUID(), complaint))
        .post("/api/v1/appeals")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }
}
