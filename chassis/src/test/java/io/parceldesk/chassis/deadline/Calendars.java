package io.parceldesk.chassis.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Calendars and times for tests; all times are Shanghai's. */
final class Calendars {
  private Calendars() {}

  /** The shipped holidays of 2025 and 2026, and of 2027 what is known of it. */
  static WorkingCalendar company() {
    return with(WorkWeek.OFFICE);
  }

  static WorkingCalendar mondayToFriday(String... windows) {
    return with(WorkWeek.mondayToFriday(windows));
  }

  static WorkingCalendar with(WorkWeek week) {
    var days = new HashMap<LocalDate, CalendarDay>();
    var years = new HashSet<Integer>();
    ShippedHolidays.byYear()
        .forEach(
            (year, holidays) -> {
              holidays.calendarDays().forEach(day -> days.put(day.date(), day));
              if (!holidays.provisional()) {
                years.add(year);
              }
            });
    return new WorkingCalendar("company", 1, week, Set.copyOf(years), Map.copyOf(days));
  }

  static WorkingCalendar plus(WorkingCalendar calendar, String date, boolean working) {
    var days = new HashMap<>(calendar.days());
    var day = LocalDate.parse(date);
    days.put(day, new CalendarDay(day, working, "新增", "Added"));
    return new WorkingCalendar(
        calendar.id(), calendar.revision() + 1, calendar.week(), calendar.years(), days);
  }

  /** {@code 2026-11-20 14:00}, Shanghai. */
  static Instant at(String local) {
    return LocalDateTime.parse(local.replace(' ', 'T')).atZone(WorkingCalendar.ZONE).toInstant();
  }
}
