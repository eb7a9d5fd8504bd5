package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every rule that code, policies and messages cite is told in docs/rules.md. */
class CitedRulesTest {
  private static final Path PROJECT = Path.of("..");
  // two digits and no more: CMP-11 is a rule, CMP-261122-00001R a case
  private static final Pattern RULE =
      Pattern.compile(
          "\\b(INQ|PRB|CMP|CLM|ARB|CMPN|SLA|KPI|CRM|PRV|KB|RET|ORD|AFT|COM|AMB|REG)-\\d{2}\\b(?!-)");
  private static final Set<String> SOURCES = Set.of("java", "yaml", "sql");

  @Test
  void areAllTold() throws IOException {
    var told = rulesIn(PROJECT.resolve("docs/rules.md"));

    var cited = new TreeSet<String>();
    try (var files = Files.walk(PROJECT)) {
      files
          .filter(Files::isRegularFile)
          .filter(CitedRulesTest::isSource)
          .forEach(file -> cited.addAll(rulesIn(file)));
    }

    assertThat(cited).hasSizeGreaterThan(30);
    assertThat(told).containsAll(cited);
  }

  private static boolean isSource(Path file) {
    var name = file.getFileName().toString();
    return SOURCES.contains(name.substring(name.lastIndexOf('.') + 1))
        && Stream.of("target", ".parceldesk", "node_modules")
            .noneMatch(part -> file.toString().contains("/" + part));
  }

  private static Set<String> rulesIn(Path file) {
    try {
      return RULE.matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
