package io.parceldesk.chassis.deadline;

import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.Test;

/** How long after their time 1,000 rungs that are due at one instant have all been announced. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SweepBench {
  private static final int RUNGS = 1_000;
  private static final int OPEN = Integer.getInteger("parceldesk.open-deadlines", 20_000);

  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject DeadlineSweep sweep;
  @Inject Reprojection reprojection;
  @Inject LockedCases locked;
  @Inject SweepSignal signal;
  @Inject SampleCopies copies;
  @Inject Sql sql;

  @Test
  void fireAThousandRungsAtOneInstant() throws InterruptedException {
    new OpenDeadlines(sql).add(1, OPEN);
    for (int round = 1; round <= 5; round++) {
      System.out.printf(
          "%d rungs due at one instant among %d open deadlines: all committed after %d ms%n",
          RUNGS, OPEN, fireAll().toMillis());
    }
    new OpenDeadlines(sql).remove();
  }

  private Duration fireAll() throws InterruptedException {
    var template = cases.open("BUSY", 1).subject().number();
    cases.with(
        template,
        (subject, now) ->
            deadlines.start(subject, "DEPARTMENT_REPLY", now.minus(Duration.ofHours(3))));
    var numbers = copies.unfired(template, RUNGS);
    var due = dueSoon(numbers);
    var replica = new SweepLoop(sql, sweep, reprojection, locked, signal, true);
    replica.start();
    try {
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInSameThread()
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> fired(numbers) == RUNGS);
      return Duration.between(due, now());
    } finally {
      replica.stop();
    }
  }

  private Instant dueSoon(List<CaseNumber> numbers) {
    return sql.first(
            """
            with moved as (
              update deadline
                 set due_at = date_trunc('second', now()) + interval '3 seconds',
                     started_at = date_trunc('second', now()) - interval '7197 seconds',
                     next_rung_at = date_trunc('second', now()) + interval '3 seconds'
               where case_id in (select case_id from case_stream where number = any(?))
              returning due_at)
            select max(due_at) as due from moved
            """,
            row -> SqlValue.instant(row, "due"),
            numbers.stream().map(CaseNumber::text).toList())
        .orElseThrow();
  }

  private int fired(List<CaseNumber> numbers) {
    return sql.first(
            """
            select count(*) from deadline_firing f
              join deadline d on d.id = f.deadline_id join case_stream s using (case_id)
             where s.number = any(?)
            """,
            row -> row.getInt(1),
            numbers.stream().map(CaseNumber::text).toList())
        .orElseThrow();
  }

  private Instant now() {
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow();
  }
}
