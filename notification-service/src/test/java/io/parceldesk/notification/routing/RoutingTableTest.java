package io.parceldesk.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoutingTableTest {
  @Test
  void isWhatTheDocumentationSays() throws IOException {
    var page = Files.readAllLines(Path.of("../docs/notifications.md"));
    var header = page.indexOf("| Event | When | To | By | Class | Rule |");

    var documented =
        page.subList(header + 2, page.size()).stream()
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(documented).isEqualTo(RoutingRules.shipped().stream().map(this::row).toList());
  }

  private String row(RoutingRule rule) {
    return "| `%s` | %s | %s | %s | %s | `%s` |"
        .formatted(
            rule.event(), when(rule), rule.to(), names(rule.by()), rule.messageClass(), rule.id());
  }

  private static String when(RoutingRule rule) {
    return rule.when().isEmpty()
        ? "always"
        : rule.when().entrySet().stream()
            .map(wanted -> wanted.getKey() + " is " + names(wanted.getValue()))
            .collect(Collectors.joining(" and "));
  }

  private static String names(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
