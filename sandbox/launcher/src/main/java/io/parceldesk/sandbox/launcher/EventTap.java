package io.parceldesk.sandbox.launcher;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads events from Kafka as any client could, from the moment it is opened. */
final class EventTap implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> seen = new ArrayList<>();

  EventTap(String bootstrapServers, Collection<String> topics) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new StringDeserializer());
    var partitions =
        topics.stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // it looks for the end only when asked where it is
  }

  /** The event of the type, such as complaint-escalated, about the case; the newest if several. */
  ConsumerRecord<String, String> await(String type, String subject) {
    var wireType = "io.parceldesk." + type + ".v1";
    return Patience.await(
        "The event " + type + " of " + subject,
        () -> {
          consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
          return newest(wireType, subject);
        });
  }

  static String header(ConsumerRecord<String, String> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "?" : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }

  private Optional<ConsumerRecord<String, String>> newest(String wireType, String subject) {
    return seen.stream()
        .filter(record -> subject.equals(record.key()))
        .filter(record -> wireType.equals(header(record, "ce_type")))
        .reduce((earlier, later) -> later);
  }
}
