package io.parceldesk.chassis.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.micrometer.core.instrument.Tags;
import io.parceldesk.chassis.watch.Sample;
import io.parceldesk.chassis.watch.Sample.Point;
import io.parceldesk.chassis.watch.Sampled;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How far the service is behind its topics, as the broker knows it: so that a consumer that has
 * died is seen too, which the consumer's own metrics would not tell.
 */
@ApplicationScoped
class ConsumerLag implements Sampled {
  private static final Pattern TOPIC = Pattern.compile("mp\\.messaging\\.incoming\\.[^.]+\\.topic");
  private static final int PATIENCE_MILLIS = 5_000;

  private final Map<String, Object> kafka;
  private final Config config;
  private final String group;
  private Admin admin;

  ConsumerLag(
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      Config config,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.kafka = new HashMap<>(kafka);
    this.kafka.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.kafka.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    this.config = config;
    this.group = service;
  }

  @Override
  public List<Sample> samples() {
    var topics = topics();
    return topics.isEmpty()
        ? List.of()
        : List.of(
            new Sample(
                "parceldesk.inbox.lag",
                "Records that are not taken in yet",
                Duration.ofSeconds(15),
                () -> behind(topics)));
  }

  void stop(@Observes ShutdownEvent event) {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  private Set<String> topics() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(name -> TOPIC.matcher(name).matches())
        .map(name -> config.getValue(name, String.class))
        .collect(toSet());
  }

  private List<Point> behind(Set<String> topics) {
    try {
      var partitions = partitionsOf(topics);
      var taken = taken(partitions);
      var ends = offsets(partitions, OffsetSpec.latest());
      return ends.entrySet().stream()
          .collect(
              groupingBy(
                  end -> end.getKey().topic(),
                  summingLong(end -> Math.max(0, end.getValue() - taken.get(end.getKey())))))
          .entrySet()
          .stream()
          .map(topic -> new Point(Tags.of("topic", topic.getKey()), topic.getValue()))
          .toList();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka does not tell offsets", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The service stops", e);
    }
  }

  private List<TopicPartition> partitionsOf(Set<String> topics)
      throws ExecutionException, InterruptedException {
    return admin().describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(
            topic ->
                topic.partitions().stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition())))
        .toList();
  }

  /** A partition of which nothing was taken in yet is read from its beginning. */
  private Map<TopicPartition, Long> taken(Collection<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    var taken = new HashMap<>(offsets(partitions, OffsetSpec.earliest()));
    admin()
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach(
            (partition, committed) -> {
              if (committed != null) {
                taken.merge(partition, committed.offset(), Math::max);
              }
            });
    return taken;
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec at)
      throws ExecutionException, InterruptedException {
    return admin()
        .listOffsets(partitions.stream().collect(toMap(one -> one, one -> at)))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(toMap(Map.Entry::getKey, offset -> offset.getValue().offset()));
  }

  private Admin admin() {
    if (admin == null) {
      admin = Admin.create(kafka);
    }
    return admin;
  }
}
