package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.directory.KnownOutlets;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Where admins read and write calendars. Open deadlines follow every edit. */
@ApplicationScoped
class CalendarDesk {
  private final Transactions transactions;
  private final Rulebooks rulebooks;
  private final CalendarStore calendars;
  private final KnownOutlets outlets;
  private final DryRuns dryRuns;
  private final CurrentCaller caller;

  CalendarDesk(
      Transactions transactions,
      Rulebooks rulebooks,
      CalendarStore calendars,
      KnownOutlets outlets,
      DryRuns dryRuns,
      CurrentCaller caller) {
    this.transactions = transactions;
    this.rulebooks = rulebooks;
    this.calendars = calendars;
    this.outlets = outlets;
    this.dryRuns = dryRuns;
    this.caller = caller;
  }

  /** Those that were written, by id. */
  List<CalendarView> list() {
    var book = rulebooks.current().calendars();
    return book.written().stream()
        .sorted()
        .map(id -> CalendarView.brief(book, new CalendarId(id)))
        .toList();
  }

  /** An outlet or region without a calendar of its own is shown what it follows. */
  CalendarView get(CalendarId id) {
    var book = rulebooks.current().calendars();
    if (book.own(id).isEmpty() && !isThere(id)) {
      throw DomainException.notFound("Calendar " + id);
    }
    return whole(book, id);
  }

  CalendarView write(CalendarId id, Precondition precondition, CalendarForm form) {
    return make(id, precondition, change(id, form));
  }

  CalendarView writeYear(
      CalendarId id, int year, Precondition precondition, CalendarYearForm form) {
    return make(id, precondition, change(id, year, form));
  }

  /** What follows the calendar follows the one above it from now on. */
  void remove(CalendarId id, Precondition precondition, String reason) {
    CalendarRules.requireRemovable(id);
    requireWritten(id, rulebooks.current().calendars().own(id).isPresent());
    make(id, precondition, CalendarChange.removal(reason));
  }

  CalendarView removeYear(CalendarId id, int year, Precondition precondition, String reason) {
    var own = rulebooks.current().calendars().own(id);
    requireWritten(id, own.filter(some -> some.years().containsKey(year)).isPresent());
    var shipped =
        id.equals(CalendarId.COMPANY)
            ? Optional.ofNullable(ShippedHolidays.byYear().get(year)).map(ShippedHolidays::year)
            : Optional.<OwnCalendar.Year>empty();
    return make(id, precondition, CalendarChange.withoutYear(year, shipped, reason));
  }

  /** What {@link #write} would do to open deadlines; nothing is written. */
  DryRun tryOut(CalendarId id, CalendarForm form) {
    return tryOut(id, change(id, form));
  }

  DryRun tryOut(CalendarId id, int year, CalendarYearForm form) {
    return tryOut(id, change(id, year, form));
  }

  private CalendarChange change(CalendarId id, CalendarForm form) {
    requireThere(id);
    var week = form.workWeek();
    CalendarRules.requireCompanysWeek(id, week);
    return CalendarChange.week(week, form.reason());
  }

  private CalendarChange change(CalendarId id, int year, CalendarYearForm form) {
    requireThere(id);
    return CalendarChange.year(year, form.content(year, author()), form.reason());
  }

  private CalendarView make(CalendarId id, Precondition precondition, CalendarChange change) {
    return transactions.run(
        () -> {
          var stamp = rulebooks.lock();
          var book = rulebooks.asOf(stamp).calendars();
          precondition.require(book.own(id).isPresent(), book.editOf(id));
          var edited = edited(book, id, change, stamp + 1);
          calendars.save(id, edited.own(id).orElse(null));
          calendars.record(change.told(id, author(), stamp + 1));
          rulebooks.changed(stamp + 1);
          return whole(edited, id);
        });
  }

  private DryRun tryOut(CalendarId id, CalendarChange change) {
    var rules = rulebooks.current();
    var edited = edited(rules.calendars(), id, change, rules.stamp() + 1);
    return dryRuns.of(rules.with(edited), Behind.calendars(edited));
  }

  private CalendarBook edited(CalendarBook book, CalendarId id, CalendarChange change, long stamp) {
    var content = change.content().apply(book.own(id)).orElse(null);
    var known = id.isRegions() ? book.knowing(id, calendars.outletsOf(id.name())) : book;
    var edited = known.with(id, content, stamp);
    CalendarRules.requireWork(edited, id);
    return edited;
  }

  private CalendarView whole(CalendarBook book, CalendarId id) {
    return CalendarView.whole(book, id, calendars.editsSince(0, List.of(id.text())));
  }

  private void requireThere(CalendarId id) {
    if (id.isOutlets()) {
      outlets.require(id.name());
    } else if (!isThere(id)) {
      throw new DomainException(422, "unknown-region", "No outlet belongs to region " + id.name())
          .with("region", id.name());
    }
  }

  private boolean isThere(CalendarId id) {
    if (id.isOutlets()) {
      return outlets.regionOf(id.name()).isPresent();
    }
    return id.equals(CalendarId.COMPANY) || !calendars.outletsOf(id.name()).isEmpty();
  }

  private static void requireWritten(CalendarId id, boolean written) {
    if (!written) {
      throw DomainException.notFound("What is to be removed of calendar " + id);
    }
  }

  private String author() {
    return DeadlinePolicy.authorOf(caller.get().name());
  }
}
