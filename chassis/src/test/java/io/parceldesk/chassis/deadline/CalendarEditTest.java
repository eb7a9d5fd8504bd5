package io.parceldesk.chassis.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.directory.TestDirectory;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an edit of a calendar does to deadlines, through the API and in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CalendarEditTest {
  private static final String CALENDAR = "/api/v1/calendars/{id}";
  private static final String YEAR = "/api/v1/calendars/{id}/years/{year}";

  @Inject TestDirectory directory;
  @Inject SampleCases cases;
  @Inject SampleCopies copies;
  @Inject Deadlines deadlines;
  @Inject Reprojection reprojection;
  @Inject RungObserver observer;
  @Inject Sql sql;

  private final String unique = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
  private final String category = "C" + unique;
  private final String region = "R" + unique;
  private final String outlet = "T-" + unique;

  @BeforeEach
  void prepare() {
    directory.tell(outlet, region);
    policy("p-" + unique.toLowerCase(), "3wd", false);
  }

  @AfterEach
  void recover() {
    observer.recover();
    advance();
  }

  @Test
  void movesWhatRunsAndWhatIsPausedButNothingThatHasEnded() {
    var running = open(outlet);
    var paused = open(outlet);
    cases.with(paused, (subject, now) -> deadlines.pause(subject, "WAITING_FOR_CUSTOMER", now));
    var met = open(outlet);
    cases.with(met, (subject, now) -> deadlines.meet(subject, List.of("RESOLVE"), now));
    var cancelled = open(outlet);
    cases.with(cancelled, deadlines::cancelAll);
    var breached = open(outlet);
    sql.update("update deadline set due_at = now() where case_id = ?", idOf(breached));
    cases.with(breached, (subject, now) -> deadlines.pause(subject, "LUNCH", now));
    assertThat(resolve(breached).state()).isEqualTo(DeadlineState.BREACHED);
    var elsewhere = open("T-ELSEWHERE");
    var noOutlet = open(null);
    var still = List.of(met, cancelled, breached, elsewhere, noOutlet);
    var before = still.stream().map(this::resolve).toList();
    var due = resolve(running).dueAt();

    dayOff("outlet:" + outlet, lastDayBefore(due), "Typhoon over the bay");
    advance();

    assertThat(resolve(running).dueAt()).isAfter(due);
    assertThat(resolve(running).state()).isEqualTo(DeadlineState.RUNNING);
    assertThat(resolve(paused).dueAt()).isEqualTo(resolve(running).dueAt());
    assertThat(resolve(paused).state()).isEqualTo(DeadlineState.PAUSED);
    assertThat(notes(running))
        .singleElement()
        .asString()
        .contains("RESOLVE", "calendar outlet:" + outlet, "Typhoon over the bay");
    assertThat(notes(paused)).hasSize(1);
    assertThat(still.stream().map(this::resolve)).isEqualTo(before);
    assertThat(still).allSatisfy(number -> assertThat(notes(number)).isEmpty());
  }

  @Test
  void followsWhenAnOutletGetsACalendarAndWhenItGivesItUp() {
    var number = open(outlet);
    var due = resolve(number).dueAt();

    dayOff("outlet:" + outlet, lastDayBefore(due), "Stocktaking");
    advance();
    assertThat(resolve(number).dueAt()).isAfter(due);

    remove(CALENDAR, "outlet:" + outlet, null, "No stocktaking");
    advance();

    assertThat(resolve(number).dueAt()).isEqualTo(due);
    assertThat(notes(number)).hasSize(2).last().asString().contains("No stocktaking");
    assertThat(resolve(open(outlet)).dueAt()).as("a new case").isEqualTo(due);
  }

  @Test
  void followsTheRegionAndWhoeverLeavesItNoMore() {
    var staying = open(outlet);
    var leaver = "L-" + unique;
    directory.tell(leaver, region);
    var leaving = open(leaver);
    var elsewhere = open("T-ELSEWHERE");
    var due = resolve(staying).dueAt();

    dayOff("region:" + region, lastDayBefore(due), "Regional holiday");
    advance();

    assertThat(resolve(staying).dueAt()).isAfter(due).isEqualTo(resolve(leaving).dueAt());
    assertThat(resolve(elsewhere).dueAt()).isEqualTo(due);
    assertThat(notes(staying)).singleElement().asString().contains("Regional holiday");

    directory.tell(leaver, "another " + region);
    advance();

    assertThat(resolve(leaving).dueAt()).isEqualTo(due);
    assertThat(notes(leaving)).hasSize(2).last().asString().contains("another " + region);
    assertThat(resolve(staying).dueAt()).isAfter(due);
  }

  @Test
  void followsTheDirectoryWhenAnOutletBecomesKnownAfterItsCases() {
    var late = "N-" + unique;
    var number = open(late);
    var due = resolve(number).dueAt();
    dayOff("region:" + region, lastDayBefore(due), "Regional holiday");
    advance();
    assertThat(resolve(number).dueAt()).isEqualTo(due);

    directory.tell(late, region);
    advance();

    assertThat(resolve(number).dueAt()).isAfter(due);
  }

  @Test
  void followsTheCompanyWhereverNobodySaysOtherwise() {
    var ofOutlet = open(outlet);
    var noOutlet = open(null);
    var due = resolve(ofOutlet).dueAt();
    var day = lastDayBefore(due);

    dayOff("company", day, "A day for everybody");
    advance();

    assertThat(resolve(ofOutlet).dueAt()).isAfter(due).isEqualTo(resolve(noOutlet).dueAt());
    assertThat(notes(ofOutlet))
        .singleElement()
        .asString()
        .contains("calendar company: A day for everybody");

    remove(YEAR, "company", day.getYear(), "Not so");
    advance();

    assertThat(resolve(ofOutlet).dueAt()).isEqualTo(due);
  }

  /** Batches are transactions of their own: what a crash or another edit interrupts goes on. */
  @Test
  void goesOnWhereItWasInterrupted() {
    var number = open(outlet);
    var due = resolve(number).dueAt();
    copies.of(number, 999);
    dayOff("outlet:" + outlet, lastDayBefore(due), "First");
    reprojection.advance();
    reprojection.advance();
    assertThat(movedLaterThan(due)).isEqualTo(2 * LockedCases.BATCH);

    dayOff("outlet:" + outlet, lastDayBefore(lastMoment(due)), "Second");
    advance();

    assertThat(dueTimes()).as("all alike").hasSize(1);
    assertThat(movedLaterThan(due)).isEqualTo(1000);
    assertThat(told("First")).isEqualTo(1000);
    assertThat(told("Second")).isEqualTo(1000);
    assertThat(entries()).as("who was moved twice was told twice").isEqualTo(1000 + 400);
  }

  @Test
  void movesTheOthersWhenOneCaseFails() {
    var failing = open(outlet);
    var fine = open(outlet);
    observer.failFor(idOf(failing));
    fiveDaysPass();

    policy("p-" + unique.toLowerCase(), "PT1H", true);
    advance();

    assertThat(resolve(fine).state()).isEqualTo(DeadlineState.BREACHED);
    assertThat(resolve(failing).state()).isEqualTo(DeadlineState.RUNNING);
    assertThat(notes(failing)).isEmpty();

    observer.recover();
    advance();

    assertThat(resolve(failing).state()).isEqualTo(DeadlineState.BREACHED);
  }

  private CaseNumber open(String at) {
    return cases.openAt(at, category).subject().number();
  }

  private void policy(String id, String budget, boolean applyToOpen) {
    admin()
        .body(
            """
            {"id": "%s", "kind": "RESOLVE", "rules": ["SLA-10"], "budget": "%s", "atOpening": true,
             "pauses": {"reasons": ["WAITING_FOR_CUSTOMER"]}, "applyToOpen": %s,
             "match": {"caseKind": "COMPLAINT", "category": "%s"}}
            """
                .formatted(id, budget, applyToOpen, category))
        .post("/api/v1/deadline-policies")
        .then()
        .statusCode(201);
  }

  /** Adds a day off to what the calendar says of the year. */
  private static void dayOff(String calendar, LocalDate date, String reason) {
    List<Map<String, Object>> own =
        admin()
            .get(CALENDAR, calendar)
            .jsonPath()
            .getList("years.find {it.year == %d}.days".formatted(date.getYear()));
    var days = new ArrayList<>(own == null ? List.of() : own);
    days.add(Map.of("date", date.toString(), "working", false, "nameZh", "休", "nameEn", "Day off"));
    admin()
        .header("If-Match", "*")
        .body(Map.of("reason", reason, "days", days))
        .put(YEAR, calendar, date.getYear())
        .then()
        .statusCode(200);
  }

  private static void remove(String path, String calendar, Integer year, String reason) {
    var request = admin().header("If-Match", "*").queryParam("reason", reason);
    var answer =
        year == null ? request.delete(path, calendar) : request.delete(path, calendar, year);
    assertThat(answer.statusCode()).isBetween(200, 204);
  }

  private void fiveDaysPass() {
    sql.update(
        """
        with earlier as (
          update deadline set started_at = started_at - interval '5 days',
                 counts_from = counts_from - interval '5 days'
           where case_id in (select id from sample_case where category = ?) returning id)
        update deadline_segment set from_at = from_at - interval '5 days'
         where deadline_id in (select id from earlier)
        """,
        category);
  }

  private void advance() {
    while (reprojection.advance() > 0) {
      // until everything is in line
    }
  }

  private static LocalDate lastDayBefore(Instant due) {
    return due.minus(Duration.ofHours(12)).atZone(WorkingCalendar.ZONE).toLocalDate();
  }

  private Instant lastMoment(Instant due) {
    return dueTimes().stream().filter(at -> at.isAfter(due)).findFirst().orElseThrow();
  }

  private DeadlineView resolve(CaseNumber number) {
    return cases.file(number).deadlines().stream()
        .filter(view -> view.kind().equals("RESOLVE"))
        .findFirst()
        .orElseThrow();
  }

  private List<String> notes(CaseNumber number) {
    return sql.list(
        "select note from timeline where case_id = ? and action = 'deadline-moved' order by id",
        row -> row.getString("note"),
        idOf(number));
  }

  private UUID idOf(CaseNumber number) {
    return cases.file(number).subject().id();
  }

  private List<Instant> dueTimes() {
    return sql.list(
        """
        select distinct due_at from deadline d join sample_case c on c.id = d.case_id
         where c.category = ? and d.kind = 'RESOLVE'
        """,
        row -> row.getTimestamp(1).toInstant(),
        category);
  }

  private long movedLaterThan(Instant due) {
    return count(
        "from deadline d join sample_case c on c.id = d.case_id"
            + " where category = ? and due_at > ? and kind = 'RESOLVE'",
        due);
  }

  private long told(String reason) {
    return sql.first(
            """
            select count(distinct case_id) from timeline t join sample_case c on c.id = t.case_id
             where c.category = ? and t.note like '%' || ? || '%'
            """,
            row -> row.getLong(1), category, reason)
        .orElseThrow();
  }

  private long entries() {
    return count(
        "from timeline t join sample_case c on c.id = t.case_id where category = ? and action = ?",
        "deadline-moved");
  }

  private long count(String from, Object second) {
    return sql.first("select count(*) " + from, row -> row.getLong(1), category, second)
        .orElseThrow();
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(TestServers.token("admin")).contentType(ContentType.JSON);
  }
}
