package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas that sweep by themselves. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SweepLoopTest {
  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject DeadlineSweep sweep;
  @Inject Reprojection reprojection;
  @Inject LockedCases locked;
  @Inject SweepSignal signal;
  @Inject Sql sql;

  private List<SweepLoop> replicas;

  @BeforeEach
  void start() {
    replicas = List.of(replica(), replica());
    replicas.forEach(SweepLoop::start);
  }

  @AfterEach
  void stop() throws InterruptedException {
    for (var replica : replicas) {
      replica.stop();
    }
  }

  @Test
  void fireWhatFallsDueOnceEach() {
    var numbers = new ArrayList<CaseNumber>();
    for (int i = 0; i < 20; i++) {
      numbers.add(cases.open());
    }

    for (var number : numbers) {
      cases.with(
          number,
          (subject, now) ->
              deadlines.start(subject, "PROMISED_REPLY", now, now.plus(Duration.ofMillis(300))));
    }

    await().until(() -> numbers.stream().allMatch(this::isBreached));
    for (var number : numbers) {
      assertThat(
              sql.list(
                  """
                  select o.data -> 'deadline' ->> 'late' as late
                    from outbox o join case_stream s using (case_id) where s.number = ?
                  """,
                  row -> row.getString("late"),
                  number.text()))
          .hasSize(1);
    }
  }

  private boolean isBreached(CaseNumber number) {
    return cases.file(number).deadlines().get(0).state() == DeadlineState.BREACHED;
  }

  private SweepLoop replica() {
    return new SweepLoop(sql, sweep, reprojection, locked, signal, true);
  }
}
