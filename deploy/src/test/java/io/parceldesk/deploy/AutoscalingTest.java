package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Services that answer grow with their CPU, the one that works off a queue with the queue. */
class AutoscalingTest {
  @ParameterizedTest
  @EnumSource
  void keepsTwoOfEverything(Service service) {
    assertThat(Autoscalers.minimum(service)).isGreaterThanOrEqualTo(2);
    assertThat(Autoscalers.maximum(service)).isGreaterThan(Autoscalers.minimum(service));
  }

  @Test
  void growsServicesThatAnswerWithTheirCpu() {
    assertThat(Manifest.of("HorizontalPodAutoscaler"))
        .hasSize(3)
        .allSatisfy(
            scaler -> {
              assertThat(scaler.text("/spec/scaleTargetRef/kind")).isEqualTo("Deployment");
              assertThat(scaler.text("/spec/scaleTargetRef/name")).isEqualTo(scaler.name());
              assertThat(scaler.text("/spec/metrics/0/resource/name")).isEqualTo("cpu");
            });
  }

  @Test
  void growsNotificationServiceWithTheLagOfItsTopics() {
    var service = Service.NOTIFICATION;
    var listener = ConfigurationTest.settings(service, "prod").get("kafka.bootstrap.servers");
    var triggers = triggers("kafka");

    assertThat(triggers)
        .map(trigger -> trigger.at("/metadata/topic").asText())
        .containsExactlyInAnyOrderElementsOf(service.reads());
    assertThat(triggers)
        .allSatisfy(
            trigger -> {
              assertThat(trigger.at("/metadata/consumerGroup").asText())
                  .isEqualTo(service.consumerGroup());
              assertThat(trigger.at("/metadata/bootstrapServers").asText()).isEqualTo(listener);
            });
  }

  /** By the metric's name in docs/metrics.md, which the running services are held to. */
  @Test
  void growsNotificationServiceWithTheAgeOfItsQueue() {
    var query = triggers("prometheus").get(0).at("/metadata/query").asText();

    assertThat(query).contains("parceldesk_deliveries_oldest_seconds");
    assertThat(Project.text("docs/metrics.md"))
        .contains("| `parceldesk_deliveries_oldest_seconds` | sampled | lane |");
  }

  @Test
  void looksAtKafkaAsAUserThatCanDoNothingElse() {
    var authentication = Manifest.of("TriggerAuthentication", "kafka-lag");
    var user = Manifest.of("KafkaUser", "autoscaling");

    assertThat(triggers("kafka"))
        .allMatch(
            trigger ->
                trigger.at("/authenticationRef/name").asText().equals(authentication.name()));
    assertThat(authentication.text("/spec/secretTargetRef/0/name")).isEqualTo(user.name());
    assertThat(Manifest.of("ConfigMap", "autoscaling").text("/data/username"))
        .isEqualTo(user.name());
    assertThat(user.at("/spec/authorization/acls"))
        .allMatch(acl -> acl.path("operations").toString().equals("[\"Describe\"]"));
    assertThat(user.everywhere("name"))
        .map(JsonNode::asText)
        .containsAll(Service.NOTIFICATION.reads())
        .contains(Service.NOTIFICATION.consumerGroup());
  }

  private static List<JsonNode> triggers(String type) {
    var found = new ArrayList<JsonNode>();
    for (var trigger : Autoscalers.queue().at("/spec/triggers")) {
      if (trigger.path("type").asText().equals(type)) {
        found.add(trigger);
      }
    }
    return found;
  }
}
