package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a problem parcel: fig. 5.1 from the declaration to the delivery. */
class ProblemParcelJourney {
  private static final String OUTLET = FreshParcel.OUTLET;
  private static String inboundSecret;

  @BeforeAll
  static void connectTheOutlet() {
    inboundSecret =
        Desk.postAs(
                OUTLET,
                Service.NOTIFICATION,
                "/inbound/outlets/" + OUTLET + "/secret-rotation",
                Map.of())
            .getString("secret");
    OutletEndpoint.registered(OUTLET);
  }

  @Test
  void theSenderDecidesOnThePageAndTheOutletDeliversAgain() throws Exception {
    var parcel = FreshParcel.scanned("ACCEPTED", "ARRIVED");

    var number = declare(parcel);

    var page = CustomerPage.toldBy(Inbox.awaitSms(parcel.senderPhone(), number));
    assertThat(page.open().asString())
        .contains(number, "REDELIVER")
        .doesNotContain("陈静", parcel.senderPhone(), parcel.waybill());
    page.decide(Map.of("instruction", "CHANGE_CONTACT", "phone", "13900139222"))
        .then()
        .statusCode(200);
    assertThat(page.open().statusCode()).as("the code answers once").isEqualTo(404);

    assertThat(event("problem-parcel-instructed", number).getString("instruction"))
        .isEqualTo("CHANGE_CONTACT");
    var webhook = Inbox.awaitWebhook(OUTLET, "problem.parcel.instructed", number);
    assertThat(webhook.get("body").toString()).doesNotContain("13900139222");
    reply(number, "WILL_DELIVER");
    awaitView(number, "acknowledgedAt");
    assertThat(
            Desk.postAs(
                    OUTLET,
                    Service.INQUIRY,
                    "/problem-parcels/" + number + "/recipient-reveal",
                    Map.of("reason", "派送"))
                .getString("phone.e164"))
        .isEqualTo("+8613900139222");

    parcel.scan("DELIVERED");

    assertThat(event("problem-parcel-resolved", number).getString("outcome"))
        .isEqualTo("DELIVERED");
    assertThat(view(number).getString("status")).isEqualTo("RESOLVED");
    Inbox.awaitDifferentSms(parcel.senderPhone(), 2); // asked, and told how it ended
  }

  @Test
  void aChangedAmountWaitsForTheCourier() throws Exception {
    var parcel = FreshParcel.scanned("ACCEPTED", "ARRIVED");
    var number = declare(parcel);
    var page = CustomerPage.toldBy(Inbox.awaitSms(parcel.senderPhone(), number));

    page.decide(Map.of("instruction", "CHANGE_AMOUNT", "cod", "88")).then().statusCode(200);

    assertThat(view(number).getString("status")).isEqualTo("AWAITING_COURIER");
    assertThat(view(number).getString("instruction.codAmount.amount")).isEqualTo("88.00");
    reply(number, "AMOUNT_CONFIRMED");
    await()
        .atMost(Desk.PATIENCE)
        .until(() -> view(number).getString("status"), "INSTRUCTED"::equals);
  }

  @Test
  void aFailedAttemptIsDeclaredByTheSystem() throws Exception {
    var parcel = FreshParcel.scanned("ACCEPTED", "ARRIVED", "FAILED");

    var sms = Inbox.awaitSms(parcel.senderPhone(), "PRB-");

    var problems =
        Desk.get("agent", Service.INQUIRY, "/problem-parcels?waybill=" + parcel.waybill())
            .jsonPath();
    assertThat(problems.getString("items[0].declaredBy")).isEqualTo("SYSTEM");
    assertThat(sms).contains(problems.getString("items[0].number"));
  }

  private static String declare(FreshParcel parcel) {
    return Desk.postAs(
            OUTLET,
            Service.INQUIRY,
            "/problem-parcels",
            Map.of(
                "channel",
                "API_OUTLET",
                "waybill",
                parcel.waybill(),
                "causeClass",
                "INFORMATION",
                "declaredBy",
                "COURIER"))
        .getString("number");
  }

  /** As the outlet's own system says it. */
  private static void reply(String number, String answer) throws Exception {
    var body =
        """
        {"type": "problem.parcel.reply", "timestamp": "%s",
         "data": {"case": "%s", "answer": "%s"}}
        """
            .formatted(Instant.now(), number, answer);
    var id = "msg_" + UUID.randomUUID();
    var timestamp = Instant.now().getEpochSecond();
    given()
        .contentType(ContentType.JSON)
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(timestamp))
        .header("webhook-signature", new Webhook(inboundSecret).sign(id, timestamp, body))
        .body(body)
        .post(RunningPlatform.url(Service.NOTIFICATION) + "/inbound/outlets/" + OUTLET)
        .then()
        .statusCode(202);
  }

  private static void awaitView(String number, String field) {
    await().atMost(Desk.PATIENCE).until(() -> view(number).get(field) != null);
  }

  private static JsonPath view(String number) {
    return Desk.get("agent", Service.INQUIRY, "/problem-parcels/" + number).jsonPath();
  }

  private static JsonPath event(String type, String number) {
    try (var topic = new Topic(Topics.INQUIRY)) {
      return new JsonPath(topic.awaitEvent(type, number).value());
    }
  }
}
