package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Platform;
import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.servers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;

/** A sandbox's state folder as the release before left it, but for Kafka, which starts empty. */
final class LandedState {
  static void make(Platform.Settings platform) {
    var folder = platform.state();
    try {
      clear(folder);
      for (var key : LandedData.KEYS) {
        Files.copy(LandedData.FOLDER.resolve(key), folder.resolve(key));
      }
      var settings =
          new PostgresServer.Settings(
              platform.ports().postgres(),
              folder.resolve("postgresql"),
              folder.resolve("landed.log"));
      try (var postgres = PostgresServer.start(settings)) {
        for (var service : Service.values()) {
          postgres.database(service.database());
          new LandedData(service).load(postgres.administrator(service.database()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException("The landed data cannot be put in", e);
    }
  }

  private static void clear(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var found = Files.walk(folder)) {
      for (var file : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.createDirectories(folder);
  }

  private LandedState() {}
}
