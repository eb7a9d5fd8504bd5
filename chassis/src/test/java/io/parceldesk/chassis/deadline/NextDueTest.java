package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever happens to the clocks of a case, its next due time is what they say. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class NextDueTest {
  private static final long SEED = 20261125;
  private static final List<String> KINDS =
      List.of("DEPARTMENT_REPLY", "CALL_BACK", "PROMISED_REPLY", "RESOLVE", "STATUTORY");

  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject DeadlineSweep sweep;
  @Inject Reprojection reprojection;
  @Inject NextDue nextDue;
  @Inject Sql sql;

  private final Random random = new Random(SEED);

  @Test
  void isWhatTheClocksSayWhateverHappens() {
    System.out.println("NextDueTest runs with seed " + SEED);
    var numbers =
        IntStream.range(0, 12)
            .mapToObj(i -> cases.open(i % 3 == 0 ? "PLAIN" : "OPENS_WITH_CLOCKS", 5))
            .map(file -> file.subject().number())
            .toList();
    numbers.forEach(number -> check(number, "opening"));

    for (var step = 0; step < 200; step++) {
      var number = numbers.get(random.nextInt(numbers.size()));
      check(number, play(number));
    }
    numbers.forEach(number -> check(number, "what happened to others"));
  }

  @Test
  void isFarAwayWhereNothingRuns() {
    var number = cases.open();
    assertThat(kept(number)).isEqualTo(NextDue.NEVER);

    cases.with(number, (subject, now) -> deadlines.start(subject, "CALL_BACK", now));
    assertThat(kept(number)).isBefore(NextDue.NEVER);

    cases.with(number, (subject, now) -> deadlines.pause(subject, "WAITING_FOR_CUSTOMER", now));
    assertThat(kept(number)).as("what stands still").isEqualTo(NextDue.NEVER);

    cases.with(number, (subject, now) -> deadlines.resume(subject, now));
    cases.with(number, (subject, now) -> deadlines.attach(subject, "PLAN", hoursAgo(now, 9), now));
    assertThat(kept(number)).as("what is overdue").isBefore(Instant.now());

    cases.with(number, (subject, now) -> deadlines.cancelAll(subject, now));
    assertThat(kept(number)).as("what ended after its breach").isEqualTo(NextDue.NEVER);
  }

  private String play(CaseNumber number) {
    var kind = KINDS.get(random.nextInt(KINDS.size()));
    var operation = random.nextInt(12);
    switch (operation) {
      case 0, 1 -> cases.with(number, (c, now) -> deadlines.start(c, kind, now));
      case 2 -> attach(number, "WORK_ORDER", 200);
      case 3 -> attach(number, "PLAN", 1);
      case 4 -> promise(number);
      case 5 ->
          cases.with(
              number, (c, now) -> deadlines.meet(c, List.of(kind, "PLAN", "WORK_ORDER"), now));
      case 6 -> cases.with(number, (c, now) -> deadlines.cancel(c, List.of(kind), now));
      case 7 -> cases.with(number, (c, now) -> deadlines.pause(c, "WAITING_FOR_CUSTOMER", now));
      case 8 -> cases.with(number, (c, now) -> deadlines.hearFromCustomer(c, now));
      case 9 -> retarget(number);
      case 10 -> moveTheRules();
      default -> becomeDue(number);
    }
    return "operation " + operation + " on " + kind;
  }

  private void attach(CaseNumber number, String kind, int hours) {
    cases.with(number, (c, now) -> deadlines.attach(c, kind, hoursAgo(now, hours), now));
  }

  private void promise(CaseNumber number) {
    var later = Duration.ofMinutes(1 + random.nextInt(10_000));
    cases.with(number, (c, now) -> deadlines.start(c, "PROMISED_REPLY", now, now.plus(later)));
  }

  private void retarget(CaseNumber number) {
    var stars = random.nextBoolean() ? 1 : 5;
    cases.note(
        number,
        (c, now) -> {
          var change = c.changeStars(stars);
          deadlines.retarget(c, now);
          return change;
        });
  }

  /** The company's calendar is edited, and open deadlines are computed again. */
  private void moveTheRules() {
    sql.update("update deadline_rules set stamp = stamp + 1");
    sql.update(
        "insert into calendar_edit (stamp, calendar_id, action, reason, author)"
            + " select stamp, 'company', 'WRITTEN', 'test', 'test' from deadline_rules");
    while (reprojection.advance() > 0) {
      // until everything is in line
    }
  }

  /** The sweep finds a clock of the case that is due. */
  private void becomeDue(CaseNumber number) {
    cases.with(number, (c, now) -> deadlines.start(c, "DEPARTMENT_REPLY", now));
    moveDueTime(number);
    while (sweep.sweep(Instant.EPOCH) > 0) {
      // until nothing is due
    }
  }

  /** As if two hours had passed. */
  private void moveDueTime(CaseNumber number) {
    cases.with(
        number,
        (c, now) -> {
          sql.update(
              """
              update deadline set due_at = now(), next_rung_at = now()
               where case_id = ? and kind = 'DEPARTMENT_REPLY' and state = 'RUNNING'
              """,
              c.id());
          nextDue.keep(List.of(c.id()));
        });
  }

  private void check(CaseNumber number, String what) {
    assertThat(kept(number)).as("%s after %s", number, what).isEqualTo(recomputed(number));
  }

  private Instant kept(CaseNumber number) {
    return instant("select next_due_at as at from sample_case where number = ?", number);
  }

  private Instant recomputed(CaseNumber number) {
    return instant(
        """
        select coalesce(min(due_at), '9999-12-31Z') as at
          from deadline join case_stream using (case_id)
         where number = ? and met_at is null and cancelled_at is null and state <> 'PAUSED'
        """,
        number);
  }

  private Instant instant(String query, CaseNumber number) {
    return sql.first(query, row -> SqlValue.instant(row, "at"), number.text()).orElseThrow();
  }

  private static Instant hoursAgo(Instant now, int hours) {
    return now.minus(Duration.ofHours(hours));
  }
}
