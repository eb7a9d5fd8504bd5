package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.CalendarEdit.Action;
import java.util.Optional;
import java.util.function.Function;

/**
 * An edit before it is made.
 *
 * @param year that it is about, or null
 * @param content from what the calendar says to what it says then; empty: no calendar of its own
 */
record CalendarChange(
    Action action,
    Integer year,
    String reason,
    Function<Optional<OwnCalendar>, Optional<OwnCalendar>> content) {

  private static final OwnCalendar NOTHING = OwnCalendar.ofWeek(null);

  static CalendarChange week(WorkWeek week, String reason) {
    return new CalendarChange(
        Action.WRITTEN, null, reason, before -> Optional.of(before.orElse(NOTHING).with(week)));
  }

  static CalendarChange year(int year, OwnCalendar.Year content, String reason) {
    return new CalendarChange(
        Action.YEAR_WRITTEN,
        year,
        reason,
        before -> Optional.of(before.orElse(NOTHING).with(year, content)));
  }

  /** What came with the platform takes its place, if anything did. */
  static CalendarChange withoutYear(int year, Optional<OwnCalendar.Year> shipped, String reason) {
    return new CalendarChange(
        Action.YEAR_REMOVED,
        year,
        reason,
        before ->
            before.map(own -> shipped.map(days -> own.with(year, days)).orElse(own.without(year))));
  }

  static CalendarChange removal(String reason) {
    return new CalendarChange(Action.REMOVED, null, reason, before -> Optional.empty());
  }

  CalendarEdit told(CalendarId id, String author, long version) {
    return new CalendarEdit(version, id.text(), action, year, reason, author, null);
  }
}
