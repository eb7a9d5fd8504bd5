package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.language.Language;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The words of {@code explanation_*.properties} in the reader's language: zh-CN, or en. */
final class ExplanationWords {
  private static final ResourceBundle.Control AS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;
  private final DateTimeFormatter dates;
  private final DateTimeFormatter times;

  private ExplanationWords(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "io.parceldesk.chassis.deadline.explanation",
            locale,
            ExplanationWords.class.getClassLoader(),
            AS_ASKED);
    this.dates = DateTimeFormatter.ofPattern(text("format.date"), locale);
    this.times =
        DateTimeFormatter.ofPattern(text("format.time"), locale).withZone(WorkingCalendar.ZONE);
  }

  static ExplanationWords in(List<Locale> languages) {
    return new ExplanationWords(Language.of(languages).locale());
  }

  String languageTag() {
    return locale.toLanguageTag();
  }

  String text(String key, Object... values) {
    return values.length == 0
        ? bundle.getString(key)
        : new MessageFormat(bundle.getString(key), locale).format(values);
  }

  String time(Instant at) {
    return times.format(at);
  }

  String date(LocalDate date) {
    return dates.format(date);
  }

  String nameOf(CalendarDay day) {
    return locale.equals(Locale.ENGLISH) ? day.nameEn() : day.nameZh();
  }

  String weekday(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, locale);
  }

  String reason(String code) {
    return textOrCode("reason.", code);
  }

  String kind(String code) {
    return textOrCode("kind.", code);
  }

  String budget(Budget budget) {
    if (budget instanceof CalendarDays days) {
      return text("budget.calendar-days", days.days());
    }
    if (budget instanceof CalendarYears years) {
      return text("budget.calendar-years", years.years());
    }
    if (budget instanceof WorkingDays days) {
      var key = days.untilClosing() ? "budget.working-days-until-closing" : "budget.working-days";
      return text(key, days.days());
    }
    return budget instanceof WorkingTime working
        ? text("budget.working-time", duration(working.time()))
        : elapsed(((Elapsed) budget).time());
  }

  /** Twenty-four hours are not called a day: a day ends at midnight. */
  private String elapsed(Duration time) {
    var hours = time.toHours();
    return hours > 0 && time.equals(Duration.ofHours(hours))
        ? text("duration.hours", hours)
        : duration(time);
  }

  String duration(Duration time) {
    var parts =
        List.of(
            part("duration.days", time.toDays()),
            part("duration.hours", time.toHoursPart()),
            part("duration.minutes", time.toMinutesPart()),
            part("duration.seconds", time.toSecondsPart()));
    return parts.stream()
        .filter(part -> !part.isEmpty())
        .limit(2)
        .collect(joining("join.duration"));
  }

  String list(Collection<String> items) {
    return items.stream().collect(joining("join.list"));
  }

  private Collector<CharSequence, ?, String> joining(String key) {
    return Collectors.joining(text(key));
  }

  private String part(String key, long n) {
    return n == 0 ? "" : text(key, n);
  }

  /** Policies are data: what nobody has translated is shown as it is written there. */
  private String textOrCode(String prefix, String code) {
    return bundle.containsKey(prefix + code) ? bundle.getString(prefix + code) : code;
  }
}
