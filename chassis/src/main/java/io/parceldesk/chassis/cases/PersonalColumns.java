package io.parceldesk.chassis.cases;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of a kind of case that name or quote somebody. They get their defaults when a case is
 * anonymised (REG-11); all others stay, for what is counted.
 *
 * @param told what the customer said and what was said to the customer: an export shows it (REG-10)
 * @param untold what is of others or for the house only
 */
public record PersonalColumns(Set<String> told, Set<String> untold) {
  /** Of a kind of case that nobody has thought about yet: it is never anonymised. */
  public static final PersonalColumns UNDECLARED = new PersonalColumns(Set.of(), Set.of());

  public Set<String> all() {
    return Stream.concat(told.stream(), untold.stream()).collect(Collectors.toSet());
  }

  String cleared() {
    return all().stream()
        .sorted()
        .map(column -> column + " = default")
        .collect(Collectors.joining(", "));
  }
}
