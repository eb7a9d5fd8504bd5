package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every scenario of docs/conformance.md names tests, and these exist. */
class ConformanceTableTest {
  private static final Path PROJECT = Path.of("..");
  private static final int SCENARIOS = 25;
  private static final Pattern ROW = Pattern.compile("^\\| \\d+ \\|.*$", Pattern.MULTILINE);
  private static final Pattern TEST = Pattern.compile("`([A-Za-z]+Test)\\.(\\w+)`");

  @Test
  void namesTestsThatExist() throws IOException {
    var rows = ROW.matcher(Files.readString(PROJECT.resolve("docs/conformance.md"))).results();

    assertThat(rows.map(MatchResult::group).toList())
        .hasSize(SCENARIOS)
        .allSatisfy(
            row -> {
              assertThat(testsIn(row)).isNotEmpty();
              assertThat(testsIn(row)).allMatch(ConformanceTableTest::exists);
            });
  }

  private static List<MatchResult> testsIn(String row) {
    return TEST.matcher(row).results().toList();
  }

  private static boolean exists(MatchResult test) {
    try (var files = Files.walk(PROJECT)) {
      return files
          .filter(file -> file.endsWith(test.group(1) + ".java"))
          .filter(file -> !file.toString().contains("/target/"))
          .anyMatch(file -> read(file).contains("void " + test.group(2) + "("));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
