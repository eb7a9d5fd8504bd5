package io.parceldesk.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.notification.WebhookType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutingTableTest {
  @Test
  void isWhatTheDocumentationSays() throws IOException {
    var page = Files.readAllLines(Path.of("../docs/notifications.md"));
    var header = page.indexOf("| Event | When | To | By | Class | At most | Rule |");

    var documented =
        page.subList(header + 2, page.size()).stream()
            .takeWhile(line -> line.startsWith("|"))
            .toList();

    assertThat(documented).isEqualTo(RoutingRules.shipped().stream().map(this::row).toList());
  }

  /** What is not told to anybody but subscribers is said to be so, with the reason. */
  @Test
  void saysWhatIsSilent() throws IOException {
    var page = Files.readAllLines(Path.of("../docs/notifications.md"));
    var header = page.indexOf("| Silent | Because |");
    var documented =
        page.subList(header + 2, page.size()).stream()
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.split("`")[1])
            .toList();
    var told = RoutingRules.shipped().stream().map(RoutingRule::event).collect(Collectors.toSet());

    assertThat(documented)
        .containsExactlyElementsOf(
            WebhookType.catalogue().stream()
                .map(type -> type.replace('.', '-'))
                .filter(type -> !told.contains(type))
                .toList());
  }

  private String row(RoutingRule rule) {
    return "| `%s` | %s | %s | %s | %s | %s | `%s` |"
        .formatted(
            rule.event(),
            when(rule),
            rule.to(),
            names(rule.by()) + (rule.fallback() == null ? "" : ", else " + rule.fallback()),
            rule.messageClass(),
            pace(rule),
            rule.id());
  }

  private static String pace(RoutingRule rule) {
    if (rule.digest() != null) {
      return written(rule.digest()) + ", then a digest";
    }
    return rule.limit() == null ? "" : written(rule.limit());
  }

  private static String written(RoutingRule.Pace pace) {
    return "%d in %d min".formatted(pace.messages(), pace.within().toMinutes());
  }

  private static String when(RoutingRule rule) {
    var conditions =
        Stream.concat(
                rule.when().entrySet().stream()
                    .map(wanted -> wanted.getKey() + " is " + names(wanted.getValue())),
                rule.unless().entrySet().stream()
                    .map(unwanted -> unwanted.getKey() + " is not " + names(unwanted.getValue())))
            .collect(Collectors.joining(" and "));
    return conditions.isEmpty() ? "always" : conditions;
  }

  private static String names(List<?> values) {
    return values.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
