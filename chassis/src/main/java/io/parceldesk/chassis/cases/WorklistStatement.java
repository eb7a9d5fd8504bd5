package io.parceldesk.chassis.cases;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of a worklist as one statement: a walk along an index for each status that is asked for,
 * or for open and closed cases apart, of which the first rows are taken.
 *
 * @param parameters in the order of their marks
 */
public record WorklistStatement(String sql, List<Object> parameters) {
  private static final String WALK =
      "(select c.id, %2$s as key from %1$s c where %3$s order by %2$s, c.id limit %4$d)";

  static WorklistStatement of(Cases<?> cases, CaseQuery query, Conditions common, int rows) {
    var key = query.sortsByDueAt() ? "c.next_due_at" : "c.opened_at";
    if (query.cursor != null) {
      common.and("(" + key + ", c.id) > (?, ?)", query.cursor.key(), query.cursor.id());
    }
    var walks = walks(query).map(walk -> walk.and(common)).toList();
    var sql =
        walks.stream()
            .map(walk -> WALK.formatted(cases.table(), key, walk.sql(), rows))
            .collect(Collectors.joining("\nunion all\n"));
    return new WorklistStatement(
        "select id, key from (\n" + sql + ") walked order by key, id limit " + rows,
        walks.stream().flatMap(walk -> walk.values().stream()).toList());
  }

  /** Each has the leading column or the predicate of an index of its own. */
  private static Stream<Conditions> walks(CaseQuery query) {
    if (!query.asksForStatus()) {
      return halves(query.openOrDefault());
    }
    var openOnly = query.sortsByDueAt() || query.open == Open.TRUE;
    return query.status.stream()
        .distinct()
        .map(status -> new Conditions().and("c.status = ?", status))
        .map(walk -> openOnly ? walk.and("c.closed_at is null") : walk)
        .map(walk -> query.open == Open.FALSE ? walk.and("c.closed_at is not null") : walk);
  }

  private static Stream<Conditions> halves(Open open) {
    return switch (open) {
      case TRUE -> Stream.of(new Conditions().and("c.closed_at is null"));
      case FALSE -> Stream.of(new Conditions().and("c.closed_at is not null"));
      case ANY -> Stream.concat(halves(Open.TRUE), halves(Open.FALSE));
    };
  }
}
