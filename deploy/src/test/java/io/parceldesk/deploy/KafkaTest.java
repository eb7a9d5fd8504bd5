package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.contracts.Topics;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics and users agree with the contracts and with what the services read and write. */
class KafkaTest {
  /** Chassis: inbox rows are kept this long; what can be read again must be remembered. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  @Test
  void hasTheTopicsOfTheContracts() {
    var constants =
        Arrays.stream(Topics.class.getFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .map(KafkaTest::value)
            .toList();

    assertThat(topics()).map(Manifest::name).containsExactlyInAnyOrderElementsOf(constants);
  }

  @Test
  void hasThePartitionsAndTheCompactionThatTheContractsPromise() {
    var channels = asyncapi().at("/channels");
    for (var channel : channels) {
      var promised = channel.at("/bindings/kafka");
      var topic = Manifest.of("KafkaTopic", promised.path("topic").asText());
      var policy = promised.at("/topicConfiguration/cleanup.policy/0").asText("delete");

      assertThat(topic.at("/spec/partitions")).isEqualTo(promised.path("partitions"));
      assertThat(topic.at("/spec/config").path("cleanup.policy").asText()).isEqualTo(policy);
    }
    assertThat(channels).hasSameSizeAs(topics());
  }

  @Test
  void survivesTheLossOfABroker() {
    for (var topic : topics()) {
      assertThat(topic.at("/spec/replicas").asInt()).as(topic.toString()).isEqualTo(3);
      assertThat(topic.at("/spec/config").path("min.insync.replicas").asInt()).isEqualTo(2);
    }
    var config = Manifest.of("Kafka", "parceldesk").at("/spec/kafka/config");
    assertThat(config.path("auto.create.topics.enable").asBoolean(true)).isFalse();
    assertThat(config.path("offsets.topic.replication.factor").asInt()).isEqualTo(3);
  }

  @Test
  void forgetsRecordsBeforeTheInboxesForgetThem() {
    for (var topic : topics()) {
      var retention = topic.at("/spec/config").path("retention.ms");
      var compacted = topic.at("/spec/config").path("cleanup.policy").asText().equals("compact");

      assertThat(compacted || retention.asLong() > 0).as(topic.toString()).isTrue();
      assertThat(retention.asLong()).isLessThan(REMEMBERED.toMillis());
    }
    assertThat(
            Project.text(
                "chassis/src/main/java/io/parceldesk/chassis/transaction/Housekeeping.java"))
        .contains("\"inbox\", \"received_at\", \"%d days\"".formatted(REMEMBERED.toDays()));
  }

  @ParameterizedTest
  @EnumSource
  void letsAServiceWriteItsOwnTopicsOnly(Service service) {
    assertThat(allowed(service, "topic", "Write")).isEqualTo(service.writes());
  }

  @ParameterizedTest
  @EnumSource
  void letsAServiceReadWhatItConsumesOnly(Service service) {
    assertThat(allowed(service, "topic", "Read")).isEqualTo(service.reads());
    assertThat(allowed(service, "group", "Read")).containsExactly(service.consumerGroup());
  }

  /** Readiness looks at the topics by their names. */
  @ParameterizedTest
  @EnumSource
  void letsAServiceSeeItsTopics(Service service) {
    var all = new TreeSet<>(service.reads());
    all.addAll(service.writes());

    assertThat(allowed(service, "topic", "Describe")).isEqualTo(all);
  }

  @ParameterizedTest
  @EnumSource
  void allowsNothingElse(Service service) {
    for (var acl : acls(service)) {
      assertThat(acl.at("/resource/type").asText()).isIn("topic", "group");
      assertThat(acl.path("type").asText("allow")).isEqualTo("allow");
      acl.path("operations")
          .forEach(operation -> assertThat(operation.asText()).isIn("Read", "Write", "Describe"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void limitsWhatAServiceTakesOfTheBrokers(Service service) {
    assertThat(user(service).at("/spec/quotas"))
        .extracting(quota -> quota.asInt(0))
        .allMatch(limit -> limit > 0)
        .hasSize(3);
  }

  @ParameterizedTest
  @EnumSource
  void comesInAsItsUser(Service service) {
    var variable = Pods.variable(new Pods(service).deployment(), "KAFKA_SASL_JAAS_CONFIG");
    var settings = ConfigurationTest.settings(service, "prod");
    var listener = Manifest.of("Kafka", "parceldesk").at("/spec/kafka/listeners/0");

    assertThat(variable).isEqualTo(user(service).name() + "/sasl.jaas.config");
    assertThat(user(service).text("/spec/authentication/type"))
        .isEqualTo(listener.at("/authentication/type").asText())
        .isEqualToIgnoringCase(settings.get("kafka.sasl.mechanism"));
    assertThat(settings.get("kafka.bootstrap.servers"))
        .isEqualTo("parceldesk-kafka-bootstrap:" + listener.path("port").asInt());
    assertThat(listener.path("tls").asBoolean()).isTrue();
  }

  private static Manifest user(Service service) {
    return Manifest.of("KafkaUser", service.directory());
  }

  private static List<Manifest> topics() {
    return Manifest.of("KafkaTopic");
  }

  private static JsonNode acls(Service service) {
    return user(service).at("/spec/authorization/acls");
  }

  private static Set<String> allowed(Service service, String type, String operation) {
    var names = new ArrayList<String>();
    for (var acl : acls(service)) {
      for (var each : acl.path("operations")) {
        if (acl.at("/resource/type").asText().equals(type) && each.asText().equals(operation)) {
          names.add(acl.at("/resource/name").asText());
        }
      }
    }
    return new TreeSet<>(names);
  }

  private static JsonNode asyncapi() {
    return Manifest.in(Project.text("contracts/src/main/resources/asyncapi.yaml"), "asyncapi.yaml")
        .get(0)
        .tree();
  }

  private static String value(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
