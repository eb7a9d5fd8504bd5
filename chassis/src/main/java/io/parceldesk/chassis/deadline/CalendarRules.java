package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import java.time.LocalDate;
import java.util.TreeSet;

/** What an edit of a calendar must respect. */
final class CalendarRules {
  private CalendarRules() {}

  /** Every other calendar rests on the company's: it stays, and has a week. */
  static void requireCompanysWeek(CalendarId id, WorkWeek week) {
    if (id.equals(CalendarId.COMPANY) && week == null) {
      throw new InvalidBody("/week", "is required: nothing is above the company's calendar");
    }
  }

  static void requireRemovable(CalendarId id) {
    if (id.equals(CalendarId.COMPANY)) {
      throw new DomainException(
          422, "company-calendar-stays", "Every other calendar rests on the company's");
    }
  }

  /** Refuses an edit after which this calendar, or one below it, would never work in a year. */
  static void requireWork(CalendarBook edited, CalendarId id) {
    edited.written().stream()
        .map(CalendarId::new)
        .filter(below -> edited.lineage(below).contains(id))
        .forEach(below -> requireWork(edited.get(below.text())));
  }

  private static void requireWork(WorkingCalendar calendar) {
    var years = new TreeSet<Integer>();
    calendar.days().keySet().forEach(date -> years.add(date.getYear()));
    for (int year : years) {
      var first = LocalDate.ofYearDay(year, 1);
      if (first.datesUntil(first.plusYears(1)).noneMatch(calendar::isWorkingDay)) {
        throw new DomainException(
                422, "no-working-day", "Calendar " + calendar.id() + " would never work in " + year)
            .with("calendar", calendar.id())
            .with("year", year);
      }
    }
  }
}
