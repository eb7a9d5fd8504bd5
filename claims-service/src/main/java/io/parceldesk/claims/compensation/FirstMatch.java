package io.parceldesk.claims.compensation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A decision table whose first row that holds decides. Its last row must hold for everything. */
final class FirstMatch<C, R> {
  private record Row<C, R>(Predicate<C> when, Function<C, R> then) {}

  private final List<Row<C, R>> rows = new ArrayList<>();

  FirstMatch<C, R> row(Predicate<C> when, Function<C, R> then) {
    rows.add(new Row<>(when, then));
    return this;
  }

  FirstMatch<C, R> otherwise(Function<C, R> then) {
    return row(any -> true, then);
  }

  R decide(C subject) {
    return rows.stream()
        .filter(row -> row.when().test(subject))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No row holds for " + subject))
        .then()
        .apply(subject);
  }
}
