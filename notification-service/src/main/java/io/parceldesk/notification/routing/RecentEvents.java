package io.parceldesk.notification.routing;

import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.chassis.inbox.ReceivedEvent;
import io.parceldesk.contracts.CaseEvent;
import io.parceldesk.contracts.ClaimsEvent;
import io.parceldesk.contracts.ComplaintEvent;
import io.parceldesk.contracts.InquiryEvent;
import io.parceldesk.contracts.Topics;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Looks at events again without taking them in. The topics keep them anyway, with contacts sealed,
 * so that nothing has to be stored for it here.
 */
@ApplicationScoped
class RecentEvents {
  static final int MOST = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Map<String, Class<? extends CaseEvent>> CONTRACTS =
      Map.of(
          Topics.INQUIRY, InquiryEvent.class,
          Topics.COMPLAINT, ComplaintEvent.class,
          Topics.CLAIMS, ClaimsEvent.class);

  private final Map<String, Object> kafka;
  private final Inbox inbox;
  private final Clock clock = Clock.systemUTC();

  RecentEvents(@Identifier("default-kafka-broker") Map<String, Object> kafka, Inbox inbox) {
    this.kafka = kafka;
    this.inbox = inbox;
  }

  /**
   * In the order of their time; {@code complete} unless there were too many or it took too long.
   */
  record Found(List<ReceivedEvent<? extends CaseEvent>> events, int read, boolean complete) {}

  Found since(Instant start) {
    try (var consumer =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          CONTRACTS.keySet().stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      seek(consumer, partitions, start);
      return read(consumer, consumer.endOffsets(partitions));
    }
  }

  private static void seek(
      KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions, Instant start) {
    var times =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, p -> start.toEpochMilli()));
    consumer
        .offsetsForTimes(times)
        .forEach(
            (partition, found) -> {
              if (found == null) {
                consumer.seekToEnd(List.of(partition));
              } else {
                consumer.seek(partition, found.offset());
              }
            });
  }

  private Found read(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    var until = clock.instant().plus(PATIENCE);
    var behind = true;
    while (behind && records.size() < MOST && clock.instant().isBefore(until)) {
      consumer.poll(Duration.ofMillis(200)).forEach(records::add);
      behind = ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue());
    }
    var events =
        records.stream()
            .sorted((one, other) -> Long.compare(one.timestamp(), other.timestamp()))
            .<ReceivedEvent<? extends CaseEvent>>map(this::event)
            .filter(Objects::nonNull)
            .toList();
    return new Found(events, records.size(), !behind);
  }

  private ReceivedEvent<? extends CaseEvent> event(ConsumerRecord<String, byte[]> record) {
    return inbox.look(record, CONTRACTS.get(record.topic())).orElse(null);
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "notification-service-trial");
    return settings;
  }
}
