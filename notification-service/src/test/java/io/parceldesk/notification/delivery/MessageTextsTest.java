package io.parceldesk.notification.delivery;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.retention.RetentionJob;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is held on a customer here: addresses and texts of messages (REG-10, REG-12). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class MessageTextsTest {
  private static final Instant LONG_AGO = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  @Inject DeliveryRepository deliveries;
  @Inject Transactions transactions;
  @Inject RetentionJob retention;
  @Inject BlindIndex index;

  private final String address = "u" + UUID.randomUUID() + "@example.com";
  private final String lane = "lane-" + UUID.randomUUID();

  @Test
  void areToldAndErasedOnceTheLawAllows() {
    plan("SENT");

    request("EXPORT")
        .body("data.what", contains("MESSAGE"))
        .body("data[0].data.payload.address", is(address))
        .body("data[0].data.payload.text", is("t"));
    request("ERASURE")
        .body("subject", startsWith("u***@"))
        .body("items.obstacle", contains("PERIOD_RUNS"))
        .body("items[0].until", notNullValue());

    Stage.sql(
        "update delivery set planned_at = now() - interval '200 days' where lane = '" + lane + "'");
    request("ERASURE").body("items.outcome", contains("ERASED"));
    request("EXPORT").body("items", empty());
  }

  @Test
  void stayWhileTheyAreSentOrTheirPersonIsHeld() {
    plan("PENDING");
    Stage.sql(
        "update delivery set planned_at = now() - interval '200 days' where lane = '" + lane + "'");
    request("ERASURE").body("items.obstacle", contains("OPEN"));

    String hold =
        admin()
            .body("{\"email\": \"%s\", \"reason\": \"court\"}".formatted(address))
            .post("/api/v1/legal-holds")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Stage.sql(
        """
        update delivery set status = 'SENT',
               id = (lpad(to_hex((extract(epoch from now() - interval '200 days') * 1000)::bigint),
                          12, '0') || '7000' || right(replace(id::text, '-', ''), 16))::uuid
         where lane = '%s'
        """
            .formatted(lane));
    retention.run();
    request("ERASURE").body("items.obstacle", contains("LEGAL_HOLD"));

    admin()
        .body("{\"reason\": \"over\"}")
        .post("/api/v1/legal-holds/" + hold + "/release")
        .then()
        .statusCode(200);
    retention.run();
    request("EXPORT").body("items", empty());
  }

  private void plan(String status) {
    var planned =
        new PlannedDelivery(
            "/complaint-service",
            UUID.randomUUID().toString(),
            "io.parceldesk.complaint-registered.v1",
            LONG_AGO,
            "CMP-261122-00001R",
            null,
            "rule@1",
            null,
            "CUSTOMER",
            MessageChannel.EMAIL,
            MessageClass.CRITICAL,
            index.email(address),
            "***",
            lane,
            null,
            LONG_AGO,
            NEVER,
            null,
            new Message(address, "s", "t", "h"));
    transactions.runNew(() -> deliveries.plan(List.of(planned)));
    Stage.sql("update delivery set status = '%s' where lane = '%s'".formatted(status, lane));
  }

  private ValidatableResponse request(String kind) {
    return admin()
        .body(
            "{\"kind\": \"%s\", \"email\": \"%s\", \"reason\": \"by letter\"}"
                .formatted(kind, address))
        .post("/api/v1/subject-requests")
        .then()
        .statusCode(201);
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(TestServers.token("admin")).contentType(ContentType.JSON);
  }
}
