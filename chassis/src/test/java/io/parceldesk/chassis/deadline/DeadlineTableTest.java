package io.parceldesk.chassis.deadline;

import static io.parceldesk.chassis.deadline.Calendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the rule catalogue: counting starts the day after receipt and ends at 24:00. */
class DeadlineTableTest {

  @ParameterizedTest(name = "received {0}, {1}: last day {2}, {3}")
  @CsvSource({
    // received, budget, last day, because
    "2026-11-20 14:00, 1wd, 2026-11-23, a Friday: the next working day is Monday",
    "2026-11-20 14:00, 3wd, 2026-11-25, no holiday near",
    "2026-11-20 14:00, 5wd, 2026-11-27, no holiday near",
    "2026-11-20 14:00, 7d, 2026-11-27, calendar days",
    "2025-09-30 14:00, 1wd, 2025-10-09, National Day and Mid-Autumn are 8 days off",
    "2025-09-30 14:00, 3wd, 2025-10-11, a make-up Saturday counts",
    "2025-09-30 14:00, 5wd, 2025-10-14, after the make-up Saturday",
    "2025-09-30 14:00, 7d, 2025-10-07, the law's days do not stop for holidays (AMB-34)",
    "2026-04-30 14:00, 1wd, 2026-05-06, Labour Day is 5 days off",
    "2026-04-30 14:00, 3wd, 2026-05-08, Labour Day is 5 days off",
    "2026-04-30 14:00, 5wd, 2026-05-11, Saturday 05-09 counts",
    "2026-04-30 14:00, 7d, 2026-05-07, calendar days",
    "2026-12-30 14:00, 1wd, 2026-12-31, within the known year",
    "2026-12-30 14:00, 7d, 2027-01-06, needs no calendar",
    "2026-10-01 21:15, 30d, 2026-10-31, calendar days",
    "2026-10-02 12:00, 30d, 2026-11-01, domestic proposal (SLA-12)",
    "2026-10-02 12:00, 60d, 2026-12-01, international proposal (SLA-12)",
    "2026-11-20 12:00, 7d, 2026-11-27, payment after agreement (SLA-13)",
    "2026-11-21 12:00, 5d, 2026-11-26, answer to an announcement of loss (SLA-14)",
    "2026-11-21 12:00, 3d, 2026-11-24, answer to an announcement of delay (SLA-14)",
    "2026-11-21 12:00, 10d, 2026-12-01, negotiation of damage (SLA-15)",
    "2026-11-21 12:00, 30d, 2026-12-21, negotiation of loss (SLA-15)",
    "2026-11-21 12:00, 1y, 2027-11-21, validity of an inquiry, prescription of a claim (SLA-16)",
    "2025-03-10 12:00, 1y, 2026-03-10, 'example 45: a first contact on 03-10 is in time, on 03-11"
        + " not'",
    "2028-02-29 12:00, 1y, 2029-02-28, the last day of February (AMB-20)",
    "2027-06-01 12:00, 1y, 2028-06-01, over a leap day",
    "2026-11-21 00:00, 1wd, 2026-11-23, received on a day off: the next working day is day 1",
    "2026-11-20 23:59, 1wd, 2026-11-23, the day of receipt is day 0 however late",
  })
  void endsWithItsLastDay(String received, String budget, LocalDate lastDay, String because) {
    var due = Budget.parse(budget).dueAt(Ledger.startedAt(at(received)), Calendars.company());

    assertThat(due.at()).as(because).isEqualTo(at(lastDay.plusDays(1) + " 00:00"));
    assertThat(due.calendarComplete()).isTrue();
  }

  @ParameterizedTest(name = "received {0} with {1}: effective until the end of {2}")
  @CsvSource({
    "2026-11-20 14:00, 5wd, 2026-11-27",
    "2025-09-30 14:00, 5wd, 2025-10-07",
    "2025-09-30 14:00, 3wd, 2025-10-07",
    "2025-09-30 14:00, 1wd, 2025-10-07",
    "2026-04-30 14:00, 5wd, 2026-05-07",
    "2026-12-30 14:00, 5wd, 2027-01-06",
  })
  void isNeverLaterThanTheLawAllows(String received, String budget, LocalDate lastDay) {
    var clock = Clocks.running(Clocks.policy(budget), Calendars.company(), received);
    var law = Clocks.running(Clocks.policy("7d"), Calendars.company(), received);

    clock.capAt(law.row().dueAt, at(received)); // SLA-19

    assertThat(clock.row().dueAt).isEqualTo(at(lastDay.plusDays(1) + " 00:00"));
  }

  @ParameterizedTest(name = "{1} from {0} need the calendar of 2027")
  @CsvSource({"2026-12-30 14:00, 3wd", "2026-12-30 14:00, 5wd", "2026-12-31 17:30, 4wh"})
  void saysWhenAYearIsMissing(String received, String budget) {
    var due = Budget.parse(budget).dueAt(Ledger.startedAt(at(received)), Calendars.company());

    assertThat(due.calendarComplete()).isFalse();
    assertThat(due.at()).isAfter(at("2027-01-01 00:00"));
  }

  @ParameterizedTest(name = "form received {0}: reply by {1}")
  @CsvSource({"2026-10-01 21:15, 2026-10-02 21:15", "2026-11-22 10:00, 2026-11-23 10:00"})
  void countsElapsedTimeThroughHolidays(String received, String dueAt) {
    var due = Budget.parse("PT24H").dueAt(Ledger.startedAt(at(received)), Calendars.company());

    assertThat(due).isEqualTo(new Due(at(dueAt), true));
  }

  @ParameterizedTest(name = "{2} off {0} is {1}")
  @CsvSource({
    "2026-11-28 00:00, 2026-11-27 09:00, -20%, 'of 5 working days: one of them, in working time'",
    "2026-11-28 00:00, 2026-11-27 00:00, -1d, '24 hours earlier'",
    "2026-11-28 00:00, 2026-11-27 00:00, -1wd, 'end of the working day before'",
    "2026-11-28 00:00, 2026-12-01 00:00, +1wd, 'Monday whole'",
    "2026-11-28 00:00, 2026-11-28 04:00, +PT4H, 'elapsed'",
    "2026-11-28 00:00, 2026-11-27 16:00, -2wh, 'before work ends on the last day'",
    "2026-11-24 15:00, 2026-11-25 15:00, +1wd, 'keeps the clock time'",
  })
  void placesRungs(String due, String rungAt, String offset, String because) {
    Instant at = new RungOffset(offset).from(at(due), Budget.parse("5wd"), Calendars.company());

    assertThat(at).as(because).isEqualTo(at(rungAt));
  }
}
