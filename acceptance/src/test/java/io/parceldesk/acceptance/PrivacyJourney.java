package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two people go through everything that the platform does with customers; afterwards nothing of
 * theirs is found in clear in tables, topics, logs, metrics, answers, problems or messages (PRV-01,
 * REG-09, REG-10).
 */
class PrivacyJourney {
  private static final String OUTLET = "LLT-BJ-01";
  private static final Somebody SENDER =
      new Somebody(
          "欧阳娜夏",
          "13951860427",
          "ouyang.naxia",
          "梅花山路1937弄604室",
          "6225881937604042",
          "320102198704126045");
  private static final Somebody RECIPIENT =
      new Somebody(
          "司徒若岚",
          "13770591386",
          "situ.ruolan",
          "紫藤巷2208号1703室",
          "6214830718253946",
          "440305199211037128");

  private record Answer(String request, String body) {}

  private static final ClearText CLEAR = new ClearText(List.of(SENDER, RECIPIENT));
  private static final List<Answer> ANSWERS = Collections.synchronizedList(new ArrayList<>());
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps what the services answer, but for reveals, which are meant to show it. */
  private static final Filter KEEPER =
      (request, response, context) -> {
        var answer = context.next(request, response);
        var isService =
            Arrays.stream(Service.values())
                .anyMatch(
                    service ->
                        request.getURI().startsWith(RunningPlatform.get().ports().url(service)));
        if (isService && !request.getURI().contains("reveal")) {
          ANSWERS.add(new Answer(request.getMethod() + " " + request.getURI(), answer.asString()));
        }
        return answer;
      };

  @BeforeAll
  static void everythingHappens() throws Exception {
    RunningPlatform.get();
    RestAssured.filters(KEEPER);
    parcel("LLT9970000001");
    parcel("LLT9970000002");
    OutletEndpoint.registered(OUTLET);
    preferences();
    var complaint = complained(inquired("LLT9970000001"));
    claimed(complaint);
    collected();
    redirected("LLT9970000002");
    disputed("LLT9970000001");
    searched();
    refused();
    Inbox.awaitMail("bj01@example.com", complaint);
    Inbox.awaitWebhook(OUTLET, "complaint.assigned", complaint);
  }

  @AfterAll
  static void keepNothingMore() {
    RestAssured.replaceFiltersWith(List.of());
  }

  @Test
  void noTableHoldsPersonalDataInClear() {
    assertThat(CLEAR.inTables()).isEmpty();
  }

  @Test
  void noTopicCarriesPersonalDataInClear() {
    assertThat(CLEAR.inTopics()).isEmpty();
  }

  @Test
  void noLogAndNoMetricNamesAnybody() {
    assertThat(CLEAR.inLogs()).isEmpty();
    assertThat(CLEAR.inMetrics()).isEmpty();
  }

  @Test
  void noAnswerAndNoProblemShowsMoreThanMasks() {
    assertThat(ANSWERS).hasSizeGreaterThan(30);
    assertThat(ANSWERS).filteredOn(answer -> CLEAR.isIn(answer.body())).isEmpty();
  }

  @Test
  void noMessageTellsOfAnybody() {
    assertThat(CLEAR.inMessages()).isEmpty();
  }

  /** What is not declared would be left behind when keys are rotated. */
  @Test
  void everythingSealedIsDeclared() {
    for (var service : Service.values()) {
      var view = Desk.get("admin", service, "/key-rotation").jsonPath();
      var declared =
          view.<Map<String, Object>>getList("tables").stream()
              .flatMap(
                  table ->
                      ((List<?>) table.get("columns"))
                          .stream().map(column -> table.get("table") + "." + column))
              .toList();
      assertThat(declared)
          .as(service.directory())
          .containsAll(Databases.columnsWithSealed(service));
    }
  }

  /** The search would find what it looks for. */
  @Test
  void findsWhatIsPlanted() throws IOException {
    Databases.execute(
        Service.COMPLAINT,
        "insert into inbox (source, event_id) values ('planted', '+86" + SENDER.phone() + "')");
    Databases.execute(
        Service.CLAIMS,
        "insert into dead_letter (channel, topic, partition_number, record_offset, headers,"
            + " payload, reason) values ('planted', 't', 0, 0, '{}', convert_to('"
            + RECIPIENT.name()
            + "', 'UTF8'), '')");
    var log = Files.writeString(ClearText.logs().resolve("planted.log"), SENDER.address());
    try {
      assertThat(CLEAR.inTables())
          .containsExactlyInAnyOrder("complaint: inbox.event_id", "claims: dead_letter.payload");
      assertThat(CLEAR.inLogs()).containsExactly(log.toString());
      assertThat(CLEAR.isIn("{\"phone\": \"+86" + SENDER.phone() + "\"}")).isTrue();
    } finally {
      Files.delete(log);
      Databases.execute(Service.COMPLAINT, "delete from inbox where source = 'planted'");
      Databases.execute(Service.CLAIMS, "delete from dead_letter where channel = 'planted'");
    }
  }

  private static void parcel(String waybill) throws IOException {
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
            SENDER.party(),
            "recipient",
            RECIPIENT.party(),
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
        OUTLET);
  }

  private static void preferences() {
    Desk.post(
        "agent",
        Service.NOTIFICATION,
        "/consents",
        Map.of("email", RECIPIENT.email(), "proof", "WEB-FORM-2026"));
    Desk.post(
        "agent",
        Service.NOTIFICATION,
        "/opt-outs",
        Map.of("phone", RECIPIENT.phone(), "class", "SERVICE", "reason", "ASKED"));
  }

  private static String inquired(String waybill) {
    var inquiry =
        Desk.post(
                "agent",
                Service.INQUIRY,
                "/inquiries",
                Map.of(
                    "channel", "PHONE",
                    "subject", "DELIVERY_STATE",
                    "waybill", waybill,
                    "inquirer", SENDER.as("SENDER"),
                    "question", "快件到哪里了？"))
            .getString("number");
    var path = "/inquiries/" + inquiry;
    Desk.post(
        "agent",
        Service.INQUIRY,
        path + "/promise",
        Map.of("promisedReplyAt", inHours(2), "deliveryAddress", RECIPIENT.address()));
    Desk.post("agent", Service.INQUIRY, path + "/answer", Map.of("text", "暴雨延误"));
    Desk.post(
        "agent",
        Service.INQUIRY,
        path + "/conversion",
        Map.of("category", "DAMAGE", "description", "外箱破损", "demand", "赔偿"));
    return Desk.linked(Service.INQUIRY, path, "CMP-");
  }

  private static String complained(String number) {
    var path = "/complaints/" + number;
    Desk.post("agent", Service.COMPLAINT, path + "/acknowledgement", Map.of());
    Desk.post("agent", Service.COMPLAINT, path + "/assessment", Map.of("founded", true));
    Desk.post("agent", Service.COMPLAINT, path + "/assignment", Map.of("outlet", OUTLET));
    var revealed =
        Desk.as("agent")
            .header("Idempotency-Key", UUID.randomUUID())
            .body(Map.of("reason", "回电"))
            .post(RunningPlatform.url(Service.COMPLAINT) + path + "/contact-reveal");
    assertThat(revealed.<String>path("phone.e164")).isEqualTo("+86" + SENDER.phone());
    Desk.get("outlet?outlet=" + OUTLET, Service.COMPLAINT, path).then().statusCode(200);
    Desk.get("agent", Service.COMPLAINT, path + "/timeline").then().statusCode(200);
    return number;
  }

  private static void claimed(String complaint) {
    Desk.post(
        "agent",
        Service.COMPLAINT,
        "/complaints/" + complaint + "/claim-referral",
        Map.of("ground", "DAMAGE", "route", "DOMESTIC", "claimed", "800.00", "reason", "内件碎裂"));
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
    claim.after("adjuster", "payee", Map.of("role", "SENDER", "name", SENDER.name()));
    var account = Map.of("holder", SENDER.name(), "bank", "招商银行", "number", SENDER.account());
    claim.after("supervisor", "payment", Map.of("account", account, "consent", true));
    Inbox.awaitSms(SENDER.phone(), claim.number());
    var orders = RunningPlatform.url(Service.CLAIMS) + "/payment-orders";
    Desk.as("adjuster").accept("text/csv").get(orders);
    Desk.get("adjuster", Service.CLAIMS, claim.path() + "/evidence").then().statusCode(200);
  }

  private static byte[] identityPaper() {
    return "%%PDF-1.7\n1 0 obj<</Title(%s %s)>>endobj\n%%%%EOF\n"
        .formatted(SENDER.identity(), SENDER.name())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void collected() {
    Desk.post(
        "agent",
        Service.INQUIRY,
        "/pickups",
        Map.of(
            "channel",
            "PHONE",
            "route",
            "DOMESTIC",
            "sender",
            SENDER.as("SENDER"),
            "address",
            SENDER.address(),
            "collectBy",
            inHours(3),
            "outlet",
            OUTLET));
  }

  private static void redirected(String waybill) {
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
    var page = CustomerPage.toldBy(Inbox.awaitSms(SENDER.phone(), number));
    page.open().then().statusCode(200);
    page.decide(
            Map.of(
                "instruction", "CHANGE_ADDRESS",
                "name", RECIPIENT.name(),
                "phone", RECIPIENT.phone(),
                "address", RECIPIENT.address()))
        .then()
        .statusCode(200);
    Desk.get("agent", Service.INQUIRY, "/problem-parcels/" + number).then().statusCode(200);
  }

  private static void disputed(String waybill) {
    var report = new HashMap<String, Object>();
    report.put("ground", "LOSS");
    report.put("filingOutlet", "LLT-GZ-01");
    report.put("responsibleOutlet", OUTLET);
    report.put("destinationOutlet", OUTLET);
    report.put("dispatchedOn", "2026-11-10");
    report.put("contents", "手机");
    report.put("claimed", Map.of("amount", "900.00", "currency", "CNY"));
    report.put(
        "parcels", List.of(Map.of("waybill", waybill, "value", "900.00", "weightKg", "1.000")));
    report.put("recipient", named(RECIPIENT));
    report.put("recipientAddress", RECIPIENT.address());
    report.put("sender", named(SENDER));
    report.put("complainingContact", named(SENDER));
    var dispute =
        Desk.post("arbitrator", Service.CLAIMS, "/outlet-disputes", report).getString("number");
    Desk.post(
        "arbitrator",
        Service.CLAIMS,
        "/outlet-disputes/" + dispute + "/announcement",
        Map.of(
            "recipientVerified", "CALL_RECORD",
            "contact", named(SENDER),
            "bankAccount", RECIPIENT.account()));
    Desk.postAs(
        OUTLET,
        Service.CLAIMS,
        "/outlet-disputes/" + dispute + "/announcement-reveal",
        Map.of("reason", "转账"));
    Desk.get("arbitrator", Service.CLAIMS, "/outlet-disputes/" + dispute).then().statusCode(200);
  }

  private static Map<String, String> named(Somebody somebody) {
    return Map.of("name", somebody.name(), "phone", somebody.phone());
  }

  private static void searched() {
    for (var found :
        List.of(
            found(Service.INQUIRY, "/parcels", "phone", RECIPIENT.phone()),
            found(Service.INQUIRY, "/parcels", "name", SENDER.name()),
            found(Service.INQUIRY, "/inquiries", "phone", SENDER.phone()),
            found(Service.COMPLAINT, "/complaints", "phone", SENDER.phone()),
            found(Service.CLAIMS, "/claims", "name", SENDER.name()),
            found(Service.NOTIFICATION, "/opt-outs", "phone", RECIPIENT.phone()))) {
      assertThat(found.getList("items")).isNotEmpty();
    }
    given()
        .queryParam("phone4", SENDER.phone().substring(7))
        .get(RunningPlatform.url(Service.INQUIRY) + "/tracking/LLT9970000001")
        .then()
        .statusCode(200);
  }

  private static JsonPath found(Service service, String path, String parameter, String value) {
    var answer =
        Desk.as("agent").queryParam(parameter, value).get(RunningPlatform.url(service) + path);
    answer.then().statusCode(200);
    return answer.jsonPath();
  }

  /** Whatever is wrong with a request, the problem does not repeat it. */
  private static void refused() {
    var complaints = RunningPlatform.url(Service.COMPLAINT) + "/complaints";
    for (var wrong :
        List.of(
            Map.of("complainant", SENDER.name()),
            Map.of("channel", SENDER.phone(), "category", SENDER.name()),
            Map.of("complainant", Map.of("name", SENDER.name(), "phone", SENDER.phone() + "99")),
            Map.of("complainant", Map.of("role", "SENDER", "email", SENDER.mailbox() + "@")),
            Map.of("waybill", SENDER.address(), "description", List.of(SENDER.phone())))) {
      Desk.as("agent").body(wrong).post(complaints).then().statusCode(400);
    }
    Desk.as("agent").body("{\"complainant\": {" + SENDER.phone()).post(complaints);
    Desk.as("agent").queryParam("phone", SENDER.phone() + "x").get(complaints);
    Desk.as("agent").get(complaints + "/" + SENDER.phone());
    Desk.as("agent")
        .body(Map.of("phone", SENDER.phone() + "12", "class", "SERVICE", "reason", "ASKED"))
        .post(RunningPlatform.url(Service.NOTIFICATION) + "/opt-outs")
        .then()
        .statusCode(400);
  }

  private static String inHours(int hours) {
    return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
