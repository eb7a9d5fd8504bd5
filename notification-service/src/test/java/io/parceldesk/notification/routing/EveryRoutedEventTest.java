package io.parceldesk.notification.routing;

import static io.parceldesk.notification.Stage.phone;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.notification.SealedContacts;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestEvents.Event;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of the routing table, played with its event's sample through the real servers. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EveryRoutedEventTest {
  private static final String NO_QUIET_HOURS = "{\"from\": \"00:00\", \"to\": \"00:00\"}";

  @Inject SealedContacts contacts;
  @Inject ObjectMapper json;

  static Stream<String> rules() {
    return RoutingRules.shipped().stream()
        .filter(rule -> !rule.event().equals(RoutingRule.ANY))
        .map(RoutingRule::id);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void reachesItsAudienceByEachOfItsChannels(String id) throws IOException {
    var rule =
        RoutingRules.shipped().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    var data = sample(rule);
    var number = data.at("/case/number").asText();

    TestEvents.send(
        topic(data),
        Event.of("/test", "io.parceldesk." + rule.event() + ".v1", number, data.toString()));

    Stage.awaitNotifications(number, all -> of(rule, all).size() >= rule.by().size());
    Stage.passTime(number); // whatever the hour is
    var arrived =
        Stage.awaitNotifications(
            number, all -> of(rule, all).stream().allMatch(EveryRoutedEventTest::isHandedOver));
    assertThat(of(rule, arrived))
        .extracting(message -> message.get("channel").toString())
        .containsExactlyInAnyOrderElementsOf(rule.by().stream().map(Enum::name).toList());
    assertThat(of(rule, arrived))
        .allSatisfy(
            message -> {
              assertThat(message.get("audience")).isEqualTo(rule.to().name());
              assertThat(message.get("template").toString()).startsWith(rule.message() + "/zh-CN@");
              assertThat(message.get("text").toString())
                  .contains(number)
                  .doesNotContain("{", "NOT_FOUND", "王小明");
            });
  }

  private static boolean isHandedOver(Map<String, Object> message) {
    return List.of("SENT", "DELIVERED").contains(message.get("status"));
  }

  private static List<Map<String, Object>> of(RoutingRule rule, JsonPath notifications) {
    return notifications.getList("items.findAll { it.rule.startsWith('" + rule.id() + "@') }");
  }

  /** The sample of the contracts, about a case, outlets, a department and a customer of our own. */
  private ObjectNode sample(RoutingRule rule) throws IOException {
    var data = read(rule.event());
    var kind = CaseKind.valueOf(data.at("/case/kind").asText());
    var number = CaseNumber.of(kind, Instant.now(), ThreadLocalRandom.current().nextInt(1 << 30));
    var outlet = outlet();
    var department = department();
    var its = (ObjectNode) data.get("case");
    its.put("number", number.text()).put("outlet", outlet).put("department", department);
    if (data.has("owner")) {
      ((ObjectNode) data.get("owner")).put("outlet", outlet).put("department", department);
    }
    if (data.has("responsibleOutlet")) {
      data.put("responsibleOutlet", outlet);
    }
    if (data.has("filingOutlet")) {
      data.put("filingOutlet", outlet());
    }
    if (data.has("outlet")) {
      data.put("outlet", outlet);
    }
    var contact = contacts.of(phone());
    data.put("contact", contact);
    data.path("duplicates").forEach(same -> ((ObjectNode) same).put("contact", contact));
    rule.when().forEach((path, values) -> put(data, path, values.iterator().next()));
    return data;
  }

  private ObjectNode read(String event) throws IOException {
    try (var sample = getClass().getResourceAsStream("/samples/" + event + ".v1.json")) {
      return (ObjectNode) json.readTree(sample);
    }
  }

  private static void put(ObjectNode data, String path, String value) {
    var steps = List.of(path.split("\\."));
    var node = data;
    for (var step : steps.subList(0, steps.size() - 1)) {
      node = (ObjectNode) node.get(step);
    }
    var last = steps.get(steps.size() - 1);
    if (node.path(last).isBoolean()) {
      node.put(last, Boolean.parseBoolean(value));
    } else if (node.path(last).isNumber()) {
      node.put(last, Integer.parseInt(value));
    } else {
      node.put(last, value);
    }
  }

  private static String topic(ObjectNode data) {
    return CaseKind.valueOf(data.at("/case/kind").asText()).topic();
  }

  /** With people at each level. */
  private static String outlet() {
    var code = "LLT-T-" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    Stage.as("admin")
        .body(
            """
            {"code": "%s", "name": "路路通广州天河", "region": "华南", "quietHours": %s,
             "contactPoints": %s, "people": %s}
            """
                .formatted(code, NO_QUIET_HOURS, contactPoints(), people()))
        .post("/api/v1/outlets")
        .then()
        .statusCode(201);
    return code;
  }

  private static String department() {
    var code = "DEPT_" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    var status =
        Stage.as("admin")
            .body(
                """
                {"name": "质量管理部", "contactPoints": %s, "people": %s}
                """
                    .formatted(contactPoints(), people()))
            .put("/api/v1/departments/" + code)
            .statusCode();
    assertThat(status).isBetween(200, 201);
    return code;
  }

  private static String contactPoints() {
    var phone = phone();
    return """
    [{"channel": "SMS", "address": "%s"}, {"channel": "EMAIL", "address": "%s@example.com"}]
    """
        .formatted(phone, phone.substring(1));
  }

  private static String people() {
    return Stream.of(1, 2, 3)
        .map(
            level -> {
              var phone = phone();
              return """
              {"level": %d, "role": "LEVEL_%d", "person": "staff.%d", "name": "李伟",
               "phone": "%s", "email": "%s@example.com"}
              """
                  .formatted(level, level, level, phone, phone.substring(1));
            })
        .toList()
        .toString();
  }
}
