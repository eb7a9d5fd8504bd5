package io.parceldesk.chassis.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.directory.TestDirectory;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CalendarApiTest {
  private static final String CALENDAR = "/api/v1/calendars/{id}";
  private static final String YEAR = "/api/v1/calendars/{id}/years/{year}";
  private static final String MORNINGS =
      "{'reason': 'Mornings only', 'week': {'MONDAY': ['08:00-12:00'], 'TUESDAY':"
          + " ['08:00-12:00']}}";

  @Inject TestDirectory directory;

  private final String unique = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
  private final String outlet = "outlet:T-" + unique;
  private final String region = "region:区 " + unique;

  @BeforeEach
  void tellOfTheOutlet() {
    directory.tell("T-" + unique, "区 " + unique);
  }

  @Test
  void showsTheCompanysCalendarWithItsYears() {
    admin()
        .get(CALENDAR, "company")
        .then()
        .statusCode(200)
        .body("own", is(true))
        .body("inherits", empty())
        .body("week.MONDAY", contains("09:00-18:00"))
        .body("years.find {it.year == 2027}.provisional", is(true))
        .body("inForce.completeYears", hasItems(2025, 2026))
        .body("inForce.completeYears", not(hasItem(2027)))
        .body("inForce.days.find {it.date == '2026-10-01'}.nameZh", is("国庆节"))
        .body("edits.action", hasItem("SHIPPED"));
    admin().get("/api/v1/calendars").then().statusCode(200).body("items.id", hasItem("company"));
  }

  @Test
  void inheritsFromRegionAndCompanyUntilItHasItsOwn() {
    admin()
        .get(CALENDAR, outlet)
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("own", is(false))
        .body("week", nullValue())
        .body("inForce.week.MONDAY", contains("09:00-18:00"));

    put(region, "0", MORNINGS).statusCode(200).body("edits.reason", contains("Mornings only"));

    admin()
        .get(CALENDAR, outlet)
        .then()
        .body("inherits", contains(region, "company"))
        .body("inForce.week.MONDAY", contains("08:00-12:00"));
    var written =
        put(outlet, "0", "{'reason': 'Late', 'week': {'FRIDAY': ['13:30-24:00', '08:00-12:00']}}")
            .statusCode(200)
            .body("week.FRIDAY", contains("08:00-12:00", "13:30-24:00"))
            .body("edits[0].author", is("admin"))
            .extract()
            .header("ETag");
    admin()
        .get(CALENDAR, outlet)
        .then()
        .header("ETag", written)
        .body("own", is(true))
        .body("inForce.week.keySet()", contains("FRIDAY"))
        .body("inForce.days.find {it.date == '2026-10-01'}.nameEn", is("National Day"));

    admin()
        .header("If-Match", written)
        .queryParam("reason", "as the region again")
        .delete(CALENDAR, outlet)
        .then()
        .statusCode(204);

    admin()
        .get(CALENDAR, outlet)
        .then()
        .statusCode(200)
        .body("own", is(false))
        .body("inForce.week.MONDAY", contains("08:00-12:00"))
        .body("edits.action", contains("REMOVED", "WRITTEN"));
  }

  @Test
  void writesAndRemovesAYear() {
    var tag =
        putYear(
                outlet,
                "0",
                2026,
                """
                {'reason': 'Double Eleven', 'days': [
                  {'date': '2026-11-14', 'working': true, 'nameZh': '双十一', 'nameEn': 'Double Eleven',
                   'windows': ['08:00-22:00']},
                  {'date': '2026-11-12', 'working': false, 'nameZh': '休息', 'nameEn': 'Rest'}]}
                """)
            .statusCode(200)
            .body("years[0].days.date", contains("2026-11-12", "2026-11-14"))
            .body("inForce.days.find {it.date == '2026-11-14'}.windows", contains("08:00-22:00"))
            .body("inForce.days.find {it.date == '2026-10-01'}.nameEn", is("National Day"))
            .extract()
            .header("ETag");

    admin()
        .header("If-Match", tag)
        .queryParam("reason", "a mistake")
        .delete(YEAR, outlet, 2026)
        .then()
        .statusCode(200)
        .body("years", empty());
    admin()
        .header("If-Match", "*")
        .queryParam("reason", "again")
        .delete(YEAR, outlet, 2026)
        .then()
        .statusCode(404);
  }

  @Test
  void givesTheCompanyBackTheYearThatCameWithThePlatform() {
    putYear("company", "*", 2025, "{'reason': 'without holidays', 'days': []}")
        .statusCode(200)
        .body("years.find {it.year == 2025}.days", empty())
        .body("years.find {it.year == 2025}.author", is("admin"));

    admin()
        .header("If-Match", "*")
        .queryParam("reason", "as announced")
        .delete(YEAR, "company", 2025)
        .then()
        .statusCode(200)
        .body("years.find {it.year == 2025}.days", hasSize(33))
        .body("years.find {it.year == 2025}.author", is("shipped"));
  }

  @Test
  void refusesWhoeverHasNotReadTheNewestVersion() {
    admin().body(json(MORNINGS)).put(CALENDAR, outlet).then().statusCode(428);
    put(outlet, "7", MORNINGS).statusCode(412).body("currentVersion", is(0));
    admin()
        .header("If-None-Match", "*")
        .body(json(MORNINGS))
        .put(CALENDAR, outlet)
        .then()
        .statusCode(200);
    admin()
        .header("If-None-Match", "*")
        .body(json(MORNINGS))
        .put(CALENDAR, outlet)
        .then()
        .statusCode(412)
        .body("code", is("stale-version"));
    admin().queryParam("reason", "x").delete(CALENDAR, outlet).then().statusCode(428);
    admin().header("If-Match", "*").delete(CALENDAR, outlet).then().statusCode(400);
  }

  @Test
  void letsOneOfTwoWritersThroughThatComeAtOnce() {
    var one = CompletableFuture.supplyAsync(() -> put(outlet, "0", MORNINGS).extract());
    var other = CompletableFuture.supplyAsync(() -> put(outlet, "0", MORNINGS).extract());

    assertThat(List.of(one.join().statusCode(), other.join().statusCode()))
        .containsExactlyInAnyOrder(200, 412);
    admin().get(CALENDAR, outlet).then().body("edits", hasSize(1));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/week/MONDAY   | {'reason': 'x', 'week': {'MONDAY': ['08:00-12:00', '11:00-13:00']}}",
        "/week/MONDAY   | {'reason': 'x', 'week': {'MONDAY': ['08:00-24:00', '11:00-13:00']}}",
        "/week/MONDAY/0 | {'reason': 'x', 'week': {'MONDAY': ['12:00-08:00']}}",
        "/week/MONDAY/1 | {'reason': 'x', 'week': {'MONDAY': ['08:00-09:00', '9 to 5']}}",
        "/week/MONDAY/0 | {'reason': 'x', 'week': {'MONDAY': ['08:00-25:00']}}",
        "/week/MONDAY/0 | {'reason': 'x', 'week': {'MONDAY': [null]}}",
        "/week          | {'reason': 'x', 'week': {}}",
        "/week          | {'reason': 'x', 'week': {'MONDAY': []}}",
        "/week          | {'reason': 'x', 'week': {'MOONDAY': ['08:00-09:00']}}",
        "/reason        | {'week': {'MONDAY': ['08:00-09:00']}}",
        "/reason        | {'reason': ' ', 'week': {'MONDAY': ['08:00-09:00']}}",
        "/parent        | {'reason': 'x', 'parent': 'outlet:T-1'}",
      })
  void pointsAtWhatIsWrongWithAWeek(String pointer, String body) {
    put(outlet, "0", body).statusCode(400).body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/days/0/date   | {'date': '2027-01-01', 'working': false, 'nameZh': '元旦', 'nameEn': 'New"
            + " Year'}",
        "/days/0/date   | {'date': '2026-02-30', 'working': false, 'nameZh': '元旦', 'nameEn': 'New"
            + " Year'}",
        "/days/0/date   | {'working': false, 'nameZh': '元旦', 'nameEn': 'New Year'}",
        "/days/1/date   | {'date': '2026-01-01', 'working': false, 'nameZh': '元旦', 'nameEn': 'New"
            + " Year'}, {'date': '2026-01-01', 'working': true, 'nameZh': '元旦', 'nameEn': 'New"
            + " Year'}",
        "/days/0/nameZh | {'date': '2026-01-01', 'working': false, 'nameEn': 'New Year'}",
        "/days/0/nameEn | {'date': '2026-01-01', 'working': false, 'nameZh': '元旦', 'nameEn': ''}",
        "/days/0/working | {'date': '2026-01-01', 'nameZh': '元旦', 'nameEn': 'New Year'}",
        "/days/0/windows | {'date': '2026-01-01', 'working': false, 'nameZh': '元旦', 'nameEn': 'New"
            + " Year', 'windows': ['08:00-09:00']}",
        "/days/0/windows | {'date': '2026-01-01', 'working': true, 'nameZh': '元旦', 'nameEn': 'New"
            + " Year', 'windows': []}",
        "/days/0        | null",
      })
  void pointsAtWhatIsWrongWithAYear(String pointer, String days) {
    putYear(outlet, "0", 2026, "{'reason': 'x', 'days': [" + days + "]}")
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void refusesWhatCannotBe() {
    put("outlet:T-NOBODY", "0", MORNINGS).statusCode(422).body("code", is("unknown-outlet"));
    put("region:Nowhere", "0", MORNINGS).statusCode(422).body("code", is("unknown-region"));
    put("planet:Mars", "0", MORNINGS).statusCode(400).body("code", is("bad-calendar-id"));
    put("outlet:no such code", "0", MORNINGS).statusCode(400).body("code", is("bad-calendar-id"));
    put("company", "*", "{'reason': 'x'}").statusCode(400).body("errors.pointer", hasItem("/week"));
    putYear(outlet, "0", 1999, "{'reason': 'x', 'days': []}")
        .statusCode(400)
        .body("code", is("bad-year"));
    admin().get(CALENDAR, "outlet:T-NOBODY").then().statusCode(404);
    admin()
        .header("If-Match", "*")
        .queryParam("reason", "x")
        .delete(CALENDAR, "company")
        .then()
        .statusCode(422)
        .body("code", is("company-calendar-stays"));
    admin()
        .header("If-Match", "*")
        .queryParam("reason", "x")
        .delete(CALENDAR, outlet)
        .then()
        .statusCode(404);
  }

  @Test
  void refusesAYearInWhichNobodyWorksHereOrBelow() {
    put(outlet, "0", "{'reason': 'x', 'week': {'MONDAY': ['08:00-09:00']}}").statusCode(200);

    putYear(region, "0", 2030, "{'reason': 'x', 'days': [" + everyMondayOff(2030) + "]}")
        .statusCode(422)
        .body("code", is("no-working-day"))
        .body("calendar", is(outlet))
        .body("year", is(2030));
    putYear(outlet, "*", 2030, "{'reason': 'x', 'days': [" + everyMondayOff(2030) + "]}")
        .statusCode(422)
        .body("code", is("no-working-day"));
  }

  @Test
  void letsOnlyAdminsWrite() {
    as("auditor").get(CALENDAR, outlet).then().statusCode(200);
    as("outlet").get(CALENDAR, outlet).then().statusCode(403);
    as("supervisor")
        .header("If-Match", "*")
        .body(json(MORNINGS))
        .put(CALENDAR, outlet)
        .then()
        .statusCode(403);
  }

  private static String everyMondayOff(int year) {
    var first = LocalDate.of(year, 1, 1);
    return String.join(
        ",",
        first
            .datesUntil(first.plusYears(1))
            .filter(date -> date.getDayOfWeek() == DayOfWeek.MONDAY)
            .map(
                date ->
                    "{'date': '%s', 'working': false, 'nameZh': '休', 'nameEn': 'Off'}"
                        .formatted(date))
            .toList());
  }

  private static ValidatableResponse put(String id, String version, String body) {
    return admin().header("If-Match", tag(version)).body(json(body)).put(CALENDAR, id).then();
  }

  private static ValidatableResponse putYear(String id, String version, int year, String body) {
    return admin().header("If-Match", tag(version)).body(json(body)).put(YEAR, id, year).then();
  }

  private static String tag(String version) {
    return version.equals("*") ? version : '"' + version + '"';
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }

  private static RequestSpecification admin() {
    return as("admin");
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
