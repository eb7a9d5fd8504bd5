package io.parceldesk.deploy.training;

import static io.parceldesk.deploy.training.PreparedImages.MEMORY;
import static io.parceldesk.deploy.training.PreparedImages.WITH_CACHE;

import io.parceldesk.sandbox.servers.PostgresServer;
import io.parceldesk.sandbox.servers.Sms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/**
 * A backlog of events, planned while the SMS centre is away, and the messages handed over when it
 * is back, against jSMPP alone with the same window. In the desk's day-time: at night messages
 * wait.
 */
class BacklogBench {
  private static final String SERVICE = "notification-service";
  private static final int EVENTS = Integer.getInteger("parceldesk.events", 100_000);
  private static final int WINDOW = 16; // a gateway's default

  private final Path state = Path.of("target/backlog").toAbsolutePath();
  private final PostgresServer.Settings durable =
      new PostgresServer.Settings(0, state.resolve("postgresql"), state.resolve("postgresql.log"));

  @Test
  void workOffABacklog() throws Exception {
    Files.createDirectories(state);
    try (var servers = TrainingServers.start(SERVICE, durable)) {
      var bare = bare(servers);
      servers.sms().halt();
      new Backlog(TrainingServers.SEALING_KEY).send(servers.broker().bootstrapServers(), EVENTS);
      try (var service = start(servers);
          var connection =
              DriverManager.getConnection(
                  servers.database().url(),
                  servers.database().user(),
                  servers.database().password());
          var planned = connection.prepareStatement("select count(*) from delivery")) {
        print("%,.0f events planned a second", rate(EVENTS, () -> count(planned)));
        servers.sms().resume();
        var handed = rate(EVENTS, () -> servers.sms().messages().size());
        var parts = servers.sms().messages().stream().mapToInt(Sms::segments).average();
        print(
            "%,.0f SMS handed over a second, of %.1f parts; jSMPP alone %,.0f parts: %.2f",
            handed, parts.orElseThrow(), bare, handed * parts.orElseThrow() / bare);
      }
    }
  }

  private static double bare(TrainingServers servers) throws Exception {
    var bare = new BareSmpp(servers.sms().port(), WINDOW);
    bare.run(EVENTS / 4); // until the JVM has compiled what is hot
    var rate = bare.run(EVENTS / 4);
    servers.sms().clear();
    return rate;
  }

  private static ServiceRun start(TrainingServers servers) throws Exception {
    var run =
        ServiceRun.start(
            PreparedImages.directory(SERVICE), servers.configuration(), MEMORY, WITH_CACHE);
    run.awaitReady();
    return run;
  }

  /** How many a second, from the first to the last. */
  private static double rate(long all, LongSupplier count) {
    long first;
    do {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      first = count.getAsLong();
    } while (first == 0);
    var begin = System.nanoTime();
    while (count.getAsLong() < all) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return (all - first) * 1.0e9 / (System.nanoTime() - begin);
  }

  private static long count(PreparedStatement count) {
    try (var rows = count.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
