package io.parceldesk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are made from the contracts; {@code -Dcontracts.write=true} makes them anew. */
final class Written {
  private Written() {}

  static void assertUpToDate(Path file, String content) throws IOException {
    if (Boolean.getBoolean("contracts.write")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertThat(file)
        .as("made by ./mvnw -pl contracts test -Dcontracts.write=true")
        .hasContent(content);
  }
}
