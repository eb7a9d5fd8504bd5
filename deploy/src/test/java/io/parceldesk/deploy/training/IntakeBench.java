package io.parceldesk.deploy.training;

import static io.parceldesk.deploy.training.PreparedImages.MEMORY;
import static io.parceldesk.deploy.training.PreparedImages.WITH_CACHE;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.sandbox.servers.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * Complaints over HTTP, durably committed, against pgbench with the same statements and
 * connections; and how fast the relay drains what pgbench left in the outbox.
 */
class IntakeBench {
  private static final String SERVICE = "complaint-service";
  private static final int CONNECTIONS = 20; // the pool of a replica
  private static final int ROUNDS = Integer.getInteger("parceldesk.rounds", 2);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("parceldesk.seconds", 20));

  private final Path state = Path.of("target/intake").toAbsolutePath();
  private final Path log = state.resolve("postgresql.log");
  private final PostgresServer.Settings durable =
      new PostgresServer.Settings(0, state.resolve("postgresql"), log);

  @Test
  void takeInComplaints() throws Exception {
    Files.createDirectories(state);
    try (var servers = TrainingServers.start(SERVICE, durable)) {
      PgBench pgbench;
      try (var service = start(servers)) {
        var callers = new Callers(service.address(), servers.tokens().token("agent", null, null));
        callers.atOnce(CONNECTIONS, TIME); // until the JVM has compiled what is hot
        pgbench = pgbench(servers, callers);
      }
      for (var round = 1; round <= ROUNDS; round++) {
        measure(servers, pgbench, round);
      }
    }
  }

  private void measure(TrainingServers servers, PgBench pgbench, int round) throws Exception {
    var baseline = pgbench.run(CONNECTIONS, (int) TIME.toSeconds());
    try (var service = start(servers)) {
      print("round %d: the relay drained %,.0f records a second", round, drained(servers));
      var callers = new Callers(service.address(), servers.tokens().token("agent", null, null));
      callers.atOnce(CONNECTIONS, TIME);
      var rate = callers.atOnce(CONNECTIONS, TIME);
      print(
          "round %d: %,.0f complaints a second, pgbench %,.0f transactions: %.2f",
          round, rate, baseline, rate / baseline);
      var took = callers.atRate(rate * 0.7, CONNECTIONS * 4, TIME);
      print(
          "round %d: at %,.0f a second: median %.1f ms, 99th percentile %.1f ms",
          round, rate * 0.7, took[took.length / 2], took[took.length * 99 / 100]);
    }
  }

  private static ServiceRun start(TrainingServers servers) throws IOException {
    var run =
        ServiceRun.start(
            PreparedImages.directory(SERVICE), servers.configuration(), MEMORY, WITH_CACHE);
    run.awaitReady();
    return run;
  }

  private PgBench pgbench(TrainingServers servers, Callers callers)
      throws SQLException, IOException {
    var waybill = Callers.newWaybill();
    var answer = new String[1];
    var statements =
        new StatementLog(servers.postgres().administrator(servers.database().name()), log)
            .of("with opened as", () -> answer[0] = callers.register(waybill));
    var number = new ObjectMapper().readTree(answer[0]).get("number").textValue();
    return PgBench.repeating(servers.database(), statements, number, waybill);
  }

  /** Records a second, from the first that has gone to the last. */
  private static double drained(TrainingServers servers) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                servers.database().url(),
                servers.database().user(),
                servers.database().password());
        var count = connection.prepareStatement("select count(*) from outbox")) {
      var most = left(count);
      var begin = System.nanoTime();
      for (var now = most; now > 0; now = left(count)) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
      return most * 1.0e9 / (System.nanoTime() - begin);
    }
  }

  private static long left(java.sql.PreparedStatement count) throws SQLException {
    try (var rows = count.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
