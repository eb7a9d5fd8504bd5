package io.parceldesk.complaint.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestEvents.Event;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is shown to the authority (REG-08). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EvidenceTest {
  private final String waybill = TestComplaints.waybill();

  @Test
  void tellsWhatWasDecidedAndOnWhichGround() {
    var appeal = appealAbout(handled());

    evidence(appeal)
        .body("language", is("zh-CN"))
        .body("evidence.appeal.number", is(appeal))
        .body("evidence.appeal.appellant.phone", is("138******00"))
        .body("evidence.appeal.deadlines.kind", contains("INTERNAL", "HARD"))
        .body("evidence.appeal.deadlines[0].explanation", containsString("REG-08"))
        .body("evidence.complaints", hasSize(1))
        .body("evidence.complaints[0].investigation.causeClass", is("B_HUMAN"))
        .body("evidence.complaints[0].plan.amount.amount", is("120.00"))
        .body(
            "evidence.complaints[0].decisions.decision",
            contains(
                "CLASSIFICATION",
                "PROMISE",
                "ASSESSMENT",
                "ASSIGNMENT",
                "INVESTIGATION",
                "PLAN",
                "MANAGERS_DECISION",
                "IMPLEMENTATION",
                "CALL_BACK",
                "ESCALATION_ON_APPEAL"))
        .body("evidence.complaints[0].decisions[2].outcome", is("FOUNDED"))
        .body("evidence.complaints[0].decisions[4].outcome", is("ROUGH_HANDLING"))
        .body("evidence.complaints[0].decisions[6].outcome", is("APPROVED"))
        .body("evidence.complaints[0].decisions[6].rules", contains("CMP-11"))
        .body("evidence.complaints[0].decisions[8].outcome", is("DISSATISFIED"))
        .body("evidence.complaints[0].deadlines.kind", hasItem("STATUTORY"))
        .body("evidence.complaints[0].timeline.action", hasItem("appeal"));
  }

  @Test
  void namesNobodyInFull() {
    var body = evidence(appealAbout(handled()));

    body.body("evidence.complaints[0].description", is("王**的陶瓷摔坏了，电话138******00"))
        .body("evidence.complaints[0].accountability[0].person", is("赵*"))
        .body("evidence.complaints[0].accountability[0].share", is(60))
        .body("evidence.complaints[0].accountability[0].recordedBy", nullValue())
        .body("evidence.complaints[0].investigation.responsible", is("赵*"));
    assertThat(body.extract().asString()).doesNotContain("王小明", "13800138000", "赵六");
  }

  @Test
  void tellsOfTheParcelsWay() {
    parcel(
        "parcel-accepted",
        "\"route\": \"DOMESTIC\", \"dispatchedOn\": \"2026-11-18\","
            + " \"promisedAt\": \"2026-11-20T10:00:00Z\", \"fromOutlet\": \"LLT-SZ-01\","
            + " \"toOutlet\": \"LLT-GZ-TH\"");
    parcel("parcel-overdue", "\"promisedAt\": \"2026-11-20T10:00:00Z\", \"thorough\": false");
    parcel(
        "parcel-delivered", "\"deliveredAt\": \"2026-11-21T03:00:00Z\", \"outlet\": \"LLT-GZ-TH\"");
    var appeal = appealAbout(handled());

    await()
        .untilAsserted(
            () ->
                evidence(appeal)
                    .body("evidence.parcels.waybill", contains(waybill))
                    .body("evidence.parcels[0].dispatchedOn", is("2026-11-18"))
                    .body("evidence.parcels[0].promisedAt", is("2026-11-20T10:00:00Z"))
                    .body("evidence.parcels[0].overdueSince", not(nullValue()))
                    .body("evidence.parcels[0].heldLostSince", nullValue())
                    .body("evidence.parcels[0].deliveredAt", is("2026-11-21T03:00:00Z")));
  }

  @Test
  void keepsTheNewestOfWhatIsToldOfAMessage() {
    var complaint = handled();
    var appeal = appealAbout(complaint);
    var sms = UUID.randomUUID().toString();
    message(complaint, sms, "DELIVERED", 2);
    message(complaint, sms, "SENT", 1); // comes late
    message(appeal, UUID.randomUUID().toString(), "FAILED", 1);

    await()
        .untilAsserted(
            () ->
                evidence(appeal).body("evidence.messages.state", contains("DELIVERED", "FAILED")));
    evidence(appeal)
        .body("evidence.messages[0].caseNumber", is(complaint))
        .body("evidence.messages[0].recipient", is("CUSTOMER"))
        .body("evidence.messages[0].template", is("complaint-answered.customer/zh-CN@1"));
  }

  @Test
  void isTheSameForTheSameStateOfAffairs() throws Exception {
    var appeal = appealAbout(handled());

    var answer = evidence(appeal).extract();

    var body = answer.asString();
    var content = body.substring(body.indexOf("\"evidence\":") + 11, body.length() - 1);
    var sha = MessageDigest.getInstance("SHA-256");
    var digest = HexFormat.of().formatHex(sha.digest(content.getBytes(StandardCharsets.UTF_8)));
    assertThat(answer.<String>path("sha256")).isEqualTo(digest);
    evidence(appeal).body("sha256", is(digest)).header("ETag", '"' + digest + '"');
    desk("supervisor")
        .body("{\"conclusion\": \"SETTLED\", \"text\": \"已赔付\"}")
        .post("/api/v1/appeals/" + appeal + "/reply");
    evidence(appeal).body("sha256", not(digest));
  }

  @Test
  void goesOnPaper() {
    var complaint = handled();
    var appeal = appealAbout(complaint);
    String digest = evidence(appeal).extract().path("sha256");

    var chinese = page(appeal, "zh-CN").header("Content-Language", "zh-CN").extract().asString();
    var english = page(appeal, "en").header("Content-Language", "en").extract().asString();

    assertThat(chinese)
        .contains("<html lang=\"zh-CN\">", "申诉证据材料", complaint, digest)
        .contains("每一处理方案均由主管审批")
        .contains("主管审批", "CMP-11", "野蛮操作（人为原因）", "法定答复", "&lt;加急&gt;")
        .doesNotContain("王小明", "13800138000", "赵六", "<加急>", "NOT_FOUND");
    assertThat(english)
        .contains("<html lang=\"en\">", "Evidence in an appeal", "Manager&#39;s decision");
    assertThat(english).doesNotContain("13800138000");
  }

  @Test
  void isThereWithoutAComplaintToo() {
    String appeal =
        desk("agent")
            .body(
                """
                {"authorityReference": "12305-%s", "demand": "请王小明回电", "waybill": "%s",
                 "appellant": {"role": "SENDER", "name": "王小明", "phone": "13800138000"}}
                """
                    .formatted(UUID.randomUUID(), waybill))
            .post("/api/v1/appeals")
            .then()
            .statusCode(201)
            .extract()
            .path("number");

    evidence(appeal)
        .body("evidence.appeal.demand", is("请王**回电"))
        .body("evidence.complaints", hasSize(0))
        .body("evidence.messages", hasSize(0));
    assertThat(page(appeal, "zh-CN").extract().asString()).contains("尚无已发送的通知");
  }

  @Test
  void isNotForEverybody() {
    var complaint = handled();
    var appeal = appealAbout(complaint);
    desk("outlet").get("/api/v1/appeals/" + appeal + "/evidence").then().statusCode(403);
    desk("auditor").get("/api/v1/appeals/" + appeal + "/evidence").then().statusCode(200);
    desk("agent").get("/api/v1/appeals/" + complaint + "/evidence").then().statusCode(404);
    desk("agent")
        .accept("application/pdf")
        .get("/api/v1/appeals/" + appeal + "/evidence")
        .then()
        .statusCode(406);
  }

  private String handled() {
    var outlet = TestComplaints.register(); // makes the outlet known
    assertThat(outlet).isNotNull();
    String number =
        desk("agent")
            .body(
                TestComplaints.form("DAMAGE", waybill).replace("陶瓷摔坏了", "王小明的陶瓷摔坏了，电话13800138000"))
            .post("/api/v1/complaints")
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    act("agent", number, "acknowledgement", "{}");
    act("agent", number, "assessment", "{\"founded\": true}");
    act("agent", number, "assignment", "{\"outlet\": \"" + TestComplaints.OUTLET + "\"}");
    act(
        "agent",
        number,
        "investigation",
        "{\"cause\": \"ROUGH_HANDLING\", \"finding\": \"赵六抛件\", \"responsible\": \"赵六\"}");
    act("agent", number, "plan", "{\"remedy\": \"COMPENSATE\", \"amount\": 120, \"text\": \"赔偿\"}");
    act("supervisor", number, "decision", "{\"verdict\": \"APPROVE\", \"note\": \"<加急>\"}");
    act(
        "agent",
        number,
        "implementation",
        "{\"customerToldAt\": \"%s\", \"accountability\": [{\"person\": \"赵六\", \"share\": 60}]}"
            .formatted(Instant.now().minusSeconds(5)));
    act("agent", number, "call-back", "{\"satisfied\": false, \"comment\": \"太少\"}");
    return number;
  }

  private static String appealAbout(String complaint) {
    return desk("agent")
        .body(
            """
            {"authorityReference": "12305-%s", "complaint": "%s", "demand": "全额赔偿"}
            """
                .formatted(UUID.randomUUID(), complaint))
        .post("/api/v1/appeals")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private void parcel(String type, String members) {
    TestEvents.send(
        "parceldesk.parcel",
        Event.of(
            "/inquiry-service",
            "io.parceldesk." + type + ".v1",
            waybill,
            "{\"waybill\": \"%s\", %s}".formatted(waybill, members)));
  }

  private static void message(String number, String message, String state, long position) {
    var kind = number.startsWith("APL") ? "APPEAL" : "COMPLAINT";
    var data =
        """
        {"about": {"number": "%s", "kind": "%s"}, "message": "%s", "eventType": "complaint-answered",
         "eventId": "e", "template": "complaint-answered.customer/zh-CN@1", "channel": "SMS",
         "recipient": "CUSTOMER", "outlet": null, "state": "%s", "attempts": 1,
         "plannedAt": "2026-11-2%sT02:00:00Z", "sentAt": null, "settledAt": "2026-11-24T02:00:01Z"}
        """
            .formatted(number, kind, message, state, kind.equals("APPEAL") ? 4 : 3);
    TestEvents.send(
        "parceldesk.notification",
        new Event(
            UUID.randomUUID().toString(),
            "/notification-service",
            "io.parceldesk.message-settled.v1",
            number,
            position,
            data));
  }

  private static ValidatableResponse evidence(String appeal) {
    return desk("agent")
        .get("/api/v1/appeals/" + appeal + "/evidence")
        .then()
        .statusCode(200)
        .contentType(ContentType.JSON);
  }

  private static ValidatableResponse page(String appeal, String language) {
    return desk("agent")
        .accept("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
        .header("Accept-Language", language)
        .get("/api/v1/appeals/" + appeal + "/evidence")
        .then()
        .statusCode(200)
        .contentType(ContentType.HTML)
        .header("Content-Security-Policy", containsString("default-src 'none'"));
  }

  private static void act(String role, String number, String action, String body) {
    desk(role)
        .body(body)
        .post("/api/v1/complaints/" + number + "/" + action)
        .then()
        .statusCode(200);
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
