package io.parceldesk.sandbox.servers;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build left the broker: {@code sandbox/broker/target}, with classes and lib. */
final class BrokerDirectory {
  private static final String PROPERTY = "parceldesk.broker.directory";

  static Path find() {
    var given = System.getProperty(PROPERTY);
    var found = given == null ? above(Path.of("").toAbsolutePath()) : Path.of(given);
    if (found == null || !Files.isDirectory(found.resolve("lib"))) {
      throw new ServerUnavailable(
          "The Kafka broker is not built: run ./mvnw package -pl sandbox/broker first.");
    }
    return found;
  }

  // an IDE runs tests without the property that the build sets
  private static Path above(Path directory) {
    for (var at = directory; at != null; at = at.getParent()) {
      var candidate = at.resolve("sandbox/broker/target");
      if (Files.isDirectory(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private BrokerDirectory() {}
}
