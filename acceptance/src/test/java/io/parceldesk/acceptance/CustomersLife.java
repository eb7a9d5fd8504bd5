package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Two people who come into everything that the platform does with customers. */
final class CustomersLife {
  static final String OUTLET = "LLT-BJ-01";

  /** Of somebody whom nobody asked for: it is written into what the desk takes down. */
  static final String WRITTEN = "13601590277";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Somebody sender;
  private final Somebody recipient;
  private final String waybill;
  private final String redirected;

  /** {@code waybills} of two parcels that nobody knows yet. */
  CustomersLife(Somebody sender, Somebody recipient, String... waybills) {
    this.sender = sender;
    this.recipient = recipient;
    this.waybill = waybills[0];
    this.redirected = waybills[1];
  }

  /** What came of it: numbers of cases, and the id of the identity paper. */
  record Told(String complaint, String claim, String paper, String pickup, String dispute) {}

  Told goesBy() throws IOException {
    parcel(waybill);
    parcel(redirected);
    OutletEndpoint.registered(OUTLET);
    preferences();
    var complaint = complained(inquired(waybill));
    var claim = claimed(complaint);
    var pickup = collected();
    redirected(redirected);
    var dispute = disputed(waybill);
    searched();
    opened();
    Inbox.awaitMail("bj01@example.com", complaint);
    Inbox.awaitWebhook(OUTLET, "complaint.assigned", complaint);
    return new Told(complaint, claim.number(), paperOf(claim), pickup, dispute);
  }

  private static String paperOf(Claim claim) {
    return Desk.get("adjuster", Service.CLAIMS, claim.path() + "/evidence")
        .jsonPath()
        .getString("items.find { it.slot == 'ID_COPY' }.id");
  }

  private void parcel(String waybill) throws IOException {
    var line =
        Map.of(
            "waybill",
            waybill,
            "route",
            "DOMESTIC",
            "dispatchedOn",
            LocalDate.now().minusDays(1).toString(),
            "fromOutlet",
            "LLT-GZ-01",
            "toOutlet",
            OUTLET,
            "sender",
            sender.party(),
            "recipient",
            recipient.party(),
            "scans",
            List.of(scan()));
    Desk.as("admin")
        .contentType("application/x-ndjson")
        .body(JSON.writeValueAsBytes(line))
        .post(RunningPlatform.url(Service.INQUIRY) + "/parcels")
        .then()
        .statusCode(200);
  }

  private static Map<String, Object> scan() {
    return Map.of(
        "scanId",
        UUID.randomUUID().toString(),
        "type",
        "ARRIVED",
        "at",
        Instant.now().minusSeconds(600).toString(),
        "outlet",
        OUTLET,
        "courier",
        "小陈",
        "note",
        "客户要求晚上送");
  }

  private void preferences() {
    Desk.post(
        "agent",
        Service.NOTIFICATION,
        "/consents",
        Map.of("email", recipient.email(), "proof", "WEB-FORM-2026"));
    Desk.post(
        "agent",
        Service.NOTIFICATION,
        "/opt-outs",
        Map.of("phone", recipient.phone(), "class", "SERVICE", "reason", "ASKED"));
  }

  private String inquired(String waybill) {
    var inquiry =
        Desk.post(
                "agent",
                Service.INQUIRY,
                "/inquiries",
                Map.of(
                    "channel",
                    "PHONE",
                    "subject",
                    "DELIVERY_STATE",
                    "waybill",
                    waybill,
                    "inquirer",
                    sender.as("SENDER"),
                    "question",
                    "快件到哪里了？请打" + WRITTEN))
            .getString("number");
    var path = "/inquiries/" + inquiry;
    Desk.post(
        "agent",
        Service.INQUIRY,
        path + "/promise",
        Map.of("promisedReplyAt", inHours(2), "deliveryAddress", recipient.address()));
    Desk.post(
        "agent", Service.INQUIRY, path + "/answer", Map.of("text", "暴雨延误，" + WRITTEN + "会联系您"));
    Desk.post(
        "agent",
        Service.INQUIRY,
        path + "/conversion",
        Map.of(
            "category",
            "DAMAGE",
            "description",
            "外箱破损，邻居" + WRITTEN + "看见",
            "demand",
            "赔到" + WRITTEN));
    return Desk.linked(Service.INQUIRY, path, "CMP-");
  }

  private String complained(String number) {
    var path = "/complaints/" + number;
    Desk.post("agent", Service.COMPLAINT, path + "/acknowledgement", Map.of());
    Desk.post("agent", Service.COMPLAINT, path + "/assessment", Map.of("founded", true));
    Desk.post("agent", Service.COMPLAINT, path + "/assignment", Map.of("outlet", OUTLET));
    var revealed =
        Desk.as("agent")
            .header("Idempotency-Key", UUID.randomUUID())
            .body(Map.of("reason", "回电 136-0159-0277"))
            .post(RunningPlatform.url(Service.COMPLAINT) + path + "/contact-reveal");
    assertThat(revealed.<String>path("phone.e164")).isEqualTo("+86" + sender.phone());
    Desk.get("outlet?outlet=" + OUTLET, Service.COMPLAINT, path).then().statusCode(200);
    Desk.get("agent", Service.COMPLAINT, path + "/timeline").then().statusCode(200);
    return number;
  }

  private Claim claimed(String complaint) {
    Desk.post(
        "agent",
        Service.COMPLAINT,
        "/complaints/" + complaint + "/claim-referral",
        Map.of(
            "ground",
            "DAMAGE",
            "route",
            "DOMESTIC",
            "claimed",
            "800.00",
            "reason",
            "内件碎裂，见" + WRITTEN));
    var claim = new Claim(Desk.linked(Service.COMPLAINT, "/complaints/" + complaint, "CLM-"));
    Desk.as("agent")
        .contentType("multipart/form-data")
        .multiPart("slot", "ID_COPY")
        .multiPart("consent", "true")
        .multiPart("file", "id.pdf", identityPaper(), "application/pdf")
        .post(RunningPlatform.url(Service.CLAIMS) + claim.path() + "/evidence")
        .then()
        .statusCode(200);
    claim.with("DAMAGE_PHOTO").with("INVOICE");
    claim.after("adjuster", "acceptance", Map.of());
    claim.after(
        "adjuster",
        "offer",
        Map.of(
            "dispatchedOn", "2026-11-10", "value", "800.00", "loss", "800.00", "freight", "12.00"));
    claim.after("agent", "agreement", Map.of());
    claim.after("adjuster", "payee", Map.of("role", "SENDER", "name", sender.name()));
    var account = Map.of("holder", sender.name(), "bank", "招商银行", "number", sender.account());
    claim.after("supervisor", "payment", Map.of("account", account, "consent", true));
    Inbox.awaitSms(sender.phone(), claim.number());
    var orders = RunningPlatform.url(Service.CLAIMS) + "/payment-orders";
    Desk.as("adjuster").accept("text/csv").get(orders);
    return claim;
  }

  private byte[] identityPaper() {
    return "%%PDF-1.7\n1 0 obj<</Title(%s %s)>>endobj\n%%%%EOF\n"
        .formatted(sender.identity(), sender.name())
        .getBytes(StandardCharsets.UTF_8);
  }

  private String collected() {
    return Desk.post(
            "agent",
            Service.INQUIRY,
            "/pickups",
            Map.of(
                "channel",
                "PHONE",
                "route",
                "DOMESTIC",
                "sender",
                sender.as("SENDER"),
                "address",
                sender.address(),
                "collectBy",
                inHours(3),
                "outlet",
                OUTLET))
        .getString("number");
  }

  private void redirected(String waybill) {
    var number =
        Desk.postAs(
                OUTLET,
                Service.INQUIRY,
                "/problem-parcels",
                Map.of(
                    "channel", "API_OUTLET",
                    "waybill", waybill,
                    "causeClass", "INFORMATION",
                    "declaredBy", "COURIER"))
            .getString("number");
    var page = CustomerPage.toldBy(Inbox.awaitSms(sender.phone(), number));
    page.open().then().statusCode(200);
    page.decide(
            Map.of(
                "instruction", "CHANGE_ADDRESS",
                "name", recipient.name(),
                "phone", recipient.phone(),
                "address", recipient.address()))
        .then()
        .statusCode(200);
    Desk.get("agent", Service.INQUIRY, "/problem-parcels/" + number).then().statusCode(200);
  }

  private String disputed(String waybill) {
    var report = new HashMap<String, Object>();
    report.put("ground", "LOSS");
    report.put("filingOutlet", "LLT-GZ-01");
    report.put("responsibleOutlet", OUTLET);
    report.put("destinationOutlet", OUTLET);
    report.put("dispatchedOn", "2026-11-10");
    report.put("contents", "手机 " + WRITTEN);
    report.put("claimed", Map.of("amount", "900.00", "currency", "CNY"));
    report.put(
        "parcels", List.of(Map.of("waybill", waybill, "value", "900.00", "weightKg", "1.000")));
    report.put("recipient", named(recipient));
    report.put("recipientAddress", recipient.address());
    report.put("sender", named(sender));
    report.put("complainingContact", named(sender));
    var dispute =
        Desk.post("arbitrator", Service.CLAIMS, "/outlet-disputes", report).getString("number");
    Desk.post(
        "arbitrator",
        Service.CLAIMS,
        "/outlet-disputes/" + dispute + "/announcement",
        Map.of(
            "recipientVerified", "CALL_RECORD",
            "contact", named(sender),
            "bankAccount", recipient.account()));
    Desk.postAs(
        OUTLET,
        Service.CLAIMS,
        "/outlet-disputes/" + dispute + "/announcement-reveal",
        Map.of("reason", "转账 " + WRITTEN));
    Desk.get("arbitrator", Service.CLAIMS, "/outlet-disputes/" + dispute).then().statusCode(200);
    return dispute;
  }

  private static Map<String, String> named(Somebody somebody) {
    return Map.of("name", somebody.name(), "phone", somebody.phone());
  }

  private void searched() {
    for (var found :
        List.of(
            found(Service.INQUIRY, "/parcels", "phone", recipient.phone()),
            found(Service.INQUIRY, "/parcels", "name", sender.name()),
            found(Service.INQUIRY, "/inquiries", "phone", sender.phone()),
            found(Service.COMPLAINT, "/complaints", "phone", sender.phone()),
            found(Service.CLAIMS, "/claims", "name", sender.name()),
            found(Service.NOTIFICATION, "/opt-outs", "phone", recipient.phone()))) {
      assertThat(found.getList("items")).isNotEmpty();
    }
    given()
        .queryParam("phone4", sender.phone().substring(7))
        .get(RunningPlatform.url(Service.INQUIRY) + "/tracking/" + waybill)
        .then()
        .statusCode(200);
  }

  private static JsonPath found(Service service, String path, String parameter, String value) {
    var answer =
        Desk.as("agent").queryParam(parameter, value).get(RunningPlatform.url(service) + path);
    answer.then().statusCode(200);
    return answer.jsonPath();
  }

  /** A key of a program that thinks nothing of it, and a case that is opened by it. */
  private void opened() {
    for (var attempt = 0; attempt < 2; attempt++) {
      Desk.as("agent")
          .header("Idempotency-Key", "case-of-" + sender.phone())
          .body(
              Map.of(
                  "channel", "PHONE",
                  "category", "ATTITUDE",
                  "description", "态度恶劣",
                  "complainant", sender.as("SENDER")))
          .post(RunningPlatform.url(Service.COMPLAINT) + "/complaints")
          .then()
          .statusCode(201)
          .header("Idempotent-Replayed", attempt == 0 ? nullValue() : is("true"));
    }
  }

  private static String inHours(int hours) {
    return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
