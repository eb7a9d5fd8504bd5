package io.parceldesk.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrokerProcessTest {
  private static BrokerProcess broker;

  @BeforeAll
  static void start() {
    broker = BrokerProcess.start(BrokerProcess.Settings.temporary());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void hasThePlatformsTopicsWithTwelvePartitionsEach() throws Exception {
    var topics =
        List.of(
            Topics.INQUIRY,
            Topics.COMPLAINT,
            Topics.CLAIMS,
            Topics.OUTLET,
            Topics.DIRECTORY,
            Topics.PARCEL,
            Topics.NOTIFICATION,
            Topics.COURIER_PARCEL_SCANS);
    try (var admin = Admin.create(client())) {
      var found = admin.describeTopics(topics).allTopicNames().get();

      assertThat(found.values()).hasSize(8).allMatch(topic -> topic.partitions().size() == 12);
    }
  }

  @Test
  void compactsTheDirectoryOnly() throws Exception {
    var directory = new ConfigResource(ConfigResource.Type.TOPIC, Topics.DIRECTORY);
    var complaint = new ConfigResource(ConfigResource.Type.TOPIC, Topics.COMPLAINT);
    try (var admin = Admin.create(client())) {
      var configs = admin.describeConfigs(List.of(directory, complaint)).all().get();

      assertThat(configs.get(directory).get("cleanup.policy").value()).isEqualTo("compact");
      assertThat(configs.get(complaint).get("cleanup.policy").value()).isEqualTo("delete");
    }
  }

  @Test
  void keepsRecordsThroughACrash() throws Exception {
    try (var producer =
        new KafkaProducer<>(client(), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(Topics.OUTLET, "LLT-GZ-01", "before")).get();
      broker.halt();
      broker.resume();
      producer.send(new ProducerRecord<>(Topics.OUTLET, "LLT-GZ-01", "after")).get();
    }

    var values = new ArrayList<String>();
    var settings = Map.<String, Object>of("group.id", "desk", "auto.offset.reset", "earliest");
    var all = new java.util.HashMap<>(settings);
    all.putAll(client());
    try (var consumer =
        new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(Topics.OUTLET));
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                assertThat(values).containsExactly("before", "after");
              });
    }
  }

  private static Map<String, Object> client() {
    return Map.of("bootstrap.servers", broker.bootstrapServers());
  }
}
