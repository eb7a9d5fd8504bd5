package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** The keys in the services' configuration, changed as an operator does: step by step. */
final class ServiceKeys {
  private final String sealing = random();
  private final String index = random();

  /** Whoever gets something that is sealed with the new key can open it. */
  void addTheNewOne() {
    restartAllWith(
        List.of(),
        "parceldesk.contact.keys.k2=" + sealing,
        "parceldesk.contact.index-keys.k2=" + index,
        "parceldesk.rotation.wait=5S");
  }

  void sealWithTheNewOne() {
    restartAllWith(List.of("parceldesk.contact.current-key="), "parceldesk.contact.current-key=k2");
  }

  void removeTheOldOne() {
    restartAllWith(List.of("parceldesk.contact.keys.k1=", "parceldesk.contact.index-key="));
  }

  /** One after the other, each without a chance to tidy up. */
  private static void restartAllWith(List<String> without, String... more) {
    for (var service : Service.values()) {
      change(service, without, more);
      var process = RunningPlatform.get().service(service);
      process.kill();
      process.launch();
      process.awaitReady();
    }
  }

  private static void change(Service service, List<String> without, String... more) {
    var file =
        Path.of("target/sandbox/services", service.directory(), "config/application.properties");
    try {
      var lines = new ArrayList<>(Files.readAllLines(file));
      lines.removeIf(line -> without.stream().anyMatch(line::startsWith));
      lines.addAll(Arrays.asList(more));
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String random() {
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    return Base64.getEncoder().encodeToString(key);
  }
}
