package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The holidays and make-up days that come with the platform. A provisional year has only the days
 * that the law fixes; how they are shifted has not been announced (REG-13).
 */
record ShippedHolidays(
    boolean provisional, List<Festival> holidays, List<LocalDate> makeupWorkdays) {

  private static final String FILE = "holidays.json";

  record Festival(String zh, String en, List<LocalDate> days) {}

  static Map<Integer, ShippedHolidays> byYear() {
    var file = ShippedHolidays.class.getClassLoader().getResourceAsStream(FILE);
    return RulesJson.readJson(file, new TypeReference<>() {});
  }

  OwnCalendar.Year year() {
    return new OwnCalendar.Year(provisional, calendarDays(), DeadlinePolicy.SHIPPED);
  }

  List<CalendarDay> calendarDays() {
    var days = new ArrayList<CalendarDay>();
    for (var festival : holidays) {
      festival
          .days()
          .forEach(date -> days.add(new CalendarDay(date, false, festival.zh(), festival.en())));
    }
    for (var date : makeupWorkdays) {
      days.add(new CalendarDay(date, true, "调休上班日", "Make-up working day"));
    }
    days.sort(Comparator.comparing(CalendarDay::date));
    return days;
  }
}
