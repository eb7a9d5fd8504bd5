package io.parceldesk.sandbox.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.sandbox.servers.ServerUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir private Path directory;

  @Test
  void isHeldByOneAtATime() {
    try (var held = StateFolder.hold(directory)) {
      assertThatExceptionOfType(ServerUnavailable.class)
          .isThrownBy(() -> StateFolder.hold(directory))
          .withMessageContaining("already running");
    }

    StateFolder.hold(directory).close();
  }

  @Test
  void keepsSecretsForTheirOwnerFromOneStartToTheNext() throws IOException {
    ContactKeys first;
    try (var folder = StateFolder.hold(directory)) {
      first = ContactKeys.kept(folder);
    }

    try (var folder = StateFolder.hold(directory)) {
      assertThat(ContactKeys.kept(folder)).isEqualTo(first);
    }
    assertThat(Base64.getDecoder().decode(first.sealing())).hasSize(32);
    assertThat(first.sealing()).isNotEqualTo(first.index());
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(directory.resolve("contact-key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void forgetsAllWhenCleared() throws IOException {
    try (var folder = StateFolder.hold(directory)) {
      Files.createDirectories(folder.resolve("kafka/topic"));
      var keys = ContactKeys.kept(folder);

      folder.clear();

      assertThat(folder.resolve("kafka")).doesNotExist();
      assertThat(ContactKeys.kept(folder)).isNotEqualTo(keys);
    }
  }
}
