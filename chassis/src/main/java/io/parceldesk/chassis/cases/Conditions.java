package io.parceldesk.chassis.cases;

import java.util.ArrayList;
import java.util.List;

/** The conditions that a query really has, with their values in order. */
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** No value, no condition. The value stands for each parameter of the condition. */
  Conditions and(String condition, Object value) {
    if (value != null) {
      conditions.add(condition);
      condition.chars().filter(c -> c == '?').forEach(parameter -> values.add(value));
    }
    return this;
  }

  Conditions and(String condition, Object first, Object second) {
    conditions.add(condition);
    values.addAll(List.of(first, second));
    return this;
  }

  Conditions and(String condition) {
    conditions.add(condition);
    return this;
  }

  Conditions and(Conditions others) {
    conditions.addAll(others.conditions);
    values.addAll(others.values);
    return this;
  }

  String sql() {
    return String.join(" and ", conditions);
  }

  List<Object> values() {
    return values;
  }
}
