package io.parceldesk.chassis.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends a batch and waits for every acknowledgement. No record expires by itself, so what reaches a
 * partition is a prefix of what was sent; when the batch as a whole takes too long, the producer is
 * thrown away and the batch sent again by a new one.
 */
final class RelayProducer implements AutoCloseable {
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);

  private final Map<String, Object> settings;
  private final String source;
  private KafkaProducer<String, byte[]> producer;

  RelayProducer(Map<String, Object> kafka, String source) {
    this.source = source;
    this.settings = new HashMap<>(kafka);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5000);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none"); // every client can read it
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, source.substring(1) + "-relay");
  }

  /** Returns when all are acknowledged; throws {@link RecordRefused} for one that never will be. */
  void send(List<OutboxRecord> records) throws InterruptedException {
    var promises = new ArrayList<Future<RecordMetadata>>(records.size());
    for (var record : records) {
      promises.add(handOver(record));
    }
    var deadline = System.nanoTime() + ACKNOWLEDGED_WITHIN.toNanos();
    for (var i = 0; i < promises.size(); i++) {
      await(promises.get(i), records.get(i), deadline - System.nanoTime());
    }
  }

  private Future<RecordMetadata> handOver(OutboxRecord record) {
    try {
      return producer().send(record.toCloudEvent(source));
    } catch (RecordTooLargeException | InvalidTopicException e) {
      throw new RecordRefused(record, e);
    }
  }

  private void await(Future<RecordMetadata> promise, OutboxRecord record, long nanos)
      throws InterruptedException {
    try {
      promise.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException
          || e.getCause() instanceof InvalidTopicException) {
        throw new RecordRefused(record, e.getCause());
      }
      throw new IllegalStateException("Kafka did not take the batch", e.getCause());
    } catch (TimeoutException e) {
      throw new IllegalStateException("Kafka did not acknowledge the batch in time", e);
    }
  }

  private KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  /** Forgets what is in flight; the next batch goes through a new producer. */
  @Override
  public void close() {
    if (producer != null) {
      producer.close(Duration.ZERO);
      producer = null;
    }
  }

  /** The broker will never take this record, whatever the weather. */
  static final class RecordRefused extends RuntimeException {
    private final OutboxRecord record;

    RecordRefused(OutboxRecord record, Throwable cause) {
      super(cause);
      this.record = record;
    }

    OutboxRecord record() {
      return record;
    }
  }
}
