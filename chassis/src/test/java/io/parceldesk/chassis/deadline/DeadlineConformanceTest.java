package io.parceldesk.chassis.deadline;

import static io.parceldesk.chassis.deadline.Calendars.at;
import static io.parceldesk.chassis.deadline.Calendars.mondayToFriday;
import static io.parceldesk.chassis.deadline.Clocks.attached;
import static io.parceldesk.chassis.deadline.Clocks.policy;
import static io.parceldesk.chassis.deadline.Clocks.running;
import static io.parceldesk.chassis.deadline.DeadlineState.BREACHED;
import static io.parceldesk.chassis.deadline.DeadlineState.CANCELLED;
import static io.parceldesk.chassis.deadline.DeadlineState.MET;
import static io.parceldesk.chassis.deadline.DeadlineState.PAUSED;
import static io.parceldesk.chassis.deadline.DeadlineState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What other products get wrong about deadlines; the number is the scenario's of the conformance
 * list.
 */
class DeadlineConformanceTest {
  private static final String CUSTOMER = "WAITING_FOR_CUSTOMER";
  private final WorkingCalendar company = Calendars.company();

  @Test
  void s01_countsWorkingHoursAcrossTheNight() {
    var clock =
        running(
            policy("4wh", Rung.warning("-1wh")), mondayToFriday("08:00-18:00"), "2026-11-23 17:00");

    assertThat(clock.row().dueAt).isEqualTo(at("2026-11-24 11:00"));
    assertThat(clock.row().nextRungAt).isEqualTo(at("2026-11-24 10:00"));
  }

  @Test
  void s02_gainsNoDaysByAWeekendOnHold() {
    var clock = running(policy("1wd"), company, "2026-11-20 10:00");

    clock.pause(at("2026-11-20 16:00"), CUSTOMER);
    clock.resume(at("2026-11-23 09:00"));

    assertThat(clock.row().dueAt).isEqualTo(at("2026-11-24 00:00"));
  }

  @Test
  void s02_givesBackExactlyTheWorkingDaysOnHold() {
    var clock = running(policy("5wd"), company, "2026-11-16 10:00");

    clock.pause(at("2026-11-17 10:00"), CUSTOMER);
    clock.resume(at("2026-11-18 15:00"));

    assertThat(clock.row().dueAt).as("Tuesday is given back").isEqualTo(at("2026-11-25 00:00"));
  }

  @Test
  void s04_carriesTheRestOfAnHourOverTheWeekend() {
    var clock = running(policy("1wh"), mondayToFriday("09:00-17:00"), "2026-11-20 16:30");

    assertThat(clock.row().dueAt).isEqualTo(at("2026-11-23 09:30"));
  }

  @Test
  void s05_startsAfterTheLunchBreak() {
    var calendar = mondayToFriday("08:00-12:00", "13:30-18:00");

    assertThat(running(policy("1wh"), calendar, "2026-11-23 12:30").row().dueAt)
        .isEqualTo(at("2026-11-23 14:30"));
    assertThat(running(policy("5wh"), calendar, "2026-11-23 08:00").row().dueAt)
        .as("the break counts for nothing")
        .isEqualTo(at("2026-11-23 14:30"));
  }

  @Test
  void s10_escalatesNothingOnceSuperseded() {
    var clock = running(policy("PT2H"), company, "2026-11-23 10:00");

    clock.cancel(at("2026-11-23 11:00"));
    clock.settle(at("2026-11-23 20:00"));

    assertThat(clock.row().state).isEqualTo(CANCELLED);
    assertThat(clock.row().nextRungAt).isNull();
    assertThat(clock.firings()).isEmpty();
  }

  @Test
  void s11_movesOpenDeadlinesWithTheCalendarAndNoOthers() {
    var open = running(policy("3wd"), company, "2026-11-20 10:00");
    var met = running(policy("3wd"), company, "2026-11-20 10:00");
    met.meet(at("2026-11-23 10:00"));
    var edited = Calendars.plus(company, "2026-11-24", false);

    open.reproject(at("2026-11-23 12:00"), open.policy(), edited, null);
    met.reproject(at("2026-11-23 12:00"), met.policy(), edited, null);

    assertThat(open.row().dueAt).isEqualTo(at("2026-11-27 00:00"));
    assertThat(met.row().dueAt).isEqualTo(at("2026-11-26 00:00"));
  }

  @Test
  void s12_countsWhatIsMetSecondsLateAsBreachedWithoutAnySweep() {
    var clock = running(policy("PT2H"), company, "2026-11-23 10:00");

    clock.meet(at("2026-11-23 12:00:05"));

    assertThat(clock.row().state).isEqualTo(BREACHED);
    assertThat(clock.row().breachedAt).isEqualTo(at("2026-11-23 12:00"));
    assertThat(clock.row().metAt).isEqualTo(at("2026-11-23 12:00:05"));
    assertThat(clock.firings())
        .extracting(Firing::rung)
        .containsExactly("WARNING_1", "BREACH", "ESCALATION_1");
  }

  @Test
  void s12_countsWhatIsMetAtTheDueTimeAsBreached() {
    var late = running(policy("PT2H"), company, "2026-11-23 10:00");
    var inTime = running(policy("PT2H"), company, "2026-11-23 10:00");

    late.meet(at("2026-11-23 12:00"));
    inTime.meet(at("2026-11-23 11:59:59.999999"));

    assertThat(late.row().state).isEqualTo(BREACHED);
    assertThat(inTime.row().state).isEqualTo(MET);
  }

  @Test
  void s13_showsALongPauseAsPausedAndGoesOnAfterwards() {
    var clock = running(policy("PT2H"), company, "2026-11-23 10:00");

    clock.pause(at("2026-11-23 11:00"), CUSTOMER);
    clock.settle(at("2026-11-25 11:00"));

    assertThat(clock.row().state).isEqualTo(PAUSED);
    assertThat(clock.firings()).isEmpty();

    clock.resume(at("2026-11-25 11:00"));

    assertThat(clock.row().state).isEqualTo(RUNNING);
    assertThat(clock.row().dueAt).isEqualTo(at("2026-11-25 12:00"));
  }

  @Test
  void s13_isMetInTimeWhileItIsPaused() {
    var clock = running(policy("PT2H"), company, "2026-11-23 10:00");
    clock.pause(at("2026-11-23 11:00"), CUSTOMER);

    clock.meet(at("2026-11-25 11:00"));

    assertThat(clock.row().state).isEqualTo(MET);
    assertThat(clock.row().metAt).isBefore(clock.row().dueAt);
  }

  @Test
  void s16_givesAWorkingDayNotTwentyFourWorkingHours() {
    assertThat(running(policy("1wd"), company, "2026-11-23 10:00").row().dueAt)
        .isEqualTo(at("2026-11-25 00:00"));
    assertThat(running(policy("1wd@close"), company, "2026-11-23 10:00").row().dueAt)
        .as("where the policy ends the day with work (AMB-04)")
        .isEqualTo(at("2026-11-24 18:00"));
  }

  @Test
  void s17_startsAtTheNextWindowBeforeOpeningAfterClosingAndOnADayOff() {
    assertThat(running(policy("1wh"), company, "2026-11-23 06:00").row().dueAt)
        .isEqualTo(at("2026-11-23 10:00"));
    assertThat(running(policy("1wh"), company, "2026-11-23 20:00").row().dueAt)
        .isEqualTo(at("2026-11-24 10:00"));
    assertThat(running(policy("1wh"), company, "2026-11-21 12:00").row().dueAt)
        .isEqualTo(at("2026-11-23 10:00"));
  }

  @Test
  void s18_endsAPauseAtExactlyThePresentSecondOnce() {
    var longest = Budget.parse("PT1H");
    var clock =
        running(
            policy(Nature.SERVICE, "PT2H", longest, Rung.breach()), company, "2026-11-23 10:00");
    clock.pause(at("2026-11-23 11:00"), CUSTOMER);

    clock.settle(at("2026-11-23 12:00"));
    var again = clock.resume(at("2026-11-23 12:00"));

    assertThat(again).isFalse();
    assertThat(clock.row().state).isEqualTo(RUNNING);
    assertThat(clock.row().dueAt).isEqualTo(at("2026-11-23 13:00"));
    assertThat(clock.ledger().segments()).hasSize(3);
  }

  @Test
  void s19_breachesOnceWhenThePolicyIsAttachedTooLate() {
    var clock =
        attached(
            policy("PT2H", Rung.warning("-PT1H"), Rung.warning("-20%")),
            company,
            "2026-11-23 10:00",
            "2026-11-23 15:00");

    clock.settle(at("2026-11-23 15:00"));

    assertThat(clock.firings())
        .extracting(Firing::rung, Firing::announced, Firing::retroactive, Firing::late)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("WARNING_1", false, true, false),
            org.assertj.core.groups.Tuple.tuple("WARNING_2", false, true, false),
            org.assertj.core.groups.Tuple.tuple("BREACH", true, true, false));
    assertThat(clock.row().state).isEqualTo(BREACHED);
  }

  @Test
  void s21_countsAMakeUpSaturday() {
    assertThat(running(policy("1wd"), company, "2026-05-08 10:00").row().dueAt)
        .isEqualTo(at("2026-05-10 00:00"));
    assertThat(running(policy("10wh"), company, "2026-05-08 09:00").row().dueAt)
        .as("works like a Monday")
        .isEqualTo(at("2026-05-09 10:00"));
  }

  @Test
  void s22_answersWithoutTheDataOfAYearButSaysSo() {
    var clock = running(policy("3wd"), company, "2026-12-30 10:00");

    assertThat(clock.row().dueAt).as("New Year's Day is off").isEqualTo(at("2027-01-06 00:00"));
    assertThat(clock.row().calendarComplete).isFalse();
  }

  @Test
  void s24_firesEveryMissedRungInOrderMarkedLate() {
    var policy =
        policy(
            "PT2H",
            Rung.warning("-PT1H"),
            Rung.breach(),
            Rung.escalation("0", 1),
            Rung.escalation("+PT4H", 2));
    var clock = running(policy, company, "2026-11-23 10:00");

    clock.settle(at("2026-11-23 20:00"));

    assertThat(clock.firings())
        .extracting(Firing::rung)
        .containsExactly("WARNING_1", "BREACH", "ESCALATION_1", "ESCALATION_2");
    assertThat(clock.firings()).allMatch(Firing::late).allMatch(Firing::announced);
    assertThat(clock.firings().get(3).firedAt()).isEqualTo(at("2026-11-23 16:00"));
    assertThat(clock.firings().get(3).detectedAt()).isEqualTo(at("2026-11-23 20:00"));
  }

  @Test
  void firesNoRungAgainWhenTheDueTimeMoves() {
    var clock = running(policy("PT2H", Rung.warning("-PT1H")), company, "2026-11-23 10:00");
    clock.settle(at("2026-11-23 11:10"));
    clock.pause(at("2026-11-23 11:10"), CUSTOMER);

    clock.resume(at("2026-11-23 13:10"));
    clock.settle(at("2026-11-23 14:00"));

    assertThat(clock.row().dueAt).isEqualTo(at("2026-11-23 14:00"));
    assertThat(clock.firings()).extracting(Firing::rung).containsExactly("WARNING_1", "BREACH");
  }

  @Test
  void neverPausesAStatutoryClock() {
    var clock = running(policy(Nature.STATUTORY, "7d", null), company, "2026-11-23 10:00");

    assertThat(clock.pause(at("2026-11-23 11:00"), CUSTOMER)).isFalse();
    assertThat(clock.row().state).isEqualTo(RUNNING);
  }

  @Test
  void pausesOnlyForAReasonThatThePolicyAllows() {
    var clock = running(policy("PT2H"), company, "2026-11-23 10:00");

    assertThat(clock.pause(at("2026-11-23 11:00"), "LUNCH")).isFalse();
    assertThat(clock.row().state).isEqualTo(RUNNING);
  }

  @Test
  void staysBreachedWhenItIsPausedTooLate() {
    var clock = running(policy("PT2H"), company, "2026-11-23 10:00");

    assertThat(clock.pause(at("2026-11-23 12:00"), CUSTOMER)).isFalse();
    assertThat(clock.row().state).isEqualTo(BREACHED);
  }
}
