package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarBookTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

  private final OwnCalendar company =
      OwnCalendar.ofWeek(WorkWeek.OFFICE).with(2026, year(false, holiday(MONDAY, "公司")));

  @Test
  void followsTheRegionAndThatTheCompany() {
    var book =
        new CalendarBook(
            Map.of("company", company, "region:华南", OwnCalendar.ofWeek(week("08:00-12:00"))),
            Map.of("company", 3L, "region:华南", 7L),
            Map.of("GZ-01", "华南"));

    assertThat(book.ofOutlet("GZ-01").week()).isEqualTo(week("08:00-12:00"));
    assertThat(book.ofOutlet("GZ-01").isWorkingDay(MONDAY)).as("the company's holiday").isFalse();
    assertThat(book.ofOutlet("GZ-01").revision()).isEqualTo(7);
    assertThat(book.ofOutlet("BJ-01").week()).isEqualTo(WorkWeek.OFFICE);
    assertThat(book.ofOutlet("BJ-01").revision()).isEqualTo(3);
    assertThat(book.ofOutlet(null).id()).isEqualTo("company");
    assertThat(book.lineage(CalendarId.ofOutlet("GZ-01")))
        .extracting(CalendarId::text)
        .containsExactly("outlet:GZ-01", "region:华南", "company");
  }

  @Test
  void letsTheNearestCalendarWinDayByDay() {
    var region = OwnCalendar.ofWeek(null).with(2026, year(false, work(MONDAY)));
    var outlet = OwnCalendar.ofWeek(null).with(2026, year(false, work(SATURDAY)));
    var book =
        new CalendarBook(
            Map.of("company", company, "region:R", region, "outlet:O-1", outlet),
            Map.of("company", 1L, "region:R", 2L, "outlet:O-1", 3L),
            Map.of("O-1", "R"));

    assertThat(book.ofOutlet("O-1").isWorkingDay(MONDAY)).as("as the region says").isTrue();
    assertThat(book.ofOutlet("O-1").isWorkingDay(SATURDAY)).as("as it says itself").isTrue();
    assertThat(book.get("region:R").isWorkingDay(SATURDAY)).isFalse();
    assertThat(book.get("company").isWorkingDay(MONDAY)).isFalse();
  }

  @Test
  void knowsAYearOnlyIfTheCompanyDoes() {
    var outlet =
        OwnCalendar.ofWeek(null).with(2026, year(true)).with(2031, year(false, work(SATURDAY)));
    var book =
        new CalendarBook(
            Map.of("company", company.with(2027, year(true)), "outlet:O-1", outlet),
            Map.of("company", 1L, "outlet:O-1", 2L),
            Map.of());

    assertThat(book.get("company").years()).as("2027 is provisional").containsExactly(2026);
    assertThat(book.ofOutlet("O-1").years()).isEmpty();
  }

  @Test
  void isNewerAfterEveryEditAlsoAfterOneThatRemoves() {
    var before =
        new CalendarBook(Map.of("company", company), Map.of("company", 1L), Map.of("O-1", "R"));

    var written =
        before.with(CalendarId.ofOutlet("O-1"), OwnCalendar.ofWeek(week("10:00-11:00")), 5);
    var removed = written.with(CalendarId.ofOutlet("O-1"), null, 6);

    assertThat(before.newerThanCompanys()).isEmpty();
    assertThat(written.newerThanCompanys()).containsExactly(Map.entry("outlet:O-1", 5L));
    assertThat(removed.newerThanCompanys()).containsExactly(Map.entry("outlet:O-1", 6L));
    assertThat(removed.ofOutlet("O-1").week()).isEqualTo(WorkWeek.OFFICE);
  }

  @Test
  void worksSpecialHoursOnASpecialDay() {
    var hours = List.of(WorkWeek.Window.parse("10:00-12:00"));
    var special = new CalendarDay(SATURDAY, true, "双十一", "Double Eleven", hours);
    var book =
        new CalendarBook(
            Map.of(
                "company", company.with(2026, new OwnCalendar.Year(false, List.of(special), "a"))),
            Map.of("company", 1L),
            Map.of());

    assertThat(book.ofOutlet(null).windowsOn(SATURDAY)).isEqualTo(hours);
  }

  private static OwnCalendar.Year year(boolean provisional, CalendarDay... days) {
    return new OwnCalendar.Year(provisional, List.of(days), "somebody");
  }

  private static CalendarDay holiday(LocalDate date, String name) {
    return new CalendarDay(date, false, name, "Holiday");
  }

  private static CalendarDay work(LocalDate date) {
    return new CalendarDay(date, true, "上班", "Work");
  }

  private static WorkWeek week(String... windows) {
    return WorkWeek.mondayToFriday(windows);
  }
}
