package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.ClockStep;
import io.parceldesk.chassis.cases.ClockStep.Cancel;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlFailure;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Several clocks of one kind run in a case, each about something else. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SeveralClocksTest {
  private static final String KIND = "JOINT_REPLY";
  private static final String ONE = "LLT-SC-01";
  private static final String OTHER = "LLT-SC-02";
  private static final long SEED = 20261125;

  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject ClockSteps steps;
  @Inject DeadlineStore store;
  @Inject DeadlineSweep sweep;
  @Inject Explanations explanations;
  @Inject Sql sql;

  @Test
  void runSideBySideAndEndOneByOne() {
    var number = cases.open();
    step(number, new Start(KIND, null), new Start(KIND, ONE, null));
    step(number, new Start(KIND, OTHER, null));

    step(number, new Meet(KIND, ONE), new Cancel(KIND, OTHER));

    assertThat(of(number))
        .extracting(DeadlineView::about, DeadlineView::state)
        .containsExactlyInAnyOrder(
            tuple(null, DeadlineState.RUNNING),
            tuple(ONE, DeadlineState.MET),
            tuple(OTHER, DeadlineState.CANCELLED));
  }

  @Test
  void leaveTheOthersAloneWhenTheCasesOwnOneIsMet() {
    var number = cases.open();
    step(number, new Start(KIND, null), new Start(KIND, ONE, null));

    step(number, new Meet(KIND));

    assertThat(view(number, null).state()).isEqualTo(DeadlineState.MET);
    assertThat(view(number, ONE).state()).isEqualTo(DeadlineState.RUNNING);
  }

  @Test
  void beginAnewEachByItself() {
    var number = cases.open();
    step(number, new Start(KIND, ONE, null), new Start(KIND, OTHER, null));
    var before = view(number, ONE);

    step(number, new Start(KIND, ONE, null));

    assertThat(of(number)).hasSize(2);
    assertThat(view(number, ONE).startedAt()).isAfter(before.startedAt());
    assertThat(view(number, ONE).previous().startedAt()).isEqualTo(before.startedAt());
    assertThat(view(number, ONE).previous().state()).isEqualTo(DeadlineState.CANCELLED);
    assertThat(view(number, OTHER).previous()).isNull();
  }

  @Test
  void areExplainedEachByItself() {
    var number = cases.open();
    step(number, new Start(KIND, ONE, null), new Start(KIND, OTHER, null));
    var id = idOf(number);

    assertThat(explanations.of(id, KIND, OTHER, List.of(Locale.ENGLISH)).deadline())
        .isEqualTo(view(number, OTHER));
    assertThat(explanations.of(id, KIND, null, List.of(Locale.ENGLISH)).deadline())
        .as("the one that is due first")
        .isEqualTo(of(number).get(0));
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> explanations.of(id, KIND, "LLT-SC-99", List.of(Locale.ENGLISH)))
        .satisfies(e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void areAnnouncedToWhomTheyAreAbout() {
    var number = startedAgo(Duration.ofHours(3), ONE, OTHER);

    sweepUntilBreached(number, 2);

    assertThat(breaches(number)).containsExactlyInAnyOrder(ONE + " " + ONE, OTHER + " " + OTHER);
    sweep.sweep(Instant.EPOCH);
    assertThat(breaches(number)).as("once each").hasSize(2);
  }

  @Test
  void countInTheCalendarOfWhomTheyAreAbout() {
    var number = cases.openAt("LLT-SC-00", "PLAIN").subject().number();

    step(number, new Start(KIND, null), new Start(KIND, ONE, null));

    assertThat(
            sql.list(
                """
                select calendar_id from deadline where case_id = ? and kind = ?
                 order by about nulls first
                """,
                row -> row.getString("calendar_id"),
                idOf(number),
                KIND))
        .containsExactly("outlet:LLT-SC-00", "outlet:" + ONE);
  }

  @Test
  void runOneOfAKindAboutEachMatter() {
    var number = cases.open();
    step(number, new Start(KIND, ONE, null));

    assertThatThrownBy(
            () ->
                sql.update(
                    """
                    insert into deadline
                    select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7()))).*
                      from deadline d where case_id = ? and kind = ?
                    """,
                    idOf(number),
                    KIND))
        .isInstanceOf(SqlFailure.class);
  }

  /** Conformance 10. */
  @Test
  void goToTheSurvivorAsTheyAre() {
    var merged = startedAgo(Duration.ofHours(3), ONE, OTHER);
    var survivor = cases.open();
    step(survivor, new Start(KIND, null));
    sweepUntilBreached(merged, 2);
    var before = view(merged, ONE);

    cases.with(
        merged,
        (gone, now) ->
            cases.with(survivor, (stays, later) -> deadlines.merge(gone, stays, Set.of(ONE), now)));

    assertThat(view(survivor, ONE)).isEqualTo(before);
    assertThat(view(survivor, null).dueAt()).as("not of this matter").isAfter(before.dueAt());
    assertThat(of(merged)).extracting(DeadlineView::about).containsExactly(OTHER);
    assertThat(store.open(idOf(merged))).isEmpty();
    sweep.sweep(Instant.EPOCH);
    assertThat(breaches(survivor)).as("announced before").isEmpty();
  }

  /** Conformance 25, for several at once: what happens to one leaves the others alone. */
  @Test
  void stayWhatTheirOwnLedgersSayInAnyOrderOfEvents() {
    var random = new Random(SEED);
    var abouts = Arrays.asList(null, ONE, OTHER);
    var number = cases.open();
    var expectedOpen = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      var about = abouts.get(random.nextInt(3));
      switch (random.nextInt(4)) {
        case 0 -> {
          step(number, new Meet(KIND, about));
          expectedOpen.remove(String.valueOf(about));
        }
        case 1 -> {
          step(number, new Cancel(KIND, about));
          expectedOpen.remove(String.valueOf(about));
        }
        default -> {
          step(number, new Start(KIND, about, null));
          expectedOpen.remove(String.valueOf(about));
          expectedOpen.add(String.valueOf(about));
        }
      }
      assertThat(openAbouts(number)).containsExactlyInAnyOrderElementsOf(expectedOpen);
    }
    assertThat(store.ever(idOf(number)))
        .filteredOn(clock -> clock.row().kind.equals(KIND))
        .allSatisfy(SeveralClocksTest::isWhatItsLedgerSays);
    assertThat(of(number)).extracting(DeadlineView::about).doesNotHaveDuplicates();
  }

  private static void isWhatItsLedgerSays(Clock clock) {
    var replayed =
        new NaiveReplay(clock.ledger().segments(), clock.row().countsFrom, clock.calendar());
    assertThat(clock.row().dueAt).isEqualTo(replayed.dueAt(Budget.parse(clock.row().budget)));
  }

  private List<String> openAbouts(CaseNumber number) {
    return store.open(idOf(number), List.of(KIND)).stream()
        .map(clock -> String.valueOf(clock.row().about))
        .collect(Collectors.toList());
  }

  private CaseNumber startedAgo(Duration ago, String... abouts) {
    var number = cases.open();
    cases.with(
        number,
        (subject, now) -> {
          for (var about : abouts) {
            deadlines.start(subject, new ClockKey(KIND, about), now.minus(ago), null);
          }
        });
    return number;
  }

  private void sweepUntilBreached(CaseNumber number, int breaches) {
    await()
        .untilAsserted(
            () -> {
              sweep.sweep(Instant.EPOCH);
              assertThat(breaches(number)).hasSize(breaches);
            });
  }

  /** Whom each announced breach is about, and who has to act. */
  private List<String> breaches(CaseNumber number) {
    return sql.list(
        """
        select data -> 'deadline' ->> 'about' as about, data -> 'owner' ->> 'outlet' as outlet
          from outbox where case_id = ? and type like '%deadline-breached%'
        """,
        row -> row.getString("about") + " " + row.getString("outlet"), idOf(number));
  }

  private void step(CaseNumber number, ClockStep... all) {
    cases.with(number, (subject, now) -> steps.apply(subject, List.of(all), now));
  }

  private List<DeadlineView> of(CaseNumber number) {
    return cases.file(number).deadlines().stream()
        .filter(view -> view.kind().equals(KIND))
        .toList();
  }

  private DeadlineView view(CaseNumber number, String about) {
    return of(number).stream()
        .filter(view -> Objects.equals(view.about(), about))
        .findFirst()
        .orElseThrow();
  }

  private UUID idOf(CaseNumber number) {
    return cases.file(number).subject().id();
  }
}
