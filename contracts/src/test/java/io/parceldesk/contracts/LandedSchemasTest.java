package io.parceldesk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What has landed is a promise. The copies in {@code landed} are renewed, after additions only, by
 * {@code ./mvnw -pl contracts test -Dcontracts.write=true}.
 */
class LandedSchemasTest {
  private static final Path LANDED = Path.of("src/test/resources/landed");

  @Test
  void noEventIsTakenBack() throws IOException {
    assertThat(Contract.names()).containsAll(landed());
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void aSchemaKeepsWhatItsLandedCopyPromised(Contract contract) throws IOException {
    var copy = LANDED.resolve(contract.name() + ".v1.json");
    if (Files.exists(copy)) {
      var landed = Contract.JSON.readTree(copy.toFile());

      assertThat(Compatibility.breaks(Shape.of(landed), Shape.of(contract.schema()))).isEmpty();
    }

    var shipped = Path.of("src/main/resources/schemas").resolve(copy.getFileName());
    Written.assertUpToDate(copy, Files.readString(shipped));
  }

  private static TreeSet<String> landed() throws IOException {
    var names = new TreeSet<String>();
    if (Files.exists(LANDED)) {
      try (var files = Files.list(LANDED)) {
        files.forEach(file -> names.add(file.getFileName().toString().replace(".v1.json", "")));
      }
    }
    return names;
  }
}
