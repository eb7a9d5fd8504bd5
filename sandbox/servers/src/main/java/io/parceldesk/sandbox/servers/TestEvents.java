package io.parceldesk.sandbox.servers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** CloudEvents on the broker of the tests, sent and read with plain Kafka clients. */
public final class TestEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private TestEvents() {}

  /** A CloudEvent in binary mode, as another service would send it. */
  public record Event(
      String id, String source, String type, String subject, long caseSeq, String data) {
    public static Event of(String source, String type, String subject, String data) {
      return new Event(UUID.randomUUID().toString(), source, type, subject, 1, data);
    }

    ProducerRecord<String, byte[]> on(String topic) {
      var record = new ProducerRecord<>(topic, subject, data.getBytes(StandardCharsets.UTF_8));
      Map.of(
              "ce_specversion",
              "1.0",
              "ce_id",
              id,
              "ce_source",
              source,
              "ce_type",
              type,
              "ce_subject",
              subject,
              "ce_time",
              Instant.now().toString(),
              "ce_caseseq",
              Long.toString(caseSeq),
              "content-type",
              "application/json")
          .forEach(
              (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
      return record;
    }
  }

  public static void send(String topic, Event event) {
    send(event.on(topic));
  }

  public static void send(ProducerRecord<String, byte[]> record) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** All records of a subject on a topic once {@code enough} says so; fails after 30 seconds. */
  public static List<ConsumerRecord<String, byte[]>> await(
      String topic, String subject, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", (Object) bootstrap()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return collect(consumer, topic, subject, enough);
    }
  }

  /** The first record of a type for a subject. */
  public static ConsumerRecord<String, byte[]> awaitType(
      String topic, String subject, String type) {
    return await(topic, subject, records -> records.stream().anyMatch(record -> isOf(record, type)))
        .stream()
        .filter(record -> isOf(record, type))
        .findFirst()
        .orElseThrow();
  }

  public static String header(ConsumerRecord<String, byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static List<ConsumerRecord<String, byte[]>> collect(
      KafkaConsumer<String, byte[]> consumer,
      String topic,
      String subject,
      Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    var found = new ArrayList<ConsumerRecord<String, byte[]>>();
    var end = System.nanoTime() + PATIENCE.toNanos();
    while (!enough.test(found)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "After 30 s topic %s holds for %s only %s"
                .formatted(topic, subject, found.stream().map(r -> header(r, "ce_type")).toList()));
      }
      consumer
          .poll(Duration.ofMillis(100))
          .forEach(
              record -> {
                if (subject.equals(record.key())) {
                  found.add(record);
                }
              });
    }
    return found;
  }

  private static boolean isOf(ConsumerRecord<String, byte[]> record, String type) {
    return type.equals(header(record, "ce_type"));
  }

  private static String bootstrap() {
    return TestServers.broker().bootstrapServers();
  }
}
