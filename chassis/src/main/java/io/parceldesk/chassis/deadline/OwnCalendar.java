package io.parceldesk.chassis.deadline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a calendar says itself. What it leaves open, the one above it says: the whole week, and day
 * by day of a year.
 *
 * @param week null where the one above it says
 */
record OwnCalendar(WorkWeek week, SortedMap<Integer, Year> years) {

  /**
   * A year's holidays, make-up days and special hours.
   *
   * @param provisional not everything has been announced: what depends on it is marked incomplete
   * @param author {@code shipped}, or the name of the admin
   */
  record Year(boolean provisional, List<CalendarDay> days, String author) {}

  OwnCalendar {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
  }

  static OwnCalendar ofWeek(WorkWeek week) {
    return new OwnCalendar(week, new TreeMap<>());
  }

  OwnCalendar with(WorkWeek newWeek) {
    return new OwnCalendar(newWeek, years);
  }

  OwnCalendar with(int year, Year content) {
    var more = new TreeMap<>(years);
    more.put(year, content);
    return new OwnCalendar(week, more);
  }

  OwnCalendar without(int year) {
    var fewer = new TreeMap<>(years);
    fewer.remove(year);
    return new OwnCalendar(week, fewer);
  }

  /** The company's: there is none above it. */
  WorkingCalendar alone(String id, long revision) {
    var known = new HashSet<Integer>();
    years.forEach(
        (year, content) -> {
          if (!content.provisional()) {
            known.add(year);
          }
        });
    return new WorkingCalendar(id, revision, week, known, days(Map.of()));
  }

  /** A year that is not known above is not known here: its holidays are the whole country's. */
  WorkingCalendar over(WorkingCalendar above, String id, long revision) {
    Set<Integer> known = new HashSet<>(above.years());
    years.forEach(
        (year, content) -> {
          if (content.provisional()) {
            known.remove(year);
          }
        });
    return new WorkingCalendar(
        id, revision, week == null ? above.week() : week, known, days(above.days()));
  }

  private Map<LocalDate, CalendarDay> days(Map<LocalDate, CalendarDay> above) {
    var days = new LinkedHashMap<>(above);
    years.values().stream()
        .flatMap(year -> year.days().stream())
        .forEach(day -> days.put(day.date(), day));
    return days;
  }
}
