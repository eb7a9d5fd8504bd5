package io.parceldesk.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The four services, as their own configuration describes them. */
enum Service {
  INQUIRY,
  COMPLAINT,
  CLAIMS,
  NOTIFICATION;

  private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);
  private static final String INCOMING = "mp.messaging.incoming.";

  private final Properties properties = new Properties();

  Service() {
    load(properties, "chassis/src/main/resources/META-INF/microprofile-config.properties");
    load(properties, directory() + "/src/main/resources/application.properties");
  }

  /** The module's directory, and how the service calls itself. */
  final String directory() {
    return database() + "-service";
  }

  /** The name of its database, and of the role that owns it. */
  final String database() {
    return name().toLowerCase(Locale.ROOT);
  }

  String property(String name) {
    return properties.getProperty(name);
  }

  int port() {
    return Integer.parseInt(property("quarkus.http.port"));
  }

  /** What identifies it to Kafka when it reads: a channel without a group of its own has this. */
  String consumerGroup() {
    return property("quarkus.application.name");
  }

  Set<String> writes() {
    return new TreeSet<>(Arrays.asList(property("parceldesk.outbox.topics").split(",")));
  }

  Set<String> reads() {
    var topics = new TreeSet<String>();
    for (var name : properties.stringPropertyNames()) {
      if (name.startsWith(INCOMING) && name.endsWith(".topic")) {
        topics.add(property(name));
      }
    }
    return topics;
  }

  /** From being asked to stop until no request is served any more. */
  Duration drain() {
    return seconds("quarkus.shutdown.delay").plus(seconds("quarkus.shutdown.timeout"));
  }

  /**
   * For what is being sent to come to its end and the gateways to be unbound, with the last rounds
   * of the loops beside it.
   */
  Duration lastMessages() {
    return this == NOTIFICATION
        ? Duration.parse(property("parceldesk.deliveries.end-within"))
            .plus(Duration.parse(property("parceldesk.sms.answer-within")).plusSeconds(2))
            .plus(LONGEST_ROUND.multipliedBy(5))
        : Duration.ZERO;
  }

  /** SmallRye waits for twice its poll timeout before it closes a channel, one after the other. */
  Duration leavingItsGroups() {
    var poll = properties.getProperty("mp.messaging.connector.smallrye-kafka.poll-timeout", "1000");
    return Duration.ofMillis(Long.parseLong(poll)).multipliedBy(2L * reads().size());
  }

  private Duration seconds(String name) {
    return Duration.parse("PT" + properties.getProperty(name, "0S"));
  }

  Set<String> configuredNames() {
    return properties.stringPropertyNames();
  }

  private static void load(Properties properties, String file) {
    try (var reader = Files.newBufferedReader(Project.file(file))) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Service called(String directory) {
    return Arrays.stream(values())
        .filter(service -> service.directory().equals(directory))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no service " + directory));
  }
}
