package io.parceldesk.chassis.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Where a kind of case names somebody besides its customer, who has the same right to ask what is
 * held of them (REG-10).
 *
 * @param role what the person is in the case: NEW_RECIPIENT
 * @param column of the case's table, a compact JWE or JSON with such in it
 * @param at the way to the person in it, as {@code /complaining} or, for each of a list, {@code
 *     /*}{@code /contact}; values that are sealed are opened on the way
 * @param besides what belongs to the person and stands beside them
 */
public record NamedPerson(String role, String column, String at, Set<String> besides) {
  public NamedPerson(String role, String column, String at) {
    this(role, column, at, Set.of());
  }

  List<String> path() {
    return Arrays.stream(at.split("/")).filter(step -> !step.isEmpty()).toList();
  }
}
