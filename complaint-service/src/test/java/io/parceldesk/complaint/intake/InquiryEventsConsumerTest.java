package io.parceldesk.complaint.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.contact.Statement;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestEvents.Event;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InquiryEventsConsumerTest {
  private static final String CONVERTED = "io.parceldesk.inquiry-converted.v1";

  @Inject Seal seal;

  @Test
  void opensAComplaintThatKnowsItsInquiry() {
    var waybill = TestComplaints.waybill();

    send(converted(waybill, "DELAY", "INQ-261122-00001A"));

    var complaint = awaitComplaintFor(waybill);
    assertThat(complaint.getString("status")).isEqualTo("RECEIVED");
    assertThat(complaint.getString("category")).isEqualTo("DELAY");
    assertThat(complaint.getString("description")).isEqualTo("迟到三天");
    assertThat(complaint.getString("complainant.phone")).isEqualTo("139******78");
    assertThat(complaint.getMap("links[0]"))
        .containsEntry("number", "INQ-261122-00001A")
        .containsEntry("relation", "ORIGIN");
    var registered =
        TestEvents.awaitType(
            "parceldesk.complaint",
            complaint.getString("number"),
            "io.parceldesk.complaint-registered.v1");
    assertThat(JsonPath.from(new String(registered.value())).getString("origin.number"))
        .isEqualTo("INQ-261122-00001A");
  }

  @Test
  void takesTheSameEventInOnce() {
    var waybill = TestComplaints.waybill();
    var event = converted(waybill, "DELAY", "INQ-261122-00002A");

    send(event);
    send(event);
    send(event);
    send(converted(TestComplaints.waybill(), "DELAY", "INQ-261122-00003A"));

    awaitComplaintFor(waybill);
    assertThat(complaintsFor(waybill)).hasSize(1);
  }

  @Test
  void attachesASecondInquiryToTheOpenComplaint() {
    var waybill = TestComplaints.waybill();
    send(converted(waybill, "DELAY", "INQ-261122-00004A"));
    awaitComplaintFor(waybill);

    send(converted(waybill, "LOSS", "INQ-261122-00005A"));

    await()
        .untilAsserted(
            () ->
                assertThat(awaitComplaintFor(waybill).getList("links.number"))
                    .containsExactly("INQ-261122-00004A", "INQ-261122-00005A"));
    assertThat(complaintsFor(waybill)).hasSize(1);
    var number = awaitComplaintFor(waybill).getString("number");
    var told = TestEvents.await("parceldesk.complaint", number, all -> all.size() >= 2).get(1);
    assertThat(JsonPath.from(new String(told.value())).getString("origin.number"))
        .as("the second inquiry learns the number, too")
        .isEqualTo("INQ-261122-00005A");
  }

  @Test
  void buriesWhatItCannotReadAndGoesOn() {
    var poison = Event.of("/inquiry-service", CONVERTED, "INQ-261122-00006A", "{\"case\": [");
    var waybill = TestComplaints.waybill();

    send(poison);
    send(converted(waybill, "DELAY", "INQ-261122-00006A"));

    awaitComplaintFor(waybill);
    var letter = deadLetterOf("INQ-261122-00006A");
    assertThat(letter).containsEntry("reason", "its data is not a InquiryConverted");
    desk("admin")
        .post("/api/v1/dead-letters/" + letter.get("id") + "/replay")
        .then()
        .statusCode(422)
        .body("code", is("unreadable-event"));
  }

  @Test
  void takesInAComplaintAboutAnOutletThatItDoesNotKnowYet() {
    var waybill = TestComplaints.waybill();
    var event = converted(waybill, "DELAY", "INQ-261122-00007A");

    send(
        new Event(
            event.id(),
            event.source(),
            event.type(),
            event.subject(),
            1,
            event.data().replace(TestComplaints.OUTLET, "LLT-NEW-01")));

    assertThat(awaitComplaintFor(waybill).getString("owner.outlet")).isEqualTo("LLT-NEW-01");
  }

  @Test
  void buriesWhatTheDomainRefusesAndReplaysItOnceTheReasonIsGone() {
    var unborn = numberAfter(TestComplaints.register());
    var claim = "CLM-261122-00007A";

    TestComplaints.claimFiledFor(unborn, claim);
    await().until(() -> deadLetterOf(claim) != null);
    assertThat(TestComplaints.register()).isEqualTo(unborn);
    desk("admin")
        .post("/api/v1/dead-letters/" + deadLetterOf(claim).get("id") + "/replay")
        .then()
        .statusCode(204);

    assertThat(desk("agent").get("/api/v1/complaints/" + unborn).jsonPath().getList("links.number"))
        .isEqualTo(List.of(claim));
    assertThat(deadLetterOf(claim)).isNull();
  }

  @Test
  void passesOverTypesItHasNeverHeardOf() {
    var waybill = TestComplaints.waybill();

    send(
        Event.of(
            "/inquiry-service", "io.parceldesk.inquiry-forgotten.v1", "INQ-261122-00008A", "{}"));
    send(converted(waybill, "DELAY", "INQ-261122-00008A"));

    awaitComplaintFor(waybill);
    assertThat(deadLetterOf("INQ-261122-00008A")).isNull();
  }

  private static String numberAfter(String number) {
    var sequence = Long.parseLong(number.substring("CMP-yyMMdd-".length(), number.length() - 1));
    return CaseNumber.of(CaseKind.COMPLAINT, Instant.now(), sequence + 1).text();
  }

  private static void send(Event event) {
    TestEvents.send("parceldesk.inquiry", event);
  }

  private Event converted(String waybill, String category, String inquiry) {
    io.parceldesk.complaint.TestOutlets.announced(TestComplaints.OUTLET);
    var contact =
        new Contact(
            Contact.Role.RECIPIENT,
            "李伟",
            new Phone("+8613912345678", null),
            null,
            "zh-CN",
            null,
            CustomerTier.ORDINARY);
    return Event.of(
        "/inquiry-service",
        CONVERTED,
        inquiry,
        """
        {"case": {"number": "%s", "kind": "INQUIRY", "status": "CONVERTED", "priority": "NORMAL",
          "tier": "ORDINARY", "waybill": "%s", "openedAt": "2026-11-22T08:00:00Z",
          "outlet": "%s"},
         "category": "%s", "channel": "PHONE", "urgent": false, "aFieldOfTomorrow": 1,
         "statement": "%s", "contact": "%s"}
        """
            .formatted(
                inquiry,
                waybill,
                TestComplaints.OUTLET,
                category,
                seal.seal(new Statement("迟到三天", "道歉")),
                seal.seal(contact)));
  }

  private static JsonPath awaitComplaintFor(String waybill) {
    await().until(() -> !complaintsFor(waybill).isEmpty());
    return desk("agent").get("/api/v1/complaints/" + complaintsFor(waybill).get(0)).jsonPath();
  }

  private static List<String> complaintsFor(String waybill) {
    return desk("agent")
        .get("/api/v1/complaints?waybill=" + waybill)
        .jsonPath()
        .getList("items.number");
  }

  private static Map<String, Object> deadLetterOf(String key) {
    List<Map<String, Object>> letters =
        desk("admin").get("/api/v1/dead-letters").jsonPath().getList("items");
    return letters.stream()
        .filter(letter -> key.equals(letter.get("key")))
        .findFirst()
        .orElse(null);
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
