package io.parceldesk.chassis.deadline;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The windows in which work is done, by weekday; several a day where there is a break. Refuses
 * windows that overlap and a week without any, in which no working budget would ever end.
 */
public record WorkWeek(@JsonValue Map<DayOfWeek, List<Window>> windows) {

  /** Monday to Friday, 09:00 to 18:00. */
  public static final WorkWeek OFFICE = mondayToFriday("09:00-18:00");

  @JsonCreator
  public WorkWeek {
    var sorted = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    windows.forEach((day, some) -> sorted.put(day, apart(day, some)));
    if (sorted.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("A week needs at least one working window");
    }
    windows = sorted;
  }

  /** The same windows on five days, such as {@code 08:00-12:00}. */
  public static WorkWeek mondayToFriday(String... windows) {
    var each = List.of(windows).stream().map(Window::parse).toList();
    var week = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
    for (var day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
      week.put(day, each);
    }
    return new WorkWeek(week);
  }

  List<Window> on(DayOfWeek day) {
    return windows.getOrDefault(day, List.of());
  }

  /** What a make-up day works when its weekday has no windows: those of the first working day. */
  List<Window> onMakeUpDay(DayOfWeek day) {
    var own = on(day);
    return own.isEmpty()
        ? windows.values().stream().filter(some -> !some.isEmpty()).findFirst().orElseThrow()
        : own;
  }

  private static List<Window> apart(DayOfWeek day, List<Window> some) {
    var sorted = some.stream().sorted((a, b) -> a.from().compareTo(b.from())).toList();
    if (!areApart(sorted)) {
      throw new IllegalArgumentException("Windows of " + day + " overlap");
    }
    return sorted;
  }

  /** Whether of windows in order none begins before the one before it has ended. */
  static boolean areApart(List<Window> sorted) {
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).from().isBefore(sorted.get(i - 1).to()) || sorted.get(i - 1).endsDay()) {
        return false;
      }
    }
    return true;
  }

  /** From an hour of the day to a later one, the latter excluded; {@code 00:00} as end is 24:00. */
  public record Window(LocalTime from, LocalTime to) {
    public Window {
      if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
        throw new IllegalArgumentException("A window must end after it begins: " + from);
      }
    }

    @JsonCreator
    public static Window parse(String text) {
      var ends = text.split("-", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException("Not a window such as 09:00-18:00: " + text);
      }
      return new Window(time(ends[0]), time(ends[1]));
    }

    @JsonValue
    @Override
    public String toString() {
      return from + "-" + (endsDay() ? "24:00" : to);
    }

    boolean endsDay() {
      return to.equals(LocalTime.MIDNIGHT);
    }

    Instant opensOn(LocalDate date, ZoneId zone) {
      return date.atTime(from).atZone(zone).toInstant();
    }

    Instant closesOn(LocalDate date, ZoneId zone) {
      return (endsDay() ? date.plusDays(1) : date).atTime(to).atZone(zone).toInstant();
    }

    Duration length() {
      return Duration.between(from, to).plusDays(endsDay() ? 1 : 0);
    }

    private static LocalTime time(String text) {
      return text.trim().equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text.trim());
    }
  }
}
