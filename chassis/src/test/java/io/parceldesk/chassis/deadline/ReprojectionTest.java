package io.parceldesk.chassis.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ReprojectionTest {
  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject Reprojection reprojection;
  @Inject Sql sql;

  private final String category = "C" + UUID.randomUUID().toString().substring(0, 8);
  private final String policy = "p-" + UUID.randomUUID().toString().substring(0, 8);

  @Test
  void movesOpenDeadlinesWithAVersionThatSaysSo() {
    post("PT2H", false);
    var number = cases.open(category, 1).subject().number();
    var met = cases.open(category, 1).subject().number();
    cases.with(met, (subject, now) -> deadlines.meet(subject, List.of("PLAN"), now));

    post("PT5H", false);
    advance();
    assertThat(budget(number)).as("a case keeps its version").isEqualTo(Duration.ofHours(2));

    post("PT3H", true);
    advance();

    assertThat(budget(number)).isEqualTo(Duration.ofHours(3));
    assertThat(deadline(number).policy()).isEqualTo(policy + "@3");
    assertThat(budget(met)).isEqualTo(Duration.ofHours(2));
    assertThat(notes(number)).hasSize(1).first().asString().contains("PLAN", policy + "@3");
    assertThat(notes(met)).isEmpty();
  }

  /** Conformance 11. */
  @Test
  void movesOpenDeadlinesWithTheCalendarAndSaysWhy() {
    post("3wd", false);
    var number = cases.open(category, 1).subject().number();
    var before = deadline(number).dueAt();
    var dayOff = before.minus(Duration.ofHours(12)).atZone(WorkingCalendar.ZONE).toLocalDate();
    var year = dayOff.getYear();

    sql.update(
        """
        update calendar_year set days = days || jsonb_build_array(jsonb_build_object(
          'date', ?, 'working', false, 'nameZh', '台风', 'nameEn', 'Typhoon')), author = 'test'
         where calendar_id = 'company' and year = ?
        """,
        dayOff.toString(),
        year);
    sql.update("update deadline_rules set stamp = stamp + 1");
    sql.update(
        "insert into calendar_edit (stamp, calendar_id, action, reason, author)"
            + " select stamp, 'company', 'WRITTEN', '台风', 'test' from deadline_rules");
    advance();

    assertThat(deadline(number).dueAt()).isAfter(before);
    assertThat(notes(number)).hasSize(1).first().asString().contains("calendar company");
  }

  @Test
  void breachesRetroactivelyWhatIsOverdueUnderTheNewVersion() {
    post("PT5H", false);
    var late = cases.open(category, 1).subject().number();
    fourHoursPass(late);

    post("PT3H", true);
    advance();

    assertThat(deadline(late).state()).isEqualTo(DeadlineState.BREACHED);
    assertThat(retroactive(late)).containsExactly("true");
  }

  private void fourHoursPass(CaseNumber number) {
    sql.update(
        """
        with earlier as (
          update deadline set started_at = started_at - interval '4 hours',
                 counts_from = counts_from - interval '4 hours',
                 due_at = due_at - interval '4 hours',
                 projected_at = projected_at - interval '4 hours',
                 next_rung_at = next_rung_at - interval '4 hours'
           where case_id = (select case_id from case_stream where number = ?) returning id)
        update deadline_segment set from_at = from_at - interval '4 hours'
         where deadline_id in (select id from earlier)
        """,
        number.text());
  }

  private void advance() {
    while (reprojection.advance() > 0) {
      // until everything is in line
    }
  }

  private void post(String budget, boolean applyToOpen) {
    given()
        .auth()
        .oauth2(TestServers.token("admin"))
        .contentType(ContentType.JSON)
        .body(
            """
            {"id": "%s", "kind": "PLAN", "rules": ["SLA-06"], "budget": "%s", "atOpening": true,
             "applyToOpen": %s, "match": {"caseKind": "COMPLAINT", "category": "%s"}}
            """
                .formatted(policy, budget, applyToOpen, category))
        .post("/api/v1/deadline-policies")
        .then()
        .statusCode(201);
  }

  private DeadlineView deadline(CaseNumber number) {
    return cases.file(number).deadlines().stream()
        .filter(view -> view.kind().equals("PLAN"))
        .findFirst()
        .orElseThrow();
  }

  private Duration budget(CaseNumber number) {
    return Duration.between(deadline(number).startedAt(), deadline(number).dueAt());
  }

  private List<String> notes(CaseNumber number) {
    return sql.list(
        """
        select t.note from timeline t join case_stream s using (case_id)
         where s.number = ? and t.action = 'deadline-moved'
        """,
        row -> row.getString("note"),
        number.text());
  }

  private List<String> retroactive(CaseNumber number) {
    return sql.list(
        """
        select o.data -> 'deadline' ->> 'retroactive' as retroactive
          from outbox o join case_stream s using (case_id)
         where s.number = ? and o.type like '%breached%'
        """,
        row -> row.getString("retroactive"), number.text());
  }
}
