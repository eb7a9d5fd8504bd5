package io.parceldesk.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what a consumer or a producer of the landed schema could trip over in the present one. Only
 * additions are allowed within a version: optional properties, further values of an enum.
 */
final class Compatibility {
  private final List<String> breaks = new ArrayList<>();

  static List<String> breaks(Shape landed, Shape present) {
    var compatibility = new Compatibility();
    compatibility.compare("", landed, present);
    return compatibility.breaks;
  }

  private void compare(String path, Shape landed, Shape present) {
    changed(path, "type", landed.types(), present.types());
    changed(path, "limits", landed.limits(), present.limits());
    compareValues(path, landed, present);
    compareRequired(path, landed, present);
    for (var property : landed.properties().entrySet()) {
      var child = path + "/" + property.getKey();
      if (present.properties().containsKey(property.getKey())) {
        compare(child, property.getValue(), present.properties().get(property.getKey()));
      } else {
        breaks.add(child + " is gone");
      }
    }
    if (landed.items() != null && present.items() != null) {
      compare(path + "/*", landed.items(), present.items());
    }
  }

  private void compareValues(String path, Shape landed, Shape present) {
    if (present.values().isEmpty()) {
      return;
    }
    if (landed.values().isEmpty()) {
      breaks.add(path + " allowed any value, now only " + present.values());
    } else if (!present.values().containsAll(landed.values())) {
      breaks.add(path + " no longer allows " + without(landed.values(), present.values()));
    }
  }

  private void compareRequired(String path, Shape landed, Shape present) {
    for (var property : without(present.required(), landed.required())) {
      breaks.add(path + "/" + property + " is newly required");
    }
    for (var property : without(landed.required(), present.required())) {
      if (present.properties().containsKey(property)) {
        breaks.add(path + "/" + property + " is no longer promised");
      }
    }
  }

  private void changed(String path, String what, Object landed, Object present) {
    if (!landed.equals(present)) {
      breaks.add("%s: %s %s became %s".formatted(path, what, landed, present));
    }
  }

  private static TreeSet<String> without(Iterable<String> all, Set<String> known) {
    var rest = new TreeSet<String>();
    all.forEach(rest::add);
    rest.removeAll(known);
    return rest;
  }
}
