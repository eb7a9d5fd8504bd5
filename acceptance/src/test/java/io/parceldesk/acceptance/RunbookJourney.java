package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the operators' pages say to ask the databases can be asked, in the services that have it.
 */
class RunbookJourney {
  private static final Path DOCS = Path.of(System.getProperty("parceldesk.home")).resolve("docs");
  private static final Pattern STATEMENT =
      Pattern.compile("`((?:select|update|delete) [^`]+)`|```sql\\n(.*?)```", Pattern.DOTALL);
  private static final String SOMETHING = "'00000000-0000-0000-0000-000000000000'";

  static List<String> statements() throws IOException {
    try (var pages = Files.list(DOCS)) {
      return pages
          .filter(page -> page.toString().endsWith(".md"))
          .flatMap(RunbookJourney::statementsOf)
          .sorted()
          .toList();
    }
  }

  @Test
  void findsThem() throws IOException {
    assertThat(statements()).hasSizeGreaterThan(12);
  }

  @ParameterizedTest
  @MethodSource("statements")
  void isUnderstood(String statement) {
    var understood =
        Arrays.stream(Service.values())
            .filter(service -> Databases.understands(service, statement))
            .toList();

    assertThat(understood).isNotEmpty();
  }

  private static Stream<String> statementsOf(Path page) {
    try {
      return STATEMENT
          .matcher(Files.readString(page))
          .results()
          .map(found -> found.group(1) != null ? found.group(1) : found.group(2))
          .map(statement -> statement.replace("'…'", SOMETHING));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
