package io.parceldesk.chassis.deadline;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.parceldesk.chassis.deadline.DryRun.Example;
import io.parceldesk.chassis.deadline.DryRun.Shift;
import io.parceldesk.chassis.deadline.Realignment.Move;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Computes open deadlines under rules that are not in force, with the code that would move them if
 * they were. It looks at up to {@link #MOST} cases, a page at a time, however many are open.
 */
@ApplicationScoped
class DryRuns {
  static final int MOST = 5_000;
  private static final int EXAMPLES = 10;

  /** One due time that would move. */
  private record Shifted(UUID caseId, String kind, Instant before, Instant after) {
    static Shifted of(Move move) {
      var row = move.clock().row();
      return new Shifted(row.caseId, row.kind, move.before(), row.dueAt);
    }

    Duration by() {
      return Duration.between(before, after);
    }
  }

  /** What was seen so far. */
  private static final class Tally {
    private final List<Shifted> shifted = new ArrayList<>();
    private long overdue;
  }

  private final Sql sql;
  private final Behind behind;
  private final DeadlineStore store;

  DryRuns(Sql sql, Behind behind, DeadlineStore store) {
    this.sql = sql;
    this.behind = behind;
    this.store = store;
  }

  DryRun of(Rulebook rules, Behind.Query query) {
    return of(rules, query, MOST);
  }

  DryRun of(Rulebook rules, Behind.Query query, int most) {
    var concerned = behind.count(query);
    var sample = behind.sample(query, most);
    var tally = new Tally();
    for (int from = 0; from < sample.cases().size(); from += LockedCases.BATCH) {
      var to = Math.min(sample.cases().size(), from + LockedCases.BATCH);
      examine(rules, store.open(sample.cases().subList(from, to)), tally);
    }
    return report(concerned, sample.deadlines(), tally);
  }

  private void examine(Rulebook rules, List<Clock> clocks, Tally tally) {
    var now = now();
    var byCase = clocks.stream().collect(groupingBy(clock -> clock.row().caseId));
    for (var ofCase : byCase.values()) {
      Realignment.follow(rules, ofCase, now).stream().map(Shifted::of).forEach(tally.shifted::add);
    }
    tally.overdue += clocks.stream().filter(DryRuns::isOverdueAtOnce).count();
  }

  /** Not because nobody had swept yet. */
  private static boolean isOverdueAtOnce(Clock clock) {
    return clock.firings().stream()
        .anyMatch(firing -> firing.action().isBreach() && firing.retroactive());
  }

  private DryRun report(long concerned, long examined, Tally tally) {
    var moved = tally.shifted;
    moved.sort(comparing(Shifted::by));
    var earlier = moved.stream().filter(shifted -> shifted.by().isNegative()).count();
    return new DryRun(
        concerned,
        examined,
        examined < concerned,
        moved.size(),
        earlier,
        moved.size() - earlier,
        moved.isEmpty() ? null : shift(moved),
        tally.overdue,
        examples(moved));
  }

  private static Shift shift(List<Shifted> inOrder) {
    var last = inOrder.size() - 1;
    return new Shift(inOrder.get(0).by(), inOrder.get(last / 2).by(), inOrder.get(last).by());
  }

  private List<Example> examples(List<Shifted> moved) {
    Comparator<Shifted> bySize = comparing(shifted -> shifted.by().abs());
    var largest = moved.stream().sorted(bySize.reversed()).limit(EXAMPLES).toList();
    var numbers = numbers(largest.stream().map(Shifted::caseId).distinct().toList());
    return largest.stream()
        .map(s -> new Example(numbers.get(s.caseId()), s.kind(), s.before(), s.after()))
        .toList();
  }

  private Map<UUID, String> numbers(List<UUID> cases) {
    return cases.isEmpty()
        ? Map.of()
        : sql
            .list(
                "select case_id, number from case_stream where case_id = any(?)",
                row -> Map.entry(SqlValue.uuid(row, "case_id"), row.getString("number")),
                cases)
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Instant now() {
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow();
  }
}
