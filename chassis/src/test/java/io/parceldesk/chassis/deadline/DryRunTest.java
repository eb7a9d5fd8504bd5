package io.parceldesk.chassis.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.directory.TestDirectory;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The figures of a dry-run are what then happens. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DryRunTest {
  private static final String POLICIES = "/api/v1/deadline-policies";

  @Inject TestDirectory directory;
  @Inject SampleCases cases;
  @Inject SampleCopies copies;
  @Inject Deadlines deadlines;
  @Inject Reprojection reprojection;
  @Inject DryRuns dryRuns;
  @Inject Rulebooks rulebooks;
  @Inject Sql sql;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String category = "C" + unique;
  private final String outlet = "T-" + unique.toUpperCase();
  private final String law = "law-" + unique;
  private final String resolve = "resolve-" + unique;

  @Test
  void saysWhatANewVersionThenDoes() {
    add(resolve, "RESOLVE", "PT48H");
    var running = open();
    copies.of(running, 300);
    var late = open();
    startedEarlier(late, 30);
    var paused = open();
    cases.with(paused, (subject, now) -> deadlines.pause(subject, "WAITING_FOR_CUSTOMER", now));
    var met = open();
    cases.with(met, (subject, now) -> deadlines.meet(subject, List.of("RESOLVE"), now));
    var before = dueTimes();

    var figures = tryOut(resolve, "RESOLVE", "PT24H");

    assertThat(dueTimes()).as("nothing is written").isEqualTo(before);
    admin().get(POLICIES + "/" + resolve).then().body("version", is(1));
    assertThat(figures.getLong("concerned")).isEqualTo(303);
    assertThat(figures.getLong("examined")).isEqualTo(303);
    assertThat(figures.getBoolean("sampled")).isFalse();
    assertThat(figures.getString("shift.median")).isEqualTo("PT-24H");
    assertThat(figures.getList("examples")).hasSize(10);

    apply(resolve, "RESOLVE", "PT24H");

    assertThat(moves(before).size()).isEqualTo(figures.getInt("moved")).isEqualTo(303);
    assertThat(moves(before).values())
        .allMatch(Duration::isNegative)
        .hasSize(figures.get("earlier"));
    assertThat(breached()).isEqualTo(figures.getLong("overdueAtOnce")).isEqualTo(1);
    assertThat(moves(before).values().stream().min(Duration::compareTo))
        .contains(Duration.parse(figures.getString("shift.min")));
    var example = figures.getMap("examples[0]");
    assertThat(dueOf((String) example.get("number")))
        .isEqualTo(Instant.parse((String) example.get("dueAfter")));
  }

  @Test
  void countsWhatAVersionCapsAsMoved() {
    add(resolve, "RESOLVE", "PT160H");
    add(law, "STATUTORY", "7d");
    copies.of(open(), 9);
    var before = dueTimes();

    var figures = tryOut(law, "STATUTORY", "2d");
    apply(law, "STATUTORY", "2d");

    assertThat(figures.getLong("concerned")).isEqualTo(10);
    assertThat(figures.getInt("moved")).isEqualTo(20).isEqualTo(moves(before).size());
  }

  @Test
  void saysWhatAnEditOfACalendarThenDoes() {
    add(resolve, "RESOLVE", "8wh");
    directory.tell(outlet, "R" + unique);
    var number = cases.openAt(outlet, category).subject().number();
    copies.of(number, 50);
    open();
    var before = dueTimes();
    var week =
        "{\"reason\": \"An hour a day\", \"week\": {\"MONDAY\": [\"09:00-10:00\"],"
            + " \"THURSDAY\": [\"09:00-10:00\"]}}";

    var figures =
        admin()
            .body(week)
            .post("/api/v1/calendars/{id}/dry-run", "region:R" + unique)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(dueTimes()).isEqualTo(before);
    admin()
        .header("If-Match", "\"0\"")
        .body(week)
        .put("/api/v1/calendars/{id}", "region:R" + unique)
        .then()
        .statusCode(200);
    advance();

    assertThat(figures.getLong("concerned")).isGreaterThanOrEqualTo(51);
    assertThat(figures.getInt("moved")).isEqualTo(51).isEqualTo(moves(before).size());
    assertThat(figures.getInt("later")).isEqualTo(51);
    assertThat(moves(before).values().stream().max(Duration::compareTo))
        .contains(Duration.parse(figures.getString("shift.max")));
  }

  @Test
  void looksAtASampleOfVeryManyAndSaysSo() {
    add(resolve, "RESOLVE", "PT48H");
    copies.of(open(), 299);
    var rules = rulebooks.current();
    var old = rules.inForce(resolve, Instant.MAX).orElseThrow();
    var newer =
        new DeadlinePolicy(
            resolve, 2, old.terms().forOpenToo(), old.createdAt(), "me", Instant.MIN);

    var figures = dryRuns.of(rules.with(newer), Behind.policy(newer), 250);

    assertThat(figures.concerned()).isEqualTo(300);
    assertThat(figures.examined()).isEqualTo(250);
    assertThat(figures.sampled()).isTrue();
    assertThat(figures.moved()).isZero();
    assertThat(figures.shift()).isNull();
  }

  @Test
  void refusesWhatCouldNotBeAdded() {
    admin().body("{}").post(POLICIES + "/no-such/dry-run").then().statusCode(404);
    admin()
        .body("{\"kind\": \"PLAN\", \"budget\": \"soon\"}")
        .post(POLICIES + "/sample-ladder/dry-run")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/budget"));
    admin()
        .body("{\"kind\": \"STATUTORY\", \"nature\": \"STATUTORY\", \"budget\": \"9d\"}")
        .post(POLICIES + "/sample-law/dry-run")
        .then()
        .statusCode(422)
        .body("code", is("statutory-limit"));
  }

  private CaseNumber open() {
    return cases.open(category, 1).subject().number();
  }

  private void add(String id, String kind, String budget) {
    admin().body(policy(id, kind, budget, false)).post(POLICIES).then().statusCode(201);
  }

  private void apply(String id, String kind, String budget) {
    admin().body(policy(id, kind, budget, true)).post(POLICIES).then().statusCode(201);
    advance();
  }

  private JsonPath tryOut(String id, String kind, String budget) {
    return admin()
        .body(policy(id, kind, budget, false))
        .post(POLICIES + "/" + id + "/dry-run")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String policy(String id, String kind, String budget, boolean applyToOpen) {
    var nature =
        kind.equals("STATUTORY")
            ? "\"nature\": \"STATUTORY\""
            : "\"pauses\": {\"reasons\": [\"WAITING_FOR_CUSTOMER\"]}";
    return """
    {"id": "%s", "kind": "%s", "budget": "%s", "atOpening": true, "applyToOpen": %s, %s,
     "match": {"caseKind": "COMPLAINT", "category": "%s"}}
    """
        .formatted(id, kind, budget, applyToOpen, nature, category);
  }

  private void startedEarlier(CaseNumber number, int hours) {
    sql.update(
        """
        with earlier as (
          update deadline set started_at = started_at - ? * interval '1 hour',
                 counts_from = counts_from - ? * interval '1 hour',
                 due_at = due_at - ? * interval '1 hour'
           where case_id = (select case_id from case_stream where number = ?) returning id)
        update deadline_segment set from_at = from_at - ? * interval '1 hour'
         where deadline_id in (select id from earlier)
        """,
        hours,
        hours,
        hours,
        number.text(),
        hours);
  }

  private Map<UUID, Duration> moves(Map<UUID, Instant> before) {
    return dueTimes().entrySet().stream()
        .filter(due -> !due.getValue().equals(before.get(due.getKey())))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                due -> Duration.between(before.get(due.getKey()), due.getValue())));
  }

  private Map<UUID, Instant> dueTimes() {
    return sql
        .list(
            """
            select d.id, d.due_at from deadline d join sample_case c on c.id = d.case_id
             where c.category = ?
            """,
            row -> Map.entry(row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()),
            category)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Instant dueOf(String number) {
    return cases.file(CaseNumber.parse(number)).deadlines().stream()
        .filter(view -> view.kind().equals("RESOLVE"))
        .findFirst()
        .orElseThrow()
        .dueAt();
  }

  private long breached() {
    return sql.first(
            """
            select count(*) from deadline d join sample_case c on c.id = d.case_id
             where c.category = ? and d.state = 'BREACHED'
            """,
            row -> row.getLong(1),
            category)
        .orElseThrow();
  }

  private void advance() {
    while (reprojection.advance() > 0) {
      // until everything is in line
    }
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(TestServers.token("admin")).contentType(ContentType.JSON);
  }
}
