package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Platform;
import io.parceldesk.sandbox.launcher.Ports;
import io.parceldesk.sandbox.launcher.SampleData;
import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.servers.Loopback;
import io.parceldesk.sandbox.servers.ServerUnavailable;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * The platform of all journeys: started once, beside whatever else runs on the machine. It starts
 * fresh, or with {@code -Dparceldesk.landed=true} on the databases of the release before.
 */
final class RunningPlatform {
  static final boolean LANDED = Boolean.getBoolean("parceldesk.landed");
  private static Platform platform;

  static synchronized Platform get() {
    if (platform == null) {
      System.setProperty("parceldesk.collector", Collector.url());
      var settings = settings();
      if (LANDED) {
        LandedState.make(settings);
      }
      var starting = new Platform(settings);
      Runtime.getRuntime().addShutdownHook(new Thread(starting::close));
      if (Keycloak.isWanted()) {
        Keycloak.start();
      }
      starting.start();
      if (!LANDED) {
        load(starting);
      }
      platform = starting;
    }
    return platform;
  }

  private static void load(Platform platform) {
    if (Keycloak.isWanted()) {
      SampleData.load(platform, Keycloak::token);
    } else {
      SampleData.load(platform);
    }
  }

  static String url(Service service) {
    return get().ports().url(service) + "/api/v1";
  }

  private static Platform.Settings settings() {
    var state = Path.of("target/sandbox").toAbsolutePath();
    return new Platform.Settings(
        Path.of(System.getProperty("parceldesk.home")), state, !LANDED, freePorts(), text -> {});
  }

  private static Ports freePorts() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(10_000, 16_000))
        .limit(100)
        .mapToObj(Ports::new)
        .filter(RunningPlatform::areFree)
        .findFirst()
        .orElseThrow();
  }

  private static boolean areFree(Ports ports) {
    try {
      for (var service : Service.values()) {
        Loopback.requireFree(ports.of(service), service.directory());
      }
      Loopback.requireFree(ports.kafka(), "Kafka");
      Loopback.requireFree(ports.postgres(), "PostgreSQL");
      Loopback.requireFree(ports.smtp(), "SMTP");
      Loopback.requireFree(ports.smsc(), "SMPP");
      Loopback.requireFree(ports.page(), "the page");
      return true;
    } catch (ServerUnavailable e) {
      return false;
    }
  }

  private RunningPlatform() {}
}
