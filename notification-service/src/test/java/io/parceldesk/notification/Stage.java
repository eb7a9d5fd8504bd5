package io.parceldesk.notification;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.servers.Sms;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What feature tests need of the world outside: outlets, phones, and the records of other services.
 */
public final class Stage {
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  private Stage() {}

  /** A mobile number nobody else has. */
  public static String phone() {
    return "+86138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
  }

  public static String waybill() {
    return "LLT" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
  }

  public static RequestSpecification as(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }

  public static RequestSpecification asOutlet(String outlet) {
    return given().auth().oauth2(TestServers.token("outlet", outlet)).contentType(ContentType.JSON);
  }

  /** An outlet without quiet hours, so that tests do not depend on the time of day. */
  public static String outlet(String phone, String email) {
    return outlet(phone, email, "{\"from\": \"00:00\", \"to\": \"00:00\"}");
  }

  public static String outlet(String phone, String email, String quietHours) {
    var code = "LLT-T-" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);
    as("admin")
        .body(
            """
            {"code": "%s", "name": "路路通广州天河", "region": "华南", "quietHours": %s,
             "contactPoints": [{"channel": "SMS", "address": "%s"},
                               {"channel": "EMAIL", "purpose": "ESCALATION", "address": "%s"}]}
            """
                .formatted(code, quietHours, phone, email))
        .post("/api/v1/outlets")
        .then()
        .statusCode(201);
    return code;
  }

  /** An endpoint at the tests' receiver, which verifies what comes with the secret it got. */
  public static String endpoint(String outlet, String types) {
    var endpoint =
        asOutlet(outlet)
            .body(
                """
                {"outlet": "%s", "url": "%s", "eventTypes": %s}
                """
                    .formatted(outlet, TestServers.webhooks().url(outlet), types))
            .post("/api/v1/webhook-endpoints")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    TestServers.webhooks().trust(outlet, endpoint.getString("secret"));
    return endpoint.getString("id");
  }

  public static void send(String topic, String type, CaseEventData data) {
    TestEvents.send(topic, event(type, data));
  }

  public static TestEvents.Event event(String type, CaseEventData data) {
    return TestEvents.Event.of(
        "/complaint-service", "io.parceldesk." + type + ".v1", data.number(), data.json());
  }

  /** Many events at once, each in the partition of its case. */
  public static void sendAll(String topic, List<TestEvents.Event> events) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.broker().bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      for (var event : events) {
        var record = new ProducerRecord<>(topic, event.subject(), event.data());
        Map.of(
                "ce_id", event.id(),
                "ce_source", event.source(),
                "ce_type", event.type(),
                "ce_subject", event.subject(),
                "ce_time", "2026-11-22T02:00:00Z",
                "ce_caseseq", "1")
            .forEach((name, value) -> record.headers().add(name, value.getBytes()));
        producer.send(record);
      }
    }
  }

  /** The messages to a number, once there are so many. */
  public static List<Sms> awaitSms(String phone, int count) {
    return await().atMost(PATIENCE).until(() -> smsTo(phone), messages -> messages.size() >= count);
  }

  public static List<Sms> smsTo(String phone) {
    return TestServers.sms().messagesTo(phone.substring(1));
  }

  /** What the service says that it sent about a case. */
  public static JsonPath notifications(String caseNumber) {
    return as("agent")
        .queryParam("case", caseNumber)
        .get("/api/v1/notifications")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public static JsonPath awaitNotifications(String caseNumber, Predicate<JsonPath> enough) {
    return await().atMost(PATIENCE).until(() -> notifications(caseNumber), enough::test);
  }

  /** Makes everything about a case due now, as if its pauses were over. */
  public static void passTime(String caseNumber) {
    sql(
        "update delivery set next_attempt_at = now() where next_attempt_at < 'infinity' and case_number = '%s'"
            .formatted(caseNumber));
  }

  /** The number that a query gives. */
  public static long count(String query) {
    try (var connection = connection();
        var open = connection.createStatement();
        var rows = open.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connection() throws SQLException {
    return DriverManager.getConnection(
        TestServers.jdbcUrl("notification"), "notification", "notification");
  }

  public static void sql(String statement) {
    try (var connection = connection();
        var open = connection.createStatement()) {
      open.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
