package io.parceldesk.chassis.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.SpanKind;
import io.parceldesk.chassis.trace.Traces;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries the outbox to Kafka: claims a bucket, reads it, sends all, awaits every acknowledgement,
 * deletes and commits. Any number of replicas may run it; what a dead one had claimed is free again
 * with its connection. At least once, first deliveries in order within a case.
 */
@ApplicationScoped
class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final long BUSY_MILLIS = 25;
  private static final long IDLE_MILLIS = 500;
  private static final long FAILURE_MILLIS = 1000;

  private final DataSource dataSource;
  private final OutboxConfig config;
  private final RelaySignal signal;
  private final RelayProducer producer;
  private final Counter sent;
  private final Counter failed;
  private Thread worker;
  private volatile boolean stopping;

  Relay(
      DataSource dataSource,
      OutboxConfig config,
      RelaySignal signal,
      MeterRegistry metrics,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.dataSource = dataSource;
    this.config = config;
    this.signal = signal;
    this.producer = new RelayProducer(kafka, "/" + service);
    this.sent = metrics.counter("parceldesk.outbox.sent");
    this.failed = metrics.counter("parceldesk.outbox.failures");
  }

  void start(@Observes StartupEvent event) {
    if (config.relay()) {
      worker = new Thread(this::run, "outbox-relay");
      worker.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    if (worker != null) {
      signal.wake();
      worker.join(5_000);
      worker.interrupt();
      worker.join(1_000);
    }
    producer.close();
  }

  private void run() {
    var pause = BUSY_MILLIS;
    try {
      while (!stopping) {
        pause = drainOnce() ? BUSY_MILLIS : Math.min(IDLE_MILLIS, pause * 2);
        if (pause > BUSY_MILLIS) {
          signal.await(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** True when something was sent, so that more may be waiting. */
  private boolean drainOnce() throws InterruptedException {
    try {
      return sendOneBucket();
    } catch (SQLException | RuntimeException e) {
      failed.increment();
      LOG.warnf("The outbox could not be sent and will be tried again: %s", rootOf(e));
      producer.close();
      signal.await(FAILURE_MILLIS);
      return false;
    }
  }

  private boolean sendOneBucket() throws SQLException, InterruptedException {
    try (var connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var records = send(connection);
        connection.commit();
        sent.increment(records.size());
        records.forEach(Relay::trace);
        return !records.isEmpty();
      } catch (RelayProducer.RecordRefused refused) {
        connection.rollback();
        block(connection, refused);
        return true;
      } catch (SQLException | RuntimeException | InterruptedException e) {
        rollback(connection, e);
        throw e;
      } finally {
        restore(connection);
      }
    }
  }

  private List<OutboxRecord> send(Connection connection) throws SQLException, InterruptedException {
    OutboxBuckets.limitTime(connection);
    var bucket = OutboxBuckets.claim(connection);
    if (bucket.isEmpty()) {
      return List.of();
    }
    var records = OutboxBuckets.read(connection, bucket.getAsInt());
    producer.send(records);
    OutboxBuckets.delete(connection, records);
    return records;
  }

  /** How long the event was on its way from its commit to Kafka. */
  private static void trace(OutboxRecord record) {
    Traces.tell(
        record.traceparent(), "publish " + record.type(), SpanKind.PRODUCER, record.occurredAt());
  }

  private void block(Connection connection, RelayProducer.RecordRefused refused)
      throws SQLException {
    var record = refused.record();
    LOG.errorf(
        refused.getCause(),
        "Kafka refuses event %s of %s: its case is blocked",
        record.eventId(),
        record.subject());
    OutboxBuckets.block(
        connection, record.caseId(), record.id(), refused.getCause().getClass().getSimpleName());
    connection.commit();
    producer.close();
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e); // the connection is gone, and its claim with it
    }
  }

  private static void restore(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      connection.setAutoCommit(true);
    }
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : rootOf(failure.getCause());
  }
}
