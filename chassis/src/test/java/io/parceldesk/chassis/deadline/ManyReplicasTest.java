package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Conformance 15 and 23 in numbers: replicas that share nothing but the database sweep 5,000 due
 * rungs while people meet, pause, resume and re-target the very same clocks.
 */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ManyReplicasTest {
  private static final int CASES = 1_250;
  private static final int RUNGS_OF_EACH = 4;
  private static final long SEED = 20261122;

  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject DeadlineSweep sweep;
  @Inject RungObserver observer;
  @Inject SampleCopies copies;
  @Inject Sql sql;

  @AfterEach
  void recover() {
    observer.recover();
  }

  @Test
  void fireEachOfFiveThousandRungsOnceWhileItsClocksAreBeingChanged() {
    var numbers = overdue();

    var work = List.of(replica("one"), replica("two"), people(numbers));
    work.forEach(CompletableFuture::join);
    sweepAll();

    requireEachRungOnce(numbers);
  }

  @Test
  void fireEachRungOnceAlthoughAReplicaDiesInTheMiddleOfABatch() {
    var numbers = overdue();
    observer.killAfter(RUNGS_OF_EACH * 150, "replica-two");

    replica("two"); // never comes back
    var work = List.of(replica("one"), people(numbers));
    work.forEach(CompletableFuture::join);
    sweepAll();

    assertThat(observer.hasKilled()).isTrue();
    requireEachRungOnce(numbers);
  }

  /** Cases whose clock started so long ago that its four rungs are due; all in one statement. */
  private List<CaseNumber> overdue() {
    var template = cases.open("BUSY", 1).subject().number();
    cases.with(
        template,
        (subject, now) -> deadlines.start(subject, "WORK_ORDER", now.minus(Duration.ofHours(7))));
    return copies.unfired(template, CASES);
  }

  /** A sweep of its own, until nothing is due. */
  private CompletableFuture<Void> replica(String name) {
    return onThread("replica-" + name, this::sweepAll);
  }

  private CompletableFuture<Void> people(List<CaseNumber> numbers) {
    return onThread(
        "people",
        () -> {
          System.out.println("ManyReplicasTest runs with seed " + SEED);
          var random = new Random(SEED);
          for (int i = 0; i < 300; i++) {
            touch(numbers.get(random.nextInt(numbers.size())), random.nextInt(4));
          }
        });
  }

  private void touch(CaseNumber number, int what) {
    cases.note(
        number,
        (subject, now) -> {
          switch (what) {
            case 0 -> deadlines.meet(subject, List.of("WORK_ORDER"), now);
            case 1 -> deadlines.pause(subject, "WAITING_FOR_CUSTOMER", now);
            case 2 -> deadlines.hearFromCustomer(subject, now);
            default -> {
              var change = subject.changeStars(5);
              deadlines.retarget(subject, now);
              return change;
            }
          }
          return null;
        });
  }

  private void requireEachRungOnce(List<CaseNumber> numbers) {
    var texts = numbers.stream().map(CaseNumber::text).toList();
    var fired =
        sql.list(
            """
            select (select count(*) from deadline_firing f where f.deadline_id = d.id)
                   || ' firings, '
                   || (select string_agg(replace(type, 'io.parceldesk.', ''), ' ' order by case_seq)
                         from outbox o where o.case_id = d.case_id)
                   || ', level ' || c.level as outcome, count(*) as n
              from deadline d
              join case_stream s using (case_id)
              join sample_case c on c.id = d.case_id
             where s.number = any(?) and d.state = 'BREACHED' group by 1
            """,
            row -> row.getInt("n") + " × " + row.getString("outcome"),
            texts);
    assertThat(fired)
        .containsExactly(
            CASES + " × 4 firings, deadline-approaching.v1 deadline-breached.v1, level 2");
  }

  private void sweepAll() {
    while (sweep.sweep(Instant.EPOCH) > 0 || somethingIsDue()) {
      // what another replica has locked is due for a while longer
    }
  }

  private boolean somethingIsDue() {
    return sql.first(
            "select exists (select 1 from deadline where next_rung_at <= clock_timestamp())",
            row -> row.getBoolean(1))
        .orElseThrow();
  }

  private static CompletableFuture<Void> onThread(String name, Runnable work) {
    var done = new CompletableFuture<Void>();
    var thread = new Thread(() -> done.completeAsync(() -> run(work), Runnable::run), name);
    thread.setDaemon(true);
    thread.start();
    return done;
  }

  private static Void run(Runnable work) {
    work.run();
    return null;
  }
}
