package io.parceldesk.notification.directory;

import io.parceldesk.chassis.problem.InvalidBody;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** Puts outlets in an order in which those above come before those below. */
final class Upwards {
  private final Map<String, Map.Entry<Integer, OutletForm>> byCode = new HashMap<>();
  private final Map<Integer, OutletForm> sorted = new LinkedHashMap<>();

  private Upwards(SortedMap<Integer, OutletForm> lines) {
    lines.entrySet().forEach(line -> byCode.put(line.getValue().code(), line));
  }

  /** By line; refuses outlets that stand above themselves. */
  static Map<Integer, OutletForm> sorted(SortedMap<Integer, OutletForm> lines) {
    var upwards = new Upwards(lines);
    lines.entrySet().forEach(line -> upwards.place(line, lines.size()));
    return upwards.sorted;
  }

  private void place(Map.Entry<Integer, OutletForm> line, int stepsLeft) {
    if (stepsLeft < 0) {
      throw new InvalidBody(
          "/lines/" + line.getKey() + "/parent", "an outlet cannot stand above itself");
    }
    var parent = byCode.get(String.valueOf(line.getValue().parent()));
    if (parent != null && !sorted.containsKey(parent.getKey())) {
      place(parent, stepsLeft - 1);
    }
    sorted.put(line.getKey(), line.getValue());
  }
}
