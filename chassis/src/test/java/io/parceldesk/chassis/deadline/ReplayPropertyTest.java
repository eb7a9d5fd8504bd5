package io.parceldesk.chassis.deadline;

import static io.parceldesk.chassis.deadline.Calendars.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.deadline.Clock.Start;
import io.parceldesk.chassis.deadline.PolicyTerms.Retarget;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Conformance 25: whatever happens to a clock, its due time is what its ledger says. */
class ReplayPropertyTest {
  private static final long SEED = 20261122;
  private static final int SEQUENCES = 2_000;
  private static final List<String> BUDGETS =
      List.of(
          "PT5M", "PT2H", "PT24H", "PT72H", "1d", "7d", "1y", "1wd", "3wd", "5wd", "30wm", "4wh",
          "40wh");

  private Random random;
  private Instant now;
  private WorkingCalendar calendar;
  private Clock clock;
  private Instant cap;
  private StringBuilder story;

  @Test
  void storesTheDueTimeThatAFullReplayGives() {
    System.out.println("ReplayPropertyTest runs with seed " + SEED);
    for (int i = 0; i < SEQUENCES; i++) {
      random = new Random(SEED + i);
      playOne();
    }
  }

  private void playOne() {
    begin();
    for (int steps = random.nextInt(12); steps > 0; steps--) {
      now = now.plus(Duration.ofMinutes(random.nextInt(1 << random.nextInt(13))));
      var before = clock.ledger().segments();
      step();
      check();
      checkNothingForgotten(before);
    }
    now = now.plus(Duration.ofDays(60));
    clock.settle(now);
    check();
  }

  private void begin() {
    now = at("2026-01-01 00:00").plus(Duration.ofMinutes(random.nextInt(360 * 24 * 60)));
    calendar =
        random.nextBoolean()
            ? Calendars.company()
            : Calendars.mondayToFriday("08:00-12:00", "13:30-18:00");
    var policy = policy();
    cap = random.nextInt(4) == 0 ? now.plus(Duration.ofDays(1 + random.nextInt(7))) : null;
    story = new StringBuilder("start " + now + " " + policy.terms().budget().text());
    clock =
        Clock.started(
            UUID.randomUUID(),
            Clocks.CASE,
            policy,
            calendar,
            new Start(now, now, policy.terms().budget(), false, cap, null, null));
    check();
  }

  private void step() {
    var operation = random.nextInt(10);
    story.append("; ").append(operation).append(" at ").append(now);
    switch (operation) {
      case 0, 1, 2 -> clock.pause(now, "WAITING_FOR_CUSTOMER");
      case 3, 4, 5 -> clock.resume(now);
      case 6 -> clock.retarget(now, policy());
      case 7 -> editCalendar();
      case 8 -> clock.settle(now);
      default -> meetOrCancel();
    }
  }

  private void meetOrCancel() {
    if (random.nextInt(3) == 0) {
      clock.cancel(now);
    } else if (random.nextInt(2) == 0) {
      clock.meet(now);
    }
  }

  private void editCalendar() {
    var day = LocalDate.ofInstant(now, WorkingCalendar.ZONE).plusDays(random.nextInt(9));
    var edited = Calendars.plus(calendar, day.toString(), random.nextBoolean());
    var state = clock.row().state;
    clock.reproject(now, clock.policy(), edited, cap);
    if (state == DeadlineState.RUNNING || state == DeadlineState.PAUSED) {
      calendar = clock.row().calendarRevision == edited.revision() ? edited : calendar;
    }
  }

  private DeadlinePolicy policy() {
    var terms =
        new PolicyTerms(
            "RESOLVE",
            List.of("SLA-10"),
            Nature.SERVICE,
            Budget.parse(BUDGETS.get(random.nextInt(BUDGETS.size()))),
            List.of(Rung.warning("-20%"), Rung.breach(), Rung.escalation("+PT4H", 1)),
            null,
            new PolicyTerms.Pauses(
                Set.of("WAITING_FOR_CUSTOMER"),
                random.nextBoolean() ? Budget.parse("PT48H") : null),
            Retarget.values()[random.nextInt(Retarget.values().length)],
            null,
            null,
            null,
            true,
            false,
            false);
    return new DeadlinePolicy("resolve", 1, terms, Instant.EPOCH, "shipped", Instant.EPOCH);
  }

  /** What stood still stays on record whatever happens next, and so does what ran. */
  private void checkNothingForgotten(List<Segment> before) {
    var now = clock.ledger().segments();
    for (int i = 0; i < before.size(); i++) {
      var was = before.get(i);
      assertThat(now.get(i).until(null)).as("%s", story).isEqualTo(was.until(null));
      assertThat(was.toAt() == null || was.equals(now.get(i))).as("%s", story).isTrue();
    }
  }

  private void check() {
    var row = clock.row();
    var replayed =
        new NaiveReplay(clock.ledger().segments(), row.countsFrom, calendar)
            .dueAt(Budget.parse(row.budget));
    var expected = row.capAt != null && row.capAt.isBefore(replayed) ? row.capAt : replayed;
    assertThat(row.dueAt).as("%s", story).isEqualTo(expected);

    var rungs = clock.firings().stream().map(Firing::rung).toList();
    assertThat(new HashSet<>(rungs)).as("each rung once: %s", story).hasSameSizeAs(rungs);
    var breached = row.state == DeadlineState.BREACHED;
    assertThat(rungs.contains("BREACH")).as("%s", story).isEqualTo(breached);
    var late = row.isOpen() && row.state == DeadlineState.RUNNING && !row.dueAt.isAfter(now);
    assertThat(row.nextRungAt == null && late).as("a breach to come: %s", story).isFalse();
    if (row.state == DeadlineState.MET) {
      assertThat(row.metAt).as("%s", story).isBefore(row.dueAt);
    }
  }
}
