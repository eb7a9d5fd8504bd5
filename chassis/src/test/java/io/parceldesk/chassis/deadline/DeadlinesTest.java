package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.ClockStep;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlFailure;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The clocks of real cases, in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DeadlinesTest {
  @Inject SampleCases cases;
  @Inject Deadlines deadlines;
  @Inject ClockSteps steps;
  @Inject DeadlineStore store;
  @Inject Sql sql;

  @Test
  void opensACaseWithItsClocksRunning() {
    var opened = cases.open("OPENS_WITH_CLOCKS", 5);

    assertThat(opened.deadlines())
        .extracting(DeadlineView::kind)
        .containsExactlyInAnyOrder("ACKNOWLEDGE", "RESOLVE", "STATUTORY");
    assertThat(opened.deadlines())
        .allMatch(view -> view.state() == DeadlineState.RUNNING)
        .isSortedAccordingTo((a, b) -> a.dueAt().compareTo(b.dueAt()));
    assertThat(of(opened.subject().number())).isEqualTo(opened.deadlines());
    assertThat(view(opened, "RESOLVE").dueAt())
        .isBeforeOrEqualTo(view(opened, "STATUTORY").dueAt()); // SLA-19
  }

  @Test
  void opensACaseAllTheSameWhereNoPolicyFits() {
    var opened = cases.open("NO_RESOLVE", 5);

    assertThat(opened.deadlines())
        .extracting(DeadlineView::kind)
        .containsExactly("ACKNOWLEDGE", "STATUTORY");
    assertThat(opened.withoutPolicy()).contains("RESOLVE");
    assertThat(cases.file(opened.subject().number()).withoutPolicy())
        .isEqualTo(opened.withoutPolicy());
    assertThat(cases.files(List.of(opened.subject().id())).get(0).withoutPolicy())
        .isEqualTo(opened.withoutPolicy());
    assertThat(cases.open("OPENS_WITH_CLOCKS", 5).withoutPolicy())
        .doesNotContain("RESOLVE", "ACKNOWLEDGE", "STATUTORY");
  }

  @Test
  void flagsALaterClockWithoutPolicyUntilItStartsAfterAll() {
    var number = cases.open("OPENS_WITH_CLOCKS", 3).subject().number();
    assertThat(cases.file(number).withoutPolicy()).contains("RESOLVE").doesNotContain("COFFEE");

    cases.with(number, (subject, now) -> deadlines.start(subject, "COFFEE", now));
    cases.with(number, (subject, now) -> deadlines.start(subject, "COFFEE", now));
    assertThat(cases.file(number).withoutPolicy()).containsOnlyOnce("COFFEE");

    cases.note(
        number,
        (subject, now) -> {
          var change = subject.changeStars(5);
          deadlines.start(subject, "RESOLVE", now);
          return change;
        });
    assertThat(cases.file(number).withoutPolicy()).doesNotContain("RESOLVE");
  }

  /** Conformance 12. */
  @Test
  void announcesABreachThatNobodySweptWhenItIsMetTooLate() {
    var number = startedAgo("PLAN", Duration.ofHours(3));

    cases.with(number, (subject, now) -> deadlines.meet(subject, List.of("PLAN"), now));

    var plan = of(number).get(0);
    assertThat(plan.state()).isEqualTo(DeadlineState.BREACHED);
    assertThat(plan.breachedAt()).isEqualTo(plan.dueAt());
    assertThat(plan.metAt()).isAfter(plan.dueAt());
    assertThat(events(number)).containsExactly("deadline-approaching", "deadline-breached");
    assertThat(cases.file(number).subject().level()).isEqualTo(1);
  }

  @Test
  void announcesNothingWhenItIsMetInTime() {
    var number = startedAgo("PLAN", Duration.ofHours(1));

    cases.with(number, (subject, now) -> deadlines.meet(subject, List.of("PLAN"), now));

    assertThat(of(number).get(0).state()).isEqualTo(DeadlineState.MET);
    assertThat(events(number)).isEmpty();
  }

  /** Conformance 10. */
  @Test
  void stopsAllClocksOfASupersededCase() {
    var number = cases.open("OPENS_WITH_CLOCKS", 5).subject().number();

    cases.with(number, deadlines::cancelAll);

    assertThat(of(number)).allMatch(view -> view.state() == DeadlineState.CANCELLED);
  }

  /** Conformance 10. */
  @Test
  void letsTheEarlierDeadlineOfAMergedCaseRuleTheSurvivor() {
    var merged = startedAgo("CALL_BACK", Duration.ofHours(10));
    var survivor = startedAgo("CALL_BACK", Duration.ofHours(4));
    var earlier = of(merged).get(0).dueAt();

    cases.with(
        merged,
        (gone, now) -> cases.with(survivor, (stays, later) -> deadlines.merge(gone, stays, now)));

    assertThat(of(merged).get(0).state()).isEqualTo(DeadlineState.CANCELLED);
    assertThat(of(survivor).get(0).state()).isEqualTo(DeadlineState.RUNNING);
    assertThat(of(survivor).get(0).dueAt()).isEqualTo(earlier);
    assertThat(events(merged)).isEmpty();
  }

  @Test
  void keepsTheSurvivorsOwnDeadlineWhereThatIsEarlier() {
    var merged = startedAgo("CALL_BACK", Duration.ofHours(4));
    var survivor = startedAgo("CALL_BACK", Duration.ofHours(10));
    var earlier = of(survivor).get(0).dueAt();

    cases.with(
        merged,
        (gone, now) -> cases.with(survivor, (stays, later) -> deadlines.merge(gone, stays, now)));

    assertThat(of(survivor).get(0).dueAt()).isEqualTo(earlier);
  }

  /** Conformance 6. */
  @Test
  void letsTheFirstAnswersClockRuleUntilThereIsAnAnswer() {
    var number = startedAgo("CALL_BACK", Duration.ofHours(1));

    cases.with(number, deadlines::hearFromCustomer);

    assertThat(of(number)).extracting(DeadlineView::kind).containsExactly("CALL_BACK");
  }

  /** Conformance 7. */
  @Test
  void runsNoClockAgainstUsOnceWeHaveAnsweredLast() {
    var number = startedAgo("CALL_BACK", Duration.ofHours(1));
    cases.with(number, (subject, now) -> deadlines.meet(subject, List.of("CALL_BACK"), now));
    assertThat(of(number)).extracting(DeadlineView::state).containsExactly(DeadlineState.MET);

    cases.with(number, deadlines::hearFromCustomer);
    var update = view(cases.file(number), "UPDATE");
    assertThat(update.state()).isEqualTo(DeadlineState.RUNNING);
    assertThat(Duration.between(update.startedAt(), update.dueAt())).isEqualTo(Duration.ofHours(2));

    cases.with(number, deadlines::hearFromCustomer);
    assertThat(view(cases.file(number), "UPDATE").dueAt())
        .as("asking twice gives no more time")
        .isEqualTo(update.dueAt());

    cases.with(number, (subject, now) -> deadlines.meet(subject, List.of("UPDATE"), now));
    assertThat(of(number)).allMatch(deadline -> deadline.state() == DeadlineState.MET);
  }

  /** Conformance 8: another case on the same waybill comes in. */
  @Test
  void runsAgainWhenTheCustomerOpensAnotherCaseOnTheWaybill() {
    var number = cases.openOn("LLT7700000001", "OPENS_WITH_CLOCKS").subject().number();
    cases.with(number, (subject, now) -> deadlines.pause(subject, "WAITING_FOR_CUSTOMER", now));
    assertThat(view(cases.file(number), "RESOLVE").state()).isEqualTo(DeadlineState.PAUSED);

    cases.openOn("LLT7700000001", "PLAIN");

    assertThat(view(cases.file(number), "RESOLVE").state()).isEqualTo(DeadlineState.RUNNING);
  }

  @Test
  void refusesAPauseThatNoPolicyAllowsAndNamesThoseThatAre() {
    var number = cases.open("OPENS_WITH_CLOCKS", 5).subject().number();

    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> step(number, new ClockStep.Pause("LUNCH")))
        .satisfies(e -> assertThat(e.code()).isEqualTo("pause-reason-not-allowed"))
        .satisfies(
            e ->
                assertThat(e.members())
                    .containsEntry("allowedReasons", Set.of("WAITING_FOR_CUSTOMER")));
    assertThat(of(number)).allMatch(view -> view.state() == DeadlineState.RUNNING);
  }

  @Test
  void refusesToPauseWhatStandsStillAndToResumeWhatRuns() {
    var number = cases.open("OPENS_WITH_CLOCKS", 5).subject().number();

    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> step(number, new ClockStep.Resume()))
        .satisfies(e -> assertThat(e.code()).isEqualTo("not-paused"));

    step(number, new ClockStep.Pause("WAITING_FOR_CUSTOMER"));
    assertThat(view(cases.file(number), "STATUTORY").state()).isEqualTo(DeadlineState.RUNNING);
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> step(number, new ClockStep.Pause("WAITING_FOR_CUSTOMER")))
        .satisfies(e -> assertThat(e.code()).isEqualTo("nothing-to-pause"));
  }

  /** Conformance 14. */
  @Test
  void givesTheSecondOutletTheFullTimeAndTheCustomerTheSame() {
    var number = cases.open("OPENS_WITH_CLOCKS", 5).subject().number();
    var customers = of(number);
    cases.with(
        number,
        (subject, now) ->
            deadlines.start(subject, "DEPARTMENT_REPLY", now.minus(Duration.ofMinutes(90))));

    cases.with(number, (subject, now) -> deadlines.start(subject, "DEPARTMENT_REPLY", now));

    var second = view(cases.file(number), "DEPARTMENT_REPLY");
    assertThat(Duration.between(second.startedAt(), second.dueAt())).isEqualTo(Duration.ofHours(2));
    assertThat(second.previous().state()).isEqualTo(DeadlineState.CANCELLED);
    assertThat(of(number)).containsAll(customers);
  }

  /** Conformance 9. */
  @Test
  void givesAReopenedCaseWhatItsPolicySays() {
    var number = startedAgo("CALL_BACK", Duration.ofHours(10));
    cases.with(number, (subject, now) -> deadlines.meet(subject, List.of("CALL_BACK"), now));

    cases.with(number, (subject, now) -> deadlines.start(subject, "CALL_BACK", now));

    var reopened = of(number).get(0);
    assertThat(Duration.between(reopened.startedAt(), reopened.dueAt()))
        .isBetween(Duration.ofHours(14).minusMinutes(1), Duration.ofHours(14));
    assertThat(reopened.previous().state()).isEqualTo(DeadlineState.MET);
  }

  /** Conformance 8 and 13. */
  @Test
  void standsStillWhileTheCustomerIsWaitedForAndGoesOnAfterwards() {
    var number = startedAgo("CALL_BACK", Duration.ofHours(40));
    cases.with(
        number,
        (subject, now) ->
            deadlines.pause(subject, "WAITING_FOR_CUSTOMER", now.minus(Duration.ofHours(39))));
    assertThat(of(number).get(0).state()).isEqualTo(DeadlineState.PAUSED);

    cases.with(number, (subject, now) -> deadlines.resume(subject, now));

    var view = of(number).get(0);
    assertThat(view.state()).isEqualTo(DeadlineState.RUNNING);
    assertThat(Duration.between(view.startedAt(), view.dueAt()))
        .isBetween(Duration.ofHours(63), Duration.ofHours(63).plusMinutes(1));
    assertThat(events(number)).isEmpty();
  }

  /** Conformance 3. */
  @Test
  void keepsPausedTimeWhenTheSeverityChanges() {
    var number = cases.open("OPENS_WITH_CLOCKS", 1).subject().number();
    cases.with(
        number,
        (subject, now) -> {
          deadlines.pause(subject, "WAITING_FOR_CUSTOMER", now);
          deadlines.resume(subject, now.plus(Duration.ofDays(2)));
        });

    cases.note(
        number,
        (subject, now) -> {
          var change = subject.changeStars(5);
          deadlines.retarget(subject, now.plus(Duration.ofDays(2)));
          return change;
        });

    var resolve = view(cases.file(number), "RESOLVE");
    assertThat(resolve.policy()).isEqualTo("sample-resolve@1");
    cases.with(
        number,
        (subject, now) -> {
          var clock = store.open(subject.id(), List.of("RESOLVE")).get(0);
          assertThat(clock.ledger().segments()).hasSize(3);
        });
  }

  @Test
  void isDueWhenItWasPromised() {
    var number = cases.open();

    cases.with(
        number,
        (subject, now) ->
            deadlines.start(subject, "PROMISED_REPLY", now, now.plus(Duration.ofMinutes(200))));

    var promise = of(number).get(0);
    assertThat(Duration.between(promise.startedAt(), promise.dueAt()))
        .isEqualTo(Duration.ofMinutes(200));
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(
            () ->
                cases.with(
                    number, (subject, now) -> deadlines.start(subject, "PROMISED_REPLY", now, now)))
        .satisfies(refusal -> assertThat(refusal.members()).containsEntry("rule", "SLA-17"));
  }

  /** Conformance 19. */
  @Test
  void breachesOnceWhenAttachedTooLate() {
    var number = cases.open();

    cases.with(
        number,
        (subject, now) -> deadlines.attach(subject, "PLAN", now.minus(Duration.ofHours(3)), now));

    assertThat(events(number)).containsExactly("deadline-breached");
    assertThat(
            sql.list(
                "select data -> 'deadline' ->> 'retroactive' as r from outbox where case_id = ?",
                row -> row.getString("r"),
                idOf(number)))
        .containsExactly("true");
    assertThat(cases.file(number).subject().level()).isEqualTo(1);
  }

  @Test
  void letsTheSchemaRefuseWhatMustNeverBe() {
    var id = idOf(cases.open("OPENS_WITH_CLOCKS", 5).subject().number());

    assertThatThrownBy(
            () ->
                sql.update(
                    "update deadline set state = 'PAUSED' where case_id = ? and kind = 'STATUTORY'",
                    id))
        .isInstanceOf(SqlFailure.class);
    assertThatThrownBy(
            () ->
                sql.update(
                    "update deadline set state = 'MET', met_at = due_at where case_id = ?", id))
        .as("met at the due time is a breach")
        .isInstanceOf(SqlFailure.class);
    assertThatThrownBy(
            () ->
                sql.update(
                    """
                    insert into deadline
                    select (jsonb_populate_record(d, jsonb_build_object('id', uuidv7()))).*
                      from deadline d where case_id = ?
                    """,
                    id))
        .as("one clock of a kind runs")
        .isInstanceOf(SqlFailure.class);
  }

  private void step(CaseNumber number, ClockStep step) {
    cases.with(number, (subject, now) -> steps.apply(subject, List.of(step), now));
  }

  private CaseNumber startedAgo(String kind, Duration ago) {
    var number = cases.open();
    cases.with(number, (subject, now) -> deadlines.start(subject, kind, now.minus(ago)));
    return number;
  }

  private List<DeadlineView> of(CaseNumber number) {
    return cases.file(number).deadlines();
  }

  private static DeadlineView view(CaseFile<SampleCase> file, String kind) {
    return file.deadlines().stream()
        .filter(view -> view.kind().equals(kind))
        .findFirst()
        .orElseThrow();
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

  private UUID idOf(CaseNumber number) {
    return sql.first(
            "select case_id from case_stream where number = ?",
            row -> row.getObject(1, UUID.class),
            number.text())
        .orElseThrow();
  }
}
