package io.parceldesk.chassis.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

/** A year of which nobody knows the holidays (REG-13). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CalendarWatchTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 30);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 1);

  @Inject @Readiness CalendarWatch watch;
  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject MeterRegistry metrics;
  @Inject Sql sql;

  @Test
  void missesTheNextYearFromTheFirstOfDecemberOn() {
    assertThat(watch.missingOn(NOVEMBER)).isEmpty();
    assertThat(watch.missingOn(DECEMBER)).as("2027 is provisional").containsExactly(2027);
    assertThat(watch.missingOn(LocalDate.of(2027, 2, 1))).containsExactly(2027);
    assertThat(watch.missingOn(LocalDate.of(2027, 12, 31))).containsExactly(2027, 2028);
  }

  @Test
  void staysReadyAndSaysWhatIsMissing() {
    var answer = watch.answer(DECEMBER);

    assertThat(answer.getStatus()).isEqualTo(Status.UP);
    assertThat(answer.getData().orElseThrow())
        .containsEntry("complete", false)
        .containsEntry("missingYears", "[2027]");
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find {it.name == 'calendar'}.status", is("UP"))
        .body("checks.find {it.name == 'calendar'}.data.missingYears", notNullValue());
    await()
        .until(() -> metrics.find("parceldesk.calendar.missing.years").gauge(), Objects::nonNull);
  }

  @Test
  void warnsOfWhatIsMissingAndOfNothingElse() {
    assertThat(watch.warning(NOVEMBER)).isEmpty();
    assertThat(watch.warning(DECEMBER))
        .get()
        .asString()
        .contains("[2027]", "/api/v1/calendars/company/years/2027");
  }

  @Test
  void isContentOnceTheYearIsWritten() {
    admin()
        .header("If-Match", "*")
        .body(Map.of("reason", "as announced", "days", List.of()))
        .put("/api/v1/calendars/company/years/2027")
        .then()
        .statusCode(200);

    assertThat(watch.missingOn(DECEMBER)).isEmpty();

    admin()
        .header("If-Match", "*")
        .queryParam("reason", "not announced after all")
        .delete("/api/v1/calendars/company/years/2027")
        .then()
        .statusCode(200)
        .body("years.find {it.year == 2027}.provisional", is(true));
    assertThat(watch.missingOn(DECEMBER)).containsExactly(2027);
  }

  /** Conformance 22: an answer, marked incomplete, in views and in events. */
  @Test
  void marksWhatDependsOnAYearWithoutData() {
    var number = cases.open("OPENS_WITH_CLOCKS", 5).subject().number();
    var longAgo = LocalDate.of(2019, 12, 20).atStartOfDay(WorkingCalendar.ZONE).toInstant();

    cases.with(number, (subject, now) -> deadlines.attach(subject, "RESOLVE", longAgo, now));

    var resolve =
        cases.file(number).deadlines().stream()
            .filter(view -> view.kind().equals("RESOLVE"))
            .findFirst()
            .orElseThrow();
    assertThat(resolve.calendarComplete()).isFalse();
    assertThat(resolve.previous().calendarComplete()).isTrue();
    assertThat(
            sql.list(
                """
                select data -> 'deadline' ->> 'calendarComplete' as complete
                  from outbox o join case_stream s using (case_id)
                 where s.number = ? and o.type like '%deadline-breached%'
                """,
                row -> row.getString("complete"), number.text()))
        .containsExactly("false");
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(TestServers.token("admin")).contentType(ContentType.JSON);
  }
}
