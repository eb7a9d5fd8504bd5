package io.parceldesk.chassis.deadline;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import io.parceldesk.chassis.deadline.Realignment.Move;
import java.util.HashMap;
import java.util.Map;

/** Why due times moved, in the words of whoever edited the rules; each edit is read once. */
final class Reasons {
  private static final int MOST = 3;

  private record Since(String calendar, long revision) {}

  private final CalendarBook book;
  private final CalendarStore calendars;
  private final Map<Since, String> told = new HashMap<>();

  Reasons(CalendarBook book, CalendarStore calendars) {
    this.book = book;
    this.calendars = calendars;
  }

  String of(Move move) {
    var row = move.clock().row();
    return move.policyChanged()
        ? move.clock().policy().reference()
        : told.computeIfAbsent(new Since(row.calendarId, move.fromRevision()), this::read);
  }

  /** In the order of the edits; of many, the newest. */
  private String read(Since since) {
    var lineage =
        book.lineage(new CalendarId(since.calendar())).stream().map(CalendarId::text).toList();
    var edits = calendars.editsSince(since.revision(), lineage);
    return edits.isEmpty()
        ? "calendar " + since.calendar()
        : edits.stream()
            .limit(MOST)
            .sorted(comparing(CalendarEdit::version))
            .map(CalendarEdit::told)
            .collect(joining("; "));
  }
}
