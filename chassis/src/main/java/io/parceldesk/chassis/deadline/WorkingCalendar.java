package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.WorkWeek.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When work is done, in Asia/Shanghai: a week of windows, holidays and make-up days. Years are
 * data; a day of a year without them is guessed from the weekday and the holidays that keep their
 * date, and {@link #knows} says so (REG-13).
 *
 * @param revision grows with every edit of this calendar or of one that it inherits from
 * @param years the years whose holidays are known
 */
public record WorkingCalendar(
    String id, long revision, WorkWeek week, Set<Integer> years, Map<LocalDate, CalendarDay> days) {

  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final Set<MonthDay> FIXED_HOLIDAYS =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(5, 2),
          MonthDay.of(10, 1),
          MonthDay.of(10, 2),
          MonthDay.of(10, 3));

  public LocalDate dateOf(Instant at) {
    return at.atZone(ZONE).toLocalDate();
  }

  public Instant startOf(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }

  /** The first instant after the day: 00:00 of the next. */
  public Instant endOf(LocalDate date) {
    return startOf(date.plusDays(1));
  }

  public boolean isWorkingDay(LocalDate date) {
    return !windowsOn(date).isEmpty();
  }

  public List<Window> windowsOn(LocalDate date) {
    var special = days.get(date);
    if (special != null && special.windows() != null) {
      return special.windows();
    }
    if (special != null) {
      return special.working() ? week.onMakeUpDay(date.getDayOfWeek()) : List.of();
    }
    return guessedHoliday(date) ? List.of() : week.on(date.getDayOfWeek());
  }

  /** Whether the holidays of every year from one date to the other are known. */
  public boolean knows(LocalDate first, LocalDate last) {
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (!years.contains(year)) {
        return false;
      }
    }
    return true;
  }

  /** The n-th working day after the date; before it where n is negative. */
  public LocalDate plusWorkingDays(LocalDate date, int n) {
    var day = date;
    for (int left = Math.abs(n); left > 0; ) {
      day = day.plusDays(Integer.signum(n));
      left -= isWorkingDay(day) ? 1 : 0;
    }
    return day;
  }

  /** The earliest instant with so much working time between {@code from} and itself. */
  public Instant plusWorkingTime(Instant from, Duration time) {
    var left = time;
    for (var date = dateOf(from); ; date = date.plusDays(1)) {
      for (var window : windowsOn(date)) {
        var opens = latest(window.opensOn(date, ZONE), from);
        var worked = between(opens, window.closesOn(date, ZONE));
        if (worked.compareTo(left) >= 0) {
          return opens.plus(left);
        }
        left = left.minus(worked);
      }
    }
  }

  /** The latest instant with so much working time between itself and {@code until}. */
  public Instant minusWorkingTime(Instant until, Duration time) {
    var left = time;
    for (var date = dateOf(until); ; date = date.minusDays(1)) {
      var windows = windowsOn(date);
      for (int i = windows.size() - 1; i >= 0; i--) {
        var closes = earliest(windows.get(i).closesOn(date, ZONE), until);
        var worked = between(windows.get(i).opensOn(date, ZONE), closes);
        if (worked.compareTo(left) >= 0) {
          return closes.minus(left);
        }
        left = left.minus(worked);
      }
    }
  }

  public Duration workingTime(Instant from, Instant until) {
    var sum = Duration.ZERO;
    for (var date = dateOf(from); !date.isAfter(dateOf(until)); date = date.plusDays(1)) {
      for (var window : windowsOn(date)) {
        var opens = latest(window.opensOn(date, ZONE), from);
        sum = sum.plus(between(opens, earliest(window.closesOn(date, ZONE), until)));
      }
    }
    return sum;
  }

  public Duration workingTimeOn(LocalDate date) {
    return windowsOn(date).stream().map(Window::length).reduce(Duration.ZERO, Duration::plus);
  }

  /** When work ends on a working day. */
  public LocalTime closingTimeOn(LocalDate date) {
    var windows = windowsOn(date);
    return windows.get(windows.size() - 1).to();
  }

  private boolean guessedHoliday(LocalDate date) {
    return !years.contains(date.getYear()) && FIXED_HOLIDAYS.contains(MonthDay.from(date));
  }

  /** Work is done although the weekday has none. */
  boolean isMakeUpDay(LocalDate date) {
    return isWeekend(date) && isWorkingDay(date);
  }

  boolean isWeekend(LocalDate date) {
    return week.on(date.getDayOfWeek()).isEmpty();
  }

  private static Duration between(Instant from, Instant to) {
    return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
