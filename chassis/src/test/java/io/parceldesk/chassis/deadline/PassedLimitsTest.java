package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** No sweep runs here: the passing of a limit counts all the same (design 4). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PassedLimitsTest {
  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject Sql sql;

  @Test
  void areDecidedBeforeWhatComesTooLate() {
    var number = overdue();
    var found = new AtomicInteger();

    cases.note(
        number,
        (subject, now) -> {
          found.set(subject.level());
          return null;
        });

    assertThat(found).hasValue(2);
    assertThat(events(number)).containsExactly("deadline-approaching", "deadline-breached");
  }

  @Test
  void stayDecidedWhenWhatComesTooLateIsRefused() {
    var number = overdue();

    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(
            () ->
                cases.note(
                    number,
                    (subject, now) -> {
                      throw new DomainException(409, "too-late", "It comes too late");
                    }));

    assertThat(events(number)).containsExactly("deadline-approaching", "deadline-breached");
    assertThat(cases.file(number).subject().level()).isEqualTo(2);
  }

  private CaseNumber overdue() {
    var number = cases.open();
    cases.with(
        number, (subject, now) -> deadlines.start(subject, "PLAN", now.minus(Duration.ofHours(7))));
    return number;
  }

  private List<String> events(CaseNumber number) {
    return sql.list(
        """
        select replace(replace(type, 'io.parceldesk.', ''), '.v1', '') as type from outbox
         where case_id = (select case_id from case_stream where number = ?) order by case_seq
        """,
        row -> row.getString("type"),
        number.text());
  }
}
