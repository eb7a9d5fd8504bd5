package io.parceldesk.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing is open that need not be. */
class NetworkTest {
  private static final Pattern QUOTED_BLOCK = Pattern.compile("\"([0-9a-f.:]+/\\d+)\"");
  private static final String PUBLIC_IPV6 = "2000::/3";

  @Test
  void deniesByDefault() {
    var policy = Manifest.of("NetworkPolicy", "deny-by-default");

    assertThat(policy.at("/spec/podSelector")).isEmpty();
    assertThat(policy.texts("/spec/policyTypes")).containsExactly("Ingress", "Egress");
    assertThat(policy.tree().at("/spec").has("ingress")).isFalse();
    assertThat(policy.tree().at("/spec").has("egress")).isFalse();
  }

  @Test
  void letsOnlyNotificationServiceOutIntoTheWorld() {
    for (var policy : Manifest.of("NetworkPolicy")) {
      for (var block : policy.everywhere("ipBlock")) {
        if (isTheWorld(block)) {
          assertThat(policy.text("/spec/podSelector/matchLabels/app.kubernetes.io~1name"))
              .isEqualTo(Service.NOTIFICATION.directory());
        }
      }
    }
  }

  /** What the service refuses to connect to, the network refuses as well. */
  @Test
  void keepsWebhooksFromWhatIsNotPublic() {
    var blocks = Manifest.of("NetworkPolicy", "notification-to-webhooks").everywhere("ipBlock");
    var refused = new ArrayList<String>();
    for (var block : blocks) {
      block.path("except").forEach(except -> refused.add(except.asText()));
    }

    assertThat(blocks)
        .map(block -> block.path("cidr").asText())
        .containsExactly("0.0.0.0/0", PUBLIC_IPV6);
    assertThat(refused).containsExactlyInAnyOrderElementsOf(refusedByTheService());
  }

  @Test
  void letsWebhooksUseThePortsThatTheServiceAllows() {
    var ports = Manifest.of("NetworkPolicy", "notification-to-webhooks").at("/spec/egress/0/ports");

    assertThat(ports.get(0).path("port").asInt()).isEqualTo(443);
    assertThat(ports.get(1).path("port").asInt()).isEqualTo(1024);
    assertThat(ports.get(1).path("endPort").asInt()).isEqualTo(65_535);
  }

  @Test
  void selectsPodsThatAreThere() {
    var labels = new ArrayList<String>();
    Pods.all()
        .forEach(
            workload ->
                workload
                    .at("/spec/template/metadata/labels")
                    .properties()
                    .forEach(
                        label -> labels.add(label.getKey() + "=" + label.getValue().asText())));
    labels.add("strimzi.io/cluster=" + Manifest.of("Kafka", "parceldesk").name());
    labels.add("strimzi.io/broker-role=true");
    labels.add("k8s-app=kube-dns");
    labels.add("acme.cert-manager.io/http01-solver=true"); // cert-manager's

    for (var policy : Manifest.of("NetworkPolicy")) {
      for (var selector : policy.everywhere("podSelector")) {
        for (var label : selector.path("matchLabels").properties()) {
          assertThat(label.getKey() + "=" + label.getValue().asText())
              .as(policy.toString())
              .isIn(labels);
        }
      }
    }
  }

  /** Whatever its name, or nobody would be let in to what a recovery brought back. */
  @Test
  void letsServicesReachEveryDatabaseCluster() {
    for (var name : List.of("postgres", "services-to-postgres")) {
      var selectors =
          Manifest.of("NetworkPolicy", name).everywhere("podSelector").stream()
              .filter(selector -> selector.toString().contains("cnpg.io/cluster"))
              .toList();

      assertThat(selectors)
          .isNotEmpty()
          .allSatisfy(
              selector -> {
                assertThat(selector.at("/matchExpressions/0/key").asText())
                    .isEqualTo("cnpg.io/cluster");
                assertThat(selector.at("/matchExpressions/0/operator").asText())
                    .isEqualTo("Exists");
              });
    }
  }

  private static boolean isTheWorld(JsonNode block) {
    return block.path("cidr").asText().matches(".*/[0-7]");
  }

  /** Of IPv6 only one block is open here, so that what lies outside it need not be named. */
  private static List<String> refusedByTheService() {
    var source =
        Project.text(
            "notification-service/src/main/java/io/parceldesk/notification/webhook/AddressBlock.java");
    return QUOTED_BLOCK
        .matcher(source)
        .results()
        .map(match -> match.group(1))
        .filter(block -> !block.matches("(::|4000::|8000::)/\\d"))
        .toList();
  }
}
