package io.parceldesk.sandbox.servers;

import io.parceldesk.contracts.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the platform, which no service creates. */
final class BrokerTopics {
  private static final int PARTITIONS = 12;
  private static final short ONE_REPLICA = 1;

  private static final List<NewTopic> TOPICS =
      List.of(
          topic(Topics.INQUIRY),
          topic(Topics.COMPLAINT),
          topic(Topics.CLAIMS),
          topic(Topics.OUTLET),
          topic(Topics.PARCEL),
          topic(Topics.NOTIFICATION),
          topic(Topics.COURIER_PARCEL_SCANS),
          topic(Topics.DIRECTORY)
              .configs(
                  Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)));

  /** Creates those that do not exist yet, and returns once the broker serves. */
  static void create(String bootstrapServers) {
    try (var admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      for (var result : admin.createTopics(TOPICS).values().values()) {
        await(result);
      }
    }
  }

  private static void await(KafkaFuture<Void> created) {
    try {
      created.get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new ServerUnavailable("Kafka refused to create a topic.", e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailable("The start of Kafka was interrupted.", e);
    }
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, PARTITIONS, ONE_REPLICA);
  }

  private BrokerTopics() {}
}
