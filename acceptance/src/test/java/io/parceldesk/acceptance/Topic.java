package io.parceldesk.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A topic read from its beginning with nothing but Apache Kafka's own client. */
final class Topic implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;
  private final List<ConsumerRecord<String, String>> records = new ArrayList<>();

  Topic(String name) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", RunningPlatform.get().broker().bootstrapServers()),
            new StringDeserializer(),
            new StringDeserializer());
    var partitions =
        consumer.partitionsFor(name).stream()
            .map(partition -> new TopicPartition(name, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** All records read so far, once they are enough. */
  List<ConsumerRecord<String, String>> await(
      Predicate<List<ConsumerRecord<String, String>>> enough) {
    return org.awaitility.Awaitility.await()
        .atMost(Desk.PATIENCE)
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100)).forEach(records::add);
              return records;
            },
            enough::test);
  }

  /** All records that the topic has by now. */
  List<ConsumerRecord<String, String>> all() {
    var ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    }
    return records;
  }

  /** The event of the type about the case. */
  ConsumerRecord<String, String> awaitEvent(String type, String subject) {
    var wireType = "io.parceldesk." + type + ".v1";
    Predicate<ConsumerRecord<String, String>> wanted =
        record -> subject.equals(record.key()) && wireType.equals(header(record, "ce_type"));
    return await(all -> all.stream().anyMatch(wanted)).stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  /** The types of the case's events in the order of their happening, once the last one is there. */
  List<String> awaitTypes(String subject, String last) {
    awaitEvent(last, subject);
    return records.stream()
        .filter(record -> subject.equals(record.key()))
        .map(Topic::type)
        .toList();
  }

  /** Such as {@code claim-paid}. */
  static String type(ConsumerRecord<String, String> record) {
    return header(record, "ce_type").replaceAll("^io\\.parceldesk\\.|\\.v1$", "");
  }

  static String header(ConsumerRecord<String, String> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
