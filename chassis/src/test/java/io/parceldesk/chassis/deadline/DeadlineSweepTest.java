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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DeadlineSweepTest {
  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject DeadlineStore store;
  @Inject DeadlineSweep sweep;
  @Inject RungObserver observer;
  @Inject Sql sql;

  @AfterEach
  void recover() {
    observer.recover();
    sweepAll();
  }

  /** Conformance 24. */
  @Test
  void firesEveryMissedRungInOrderMarkedLate() {
    var number = startedAgo("PLAN", Duration.ofHours(7));

    sweepAll();

    assertThat(firings(number))
        .containsExactly("WARNING_1 late", "BREACH late", "ESCALATION_1 late", "ESCALATION_2 late");
    assertThat(events(number)).containsExactly("deadline-approaching", "deadline-breached");
    assertThat(observer.seenOf(idOf(number)))
        .extracting(fired -> fired.rung().action())
        .containsExactly(
            Rung.Action.WARNING,
            Rung.Action.BREACH,
            Rung.Action.ESCALATION,
            Rung.Action.ESCALATION);
    assertThat(view(number, "PLAN").state()).isEqualTo(DeadlineState.BREACHED);
  }

  /** Conformance 15. */
  @Test
  void firesOnceHoweverManyReplicasSweepAtTheSameTime() throws Exception {
    var numbers = new ArrayList<CaseNumber>();
    for (int i = 0; i < 60; i++) {
      numbers.add(startedAgo("PLAN", Duration.ofHours(3)));
    }
    var together = new CyclicBarrier(3);

    var replicas = new ArrayList<CompletableFuture<Void>>();
    for (int i = 0; i < 3; i++) {
      replicas.add(
          CompletableFuture.runAsync(
              () -> {
                awaitOthers(together);
                sweepAll();
              }));
    }
    replicas.forEach(CompletableFuture::join);
    sweepAll(); // a case that another held when all candidates were seen

    for (var number : numbers) {
      assertThat(firings(number))
          .containsExactly("WARNING_1 late", "BREACH late", "ESCALATION_1 late");
      assertThat(events(number)).containsExactly("deadline-approaching", "deadline-breached");
    }
  }

  /** Conformance 15: the claim is the row, whatever a replica believes to know. */
  @Test
  void claimsAFiringOnlyOnce() {
    var number = startedAgo("DEPARTMENT_REPLY", Duration.ofHours(3));

    cases.with(
        number,
        (subject, now) -> {
          var one = store.open(subject.id());
          var other = store.open(subject.id());
          one.forEach(clock -> clock.settle(now));
          other.forEach(clock -> clock.settle(now));

          assertThat(store.save(one)).hasSize(1);
          assertThat(store.save(other)).isEmpty();
        });
  }

  @Test
  void firesTheOthersWhenOneCaseFails() {
    var failing = startedAgo("DEPARTMENT_REPLY", Duration.ofHours(3));
    var fine = startedAgo("DEPARTMENT_REPLY", Duration.ofHours(3));
    observer.failFor(idOf(failing));

    sweepAll();

    assertThat(events(fine)).containsExactly("deadline-breached");
    assertThat(events(failing)).isEmpty();
    assertThat(firings(failing)).as("rolled back with the observer").isEmpty();
    assertThat(failures(failing)).isEqualTo(1);
    assertThat(nextRungIn(failing)).isBetween(Duration.ZERO, Duration.ofSeconds(2));

    observer.recover();
    sql.update(
        "update deadline set next_rung_at = due_at where case_id = ?",
        idOf(failing)); // time passes
    sweepAll();

    assertThat(events(failing)).containsExactly("deadline-breached");
    assertThat(failures(failing)).isZero();
  }

  @Test
  void leavesACaseAloneThatSomebodyIsChanging() {
    var number = startedAgo("DEPARTMENT_REPLY", Duration.ofHours(3));

    cases.with(number, (subject, now) -> CompletableFuture.runAsync(this::sweepAll).join());

    assertThat(events(number)).isEmpty();
    sweepAll();
    assertThat(events(number)).containsExactly("deadline-breached");
  }

  @Test
  void takesTheCaseItselfAlong() {
    var number = startedAgo("PLAN", Duration.ofHours(7));

    sweepAll();

    assertThat(cases.file(number).subject().level()).isEqualTo(2);
    assertThat(timeline(number)).contains("escalation");
  }

  @Test
  void endsAPauseThatHasLastedLongEnough() {
    var number = startedAgo("CALL_BACK", Duration.ofHours(100));
    cases.with(
        number,
        (subject, now) ->
            deadlines.pause(subject, "WAITING_FOR_CUSTOMER", now.minus(Duration.ofHours(90))));
    assertThat(view(number, "CALL_BACK").state()).isEqualTo(DeadlineState.PAUSED);

    sweepAll();

    assertThat(view(number, "CALL_BACK").state()).isEqualTo(DeadlineState.BREACHED);
  }

  @Test
  void looksOnlyAtWhatIsDueAfterTheLowWaterMark() {
    var number = startedAgo("DEPARTMENT_REPLY", Duration.ofHours(3));

    sweep.sweep(Instant.now().minus(Duration.ofMinutes(10)));

    assertThat(events(number)).isEmpty();
  }

  private CaseNumber startedAgo(String kind, Duration ago) {
    var number = cases.open();
    cases.with(number, (subject, now) -> deadlines.start(subject, kind, now.minus(ago)));
    return number;
  }

  private void sweepAll() {
    while (sweep.sweep(Instant.EPOCH) > 0) {
      // until nothing is due
    }
  }

  private List<String> firings(CaseNumber number) {
    return sql.list(
        """
        select f.rung || case when f.late then ' late' else '' end as fired
          from deadline_firing f join deadline d on d.id = f.deadline_id
         where d.case_id = ? order by f.fired_at, array_position(
           array['WARNING_1', 'BREACH', 'ESCALATION_1', 'ESCALATION_2'], f.rung)
        """,
        row -> row.getString("fired"),
        idOf(number));
  }

  private List<String> events(CaseNumber number) {
    return sql.list(
        """
        select replace(replace(type, 'io.parceldesk.', ''), '.v1', '') as type
          from outbox where case_id = ? order by case_seq
        """,
        row -> row.getString("type"),
        idOf(number));
  }

  private List<String> timeline(CaseNumber number) {
    return sql.list(
        "select action from timeline where case_id = ? order by id",
        row -> row.getString("action"),
        idOf(number));
  }

  private int failures(CaseNumber number) {
    return sql.first(
            "select failures from deadline where case_id = ?", row -> row.getInt(1), idOf(number))
        .orElseThrow();
  }

  private Duration nextRungIn(CaseNumber number) {
    return sql.first(
            "select extract(epoch from next_rung_at - clock_timestamp())::float8 from deadline"
                + " where case_id = ?",
            row -> Duration.ofNanos((long) (row.getDouble(1) * 1e9)),
            idOf(number))
        .orElseThrow();
  }

  private DeadlineView view(CaseNumber number, String kind) {
    return cases.file(number).deadlines().stream()
        .filter(view -> view.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private UUID idOf(CaseNumber number) {
    return sql.first(
            "select case_id from case_stream where number = ?",
            row -> row.getObject(1, UUID.class),
            number.text())
        .orElseThrow();
  }

  private static void awaitOthers(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
