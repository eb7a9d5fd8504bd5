package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.chassis.deadline.WorkWeek.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar as it is shown. */
@Schema(name = "Calendar")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CalendarView(
    @Schema(examples = "outlet:LLT-GZ-01") String id,
    @Schema(description = "What it leaves open these say, the nearest first") List<String> inherits,
    @Schema(description = "False where it says nothing itself and follows the ones above it")
        boolean own,
    @Schema(description = "Its own windows by weekday; left out where the one above it says")
        Map<DayOfWeek, List<String>> week,
    @Schema(description = "Its own years") List<YearView> years,
    @Schema(description = "What counts, inherited or not; only where one calendar is asked for")
        InForce inForce,
    @Schema(description = "The newest 50; only where one calendar is asked for")
        List<CalendarEdit> edits,
    @Schema(description = "The ETag; 0 where nobody has ever written it") long version) {

  @Schema(name = "CalendarYear")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record YearView(int year, boolean provisional, String author, List<DayView> days) {}

  @Schema(name = "CalendarDay")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DayView(
      LocalDate date, boolean working, String nameZh, String nameEn, List<String> windows) {}

  @Schema(name = "CalendarInForce")
  record InForce(
      Map<DayOfWeek, List<String>> week,
      @Schema(description = "Due times that need another year are marked calendarComplete: false")
          Collection<Integer> completeYears,
      List<DayView> days) {}

  static CalendarView brief(CalendarBook book, CalendarId id) {
    return of(book, id, null, null);
  }

  static CalendarView whole(CalendarBook book, CalendarId id, List<CalendarEdit> edits) {
    return of(book, id, inForce(book.get(id.text())), edits);
  }

  private static CalendarView of(
      CalendarBook book, CalendarId id, InForce inForce, List<CalendarEdit> edits) {
    var own = book.own(id);
    var lineage = book.lineage(id);
    return new CalendarView(
        id.text(),
        lineage.subList(1, lineage.size()).stream().map(CalendarId::text).toList(),
        own.isPresent(),
        own.map(OwnCalendar::week).map(CalendarView::week).orElse(null),
        own.map(some -> years(some, inForce != null)).orElse(List.of()),
        inForce,
        edits,
        book.editOf(id));
  }

  private static List<YearView> years(OwnCalendar own, boolean withDays) {
    return own.years().entrySet().stream()
        .map(
            year ->
                new YearView(
                    year.getKey(),
                    year.getValue().provisional(),
                    year.getValue().author(),
                    withDays ? days(year.getValue().days()) : null))
        .toList();
  }

  private static InForce inForce(WorkingCalendar calendar) {
    return new InForce(
        week(calendar.week()),
        new TreeSet<>(calendar.years()),
        days(new TreeMap<>(calendar.days()).values()));
  }

  private static Map<DayOfWeek, List<String>> week(WorkWeek week) {
    return week.windows().entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, day -> texts(day.getValue()), (a, b) -> a, TreeMap::new));
  }

  private static List<DayView> days(Collection<CalendarDay> days) {
    return days.stream()
        .map(
            day ->
                new DayView(
                    day.date(),
                    day.working(),
                    day.nameZh(),
                    day.nameEn(),
                    day.windows() == null ? null : texts(day.windows())))
        .toList();
  }

  private static List<String> texts(List<Window> windows) {
    return windows.stream().map(Window::toString).toList();
  }
}
