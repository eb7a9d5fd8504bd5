package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.deadline.SkippedDay.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Says in one plain sentence why a deadline is due when it is. */
record ExplanationSentence(Explainer deadline, ExplanationWords words) {

  String of(List<SkippedDay> skipped) {
    var clauses = new ArrayList<String>();
    clauses.add(basis());
    if (!skipped.isEmpty()) {
      clauses.add(words.text("not-counting", words.list(spans(skipped))));
    }
    if (deadline.budget() instanceof Elapsed || deadline.budget() instanceof WorkingTime) {
      stoodStill().forEach(clauses::add);
    }
    if (deadline.isCutShort()) {
      clauses.add(cut());
    }
    if (!deadline.yearsWithoutData().isEmpty()) {
      var years = deadline.yearsWithoutData().stream().map(String::valueOf).toList();
      clauses.add(words.text("provisional", words.list(years)));
    }
    if (!deadline.row().isOpen() && deadline.isCalendarEditedSince()) {
      clauses.add(words.text("calendar-edited-since"));
    }
    return words.text("sentence", state(), String.join(words.text("join.clauses"), clauses));
  }

  private String state() {
    var row = deadline.row();
    var due = words.time(row.dueAt);
    return switch (row.state) {
      case RUNNING -> words.text("state.running", due);
      case PAUSED -> {
        var pause = deadline.counted().last();
        yield words.text(
            "state.paused", words.time(pause.fromAt()), words.reason(pause.reason()), due);
      }
      case MET -> words.text("state.met", words.time(row.metAt), due);
      case BREACHED ->
          row.metAt == null
              ? words.text("state.breached", due)
              : words.text("state.breached-and-met", due, words.time(row.metAt));
      case CANCELLED -> words.text("state.cancelled", words.time(row.cancelledAt), due);
    };
  }

  private String basis() {
    var row = deadline.row();
    var from = words.time(row.countsFrom);
    if (row.promised) {
      return words.text("basis.promised", from);
    }
    var rules = deadline.policy().terms().rules();
    return words.text(
        rules.isEmpty() ? "basis" : "basis.rules",
        words.budget(deadline.budget()),
        from,
        deadline.policy().reference(),
        words.list(rules));
  }

  /** Days that follow each other and have one name are said together. */
  private List<String> spans(List<SkippedDay> skipped) {
    var spans = new ArrayList<String>();
    for (int first = 0, next; first < skipped.size(); first = next) {
      next = first + 1;
      while (next < skipped.size() && goesOn(skipped.get(next - 1), skipped.get(next))) {
        next++;
      }
      spans.add(span(skipped.get(first), skipped.get(next - 1)));
    }
    return spans;
  }

  private static boolean goesOn(SkippedDay day, SkippedDay next) {
    var adjoins = day.date().plusDays(1).equals(next.date());
    return adjoins && day.why() == next.why() && (isWeekend(day) || day.name().equals(next.name()));
  }

  private String span(SkippedDay first, SkippedDay last) {
    var name = isWeekend(first) && !first.equals(last) ? words.text("day.weekend") : first.name();
    return first.equals(last)
        ? words.text("day", words.date(first.date()), name)
        : words.text("days", words.date(first.date()), words.date(last.date()), name);
  }

  private static boolean isWeekend(SkippedDay day) {
    return day.why() == Why.DAY_OFF;
  }

  private List<String> stoodStill() {
    return deadline.counted().segments().stream()
        .filter(segment -> !segment.runs() && segment.toAt() != null)
        .map(
            pause ->
                words.text(
                    "stood-still",
                    words.duration(between(pause.fromAt(), pause.toAt())),
                    words.reason(pause.reason())))
        .toList();
  }

  private String cut() {
    var kind = deadline.limit().kind();
    return kind == null ? words.text("cut.merged") : words.text("cut.capped", words.kind(kind));
  }

  private static Duration between(Instant from, Instant to) {
    return Duration.between(from, to);
  }
}
