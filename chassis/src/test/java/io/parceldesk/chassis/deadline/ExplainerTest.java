package io.parceldesk.chassis.deadline;

import static io.parceldesk.chassis.deadline.Calendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.deadline.DeadlineExplanation.Limit;
import io.parceldesk.chassis.deadline.DeadlineExplanation.RungView.State;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final WorkingCalendar COMPANY = Calendars.company();
  private static final DeadlinePolicy FIVE_DAYS =
      Clocks.policy("5wd", Rung.warning("-20%"), Rung.breach(), Rung.escalation("+1wd", 1));

  @Test
  void namesEveryDayThatDidNotCount() {
    var clock = Clocks.running(FIVE_DAYS, COMPANY, "2026-09-29 15:00");

    var explanation = inEnglish(clock);

    assertThat(explanation.skippedDays())
        .extracting(day -> day.date() + " " + day.name())
        .containsExactly(
            "2026-09-29 the day of receipt",
            "2026-10-01 National Day",
            "2026-10-02 National Day",
            "2026-10-03 National Day",
            "2026-10-04 National Day",
            "2026-10-05 National Day",
            "2026-10-06 National Day",
            "2026-10-07 National Day",
            "2026-10-11 Sunday");
    assertThat(explanation.makeUpDays()).containsExactly(LocalDate.parse("2026-10-10"));
    assertThat(explanation.sentence())
        .isEqualTo(
            "Due before 2026-10-13 00:00 (China time): 5 working days from 2026-09-29 15:00, as"
                + " policy resolve@1 says (SLA-10); not counting 2026-09-29 the day of receipt,"
                + " 2026-10-01 to 2026-10-07 National Day, 2026-10-11 Sunday.");
  }

  @Test
  void speaksChineseUnlessEnglishIsWanted() {
    var clock = Clocks.running(FIVE_DAYS, COMPANY, "2026-09-29 15:00");

    var sentence =
        "应于2026年10月13日00:00之前完成（北京时间）：自2026年9月29日15:00起5个工作日，依据政策resolve@1（SLA-10），"
            + "不计2026年9月29日（受理当日）、2026年10月1日至2026年10月7日（国庆节）、2026年10月11日（星期日）。";
    assertThat(in(clock, Locale.SIMPLIFIED_CHINESE).sentence()).isEqualTo(sentence);
    assertThat(in(clock, Locale.FRENCH).sentence()).isEqualTo(sentence);
    assertThat(in(clock, Locale.FRENCH, Locale.UK).sentence()).startsWith("Due before");
  }

  @Test
  void tellsWhyItStoodStill() {
    var clock = Clocks.running(FIVE_DAYS, COMPANY, "2026-11-02 10:00"); // a Monday
    clock.pause(at("2026-11-03 10:00"), "WAITING_FOR_CUSTOMER");

    assertThat(inEnglish(clock).sentence())
        .startsWith(
            "Stands still since 2026-11-03 10:00 (waiting for the customer) and was due before"
                + " 2026-11-10 00:00 (China time): ");

    clock.resume(at("2026-11-04 15:00"));
    assertThat(inEnglish(clock).skippedDays())
        .extracting(day -> day.date() + " " + day.name())
        .containsExactly(
            "2026-11-02 the day of receipt",
            "2026-11-03 waiting for the customer",
            "2026-11-07 Saturday",
            "2026-11-08 Sunday");
    assertThat(inEnglish(clock).segments())
        .extracting(Segment::reason)
        .containsExactly(null, "WAITING_FOR_CUSTOMER", null);
  }

  @Test
  void addsUpThePausesOfABudgetInHours() {
    var clock = Clocks.running(Clocks.policy("PT24H", Rung.breach()), COMPANY, "2026-11-02 10:00");
    clock.pause(at("2026-11-02 12:00"), "WAITING_FOR_CUSTOMER");
    clock.resume(at("2026-11-02 14:30"));

    assertThat(inEnglish(clock).sentence())
        .isEqualTo(
            "Due before 2026-11-03 12:30 (China time): 24 hours from 2026-11-02 10:00, as policy"
                + " resolve@1 says (SLA-10); it stood still for 2 hours 30 minutes (waiting for the"
                + " customer).");
    assertThat(inEnglish(clock).skippedDays()).isEmpty();
  }

  @Test
  void showsTheEveningAndTheWeekendOfWorkingHours() {
    var calendar = Calendars.mondayToFriday("09:00-17:00");
    var clock = Clocks.running(Clocks.policy("1wh", Rung.breach()), calendar, "2026-11-06 18:30");

    assertThat(inEnglish(clock).sentence())
        .isEqualTo(
            "Due before 2026-11-09 10:00 (China time): 1 hour of working time from 2026-11-06"
                + " 18:30, as policy resolve@1 says (SLA-10); not counting 2026-11-06 begun after"
                + " work had ended, 2026-11-07 to 2026-11-08 weekend.");
  }

  @Test
  void showsWhatLimitsIt() {
    var clock = Clocks.running(FIVE_DAYS, COMPANY, "2026-09-29 15:00");

    clock.takeOver(at("2026-10-09 00:00"), at("2026-09-30 09:00"));

    assertThat(clock.row().dueAt).isEqualTo(at("2026-10-09 00:00"));
    assertThat(inEnglish(clock).limit()).isEqualTo(new Limit(null, at("2026-10-09 00:00")));
    assertThat(inEnglish(clock).sentence())
        .endsWith("; never later than the due time of the case that was merged into this one.");
    assertThat(inEnglish(clock).makeUpDays()).isEmpty(); // it would have come later
  }

  /** AMB-34: the limit does not wait for the holiday to end, and the supervisor sees both dates. */
  @Test
  void showsWhenALimitWouldEndAfterTheHolidays() {
    var law = Clocks.policy(Nature.STATUTORY, "7d", null, Rung.breach());
    var clock = Clocks.running(law, COMPANY, "2026-09-26 10:00");

    assertThat(clock.row().dueAt).isEqualTo(at("2026-10-04 00:00"));
    assertThat(inEnglish(clock).endOfHolidays()).isEqualTo(at("2026-10-09 00:00"));
  }

  /** Conformance 22. */
  @Test
  void namesTheYearsThatAreNotKnown() {
    var clock = Clocks.running(FIVE_DAYS, COMPANY, "2028-12-28 15:00");

    assertThat(inEnglish(clock).yearsWithoutData()).containsExactly(2028, 2029);
    assertThat(inEnglish(clock).sentence())
        .endsWith("; provisional, as the holidays of 2028, 2029 are not known yet.");
    assertThat(inEnglish(clock).skippedDays())
        .extracting(SkippedDay::name)
        .contains("assumed public holiday");
  }

  @Test
  void tellsWhatBecameOfEachRung() {
    var clock = Clocks.running(FIVE_DAYS, COMPANY, "2026-11-02 10:00");
    clock.settle(at("2026-11-10 00:00"));

    var explanation = inEnglish(clock);

    assertThat(explanation.rungs())
        .extracting(rung -> rung.key() + " " + rung.offset() + " " + rung.state())
        .containsExactly("WARNING_1 -20% FIRED", "BREACH 0 FIRED", "ESCALATION_1 +1wd PENDING");
    assertThat(explanation.rungs().get(0).late()).isTrue();
    assertThat(explanation.rungs().get(2).at()).isEqualTo(at("2026-11-11 00:00"));
    assertThat(explanation.sentence())
        .startsWith("Breached on 2026-11-10 00:00 (China time) and not met yet: ");

    clock.meet(at("2026-11-10 08:00"));
    assertThat(inEnglish(clock).rungs()).last().extracting("state").isEqualTo(State.NEVER);
    assertThat(inEnglish(clock).sentence()).contains("and met only on 2026-11-10 08:00");
  }

  @Test
  void tellsHowItEnded() {
    var met = Clocks.running(FIVE_DAYS, COMPANY, "2026-11-02 10:00");
    met.meet(at("2026-11-03 09:00"));
    var cancelled = Clocks.running(FIVE_DAYS, COMPANY, "2026-11-02 10:00");
    cancelled.cancel(at("2026-11-03 09:00"));

    assertThat(inEnglish(met).sentence())
        .startsWith("Met on 2026-11-03 09:00, before it was due on 2026-11-10 00:00");
    assertThat(inEnglish(cancelled).sentence())
        .startsWith("Ended on 2026-11-03 09:00 without being met");
  }

  private static DeadlineExplanation inEnglish(Clock clock) {
    return in(clock, Locale.ENGLISH);
  }

  private static DeadlineExplanation in(Clock clock, Locale... languages) {
    var words = ExplanationWords.in(List.of(languages));
    var fired = clock.firings().stream().collect(Collectors.toMap(Firing::rung, firing -> firing));
    return new Explainer(clock, words)
        .explain(DeadlineView.of(clock.row(), null), Map.copyOf(fired));
  }
}
