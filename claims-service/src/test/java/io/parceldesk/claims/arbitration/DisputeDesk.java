package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.announcedOutlet;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.restassured.RestAssured.given;

import io.parceldesk.sandbox.servers.TestServers;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Two outlets that this service knows, and what they and headquarters do about a dispute. */
final class DisputeDesk {
  static final String DISPUTES = "/api/v1/outlet-disputes";

  final String filer = announcedOutlet(code());
  final String liable = announcedOutlet(code());

  RequestSpecification filer() {
    return as(TestServers.token("outlet", filer));
  }

  RequestSpecification liable() {
    return as(TestServers.token("outlet", liable));
  }

  static RequestSpecification arbitrator() {
    return as(TestServers.token("arbitrator"));
  }

  String loss(String... waybills) {
    return report("LOSS", List.of(waybills), "\"value\": \"900.00\"");
  }

  String delay() {
    return report(
        "DELAY", List.of(waybill()), "\"value\": \"900.00\", \"weightKg\": 1.000, \"daysLate\": 6");
  }

  String report(String ground, List<String> waybills, String facts) {
    var parcels =
        waybills.stream()
            .map(waybill -> "{\"waybill\": \"%s\", %s}".formatted(waybill, facts))
            .collect(Collectors.joining(","));
    return """
    {"ground": "%s", "filingOutlet": "%s", "responsibleOutlet": "%s", "destinationOutlet": "%s",
     "dispatchedOn": "2026-11-01", "batch": %s, "claimed": {"amount": "900.00", "currency": "CNY"},
     "contents": "手机", "parcels": [%s], "recipient": {"name": "王小明", "phone": "13800138000"},
     "recipientAddress": "四川省成都市武侯区一环路1号", "sender": {"name": "李丽", "phone": "13900139000"},
     "complainingContact": {"name": "张三", "phone": "13700137000"}}
    """
        .formatted(ground, filer, liable, liable, waybills.size() > 1, parcels);
  }

  /** Opened by the desk, announced and refused: headquarters may be asked. */
  String refused(String report) {
    var number = announced(arbitrator(), report);
    reply(number, "REFUSED").statusCode(200);
    return number;
  }

  String announced(RequestSpecification by, String report) {
    var number =
        by.body(report).post(DISPUTES).then().statusCode(201).extract().<String>path("number");
    post(arbitrator(), number, "announcement", ANNOUNCEMENT).statusCode(200);
    return number;
  }

  static final String ANNOUNCEMENT =
      """
      {"recipientVerified": "CALL_RECORD", "contact": {"name": "张三", "phone": "13700137000"},
       "bankAccount": "6222 0000 1111 2222"}
      """;

  ValidatableResponse reply(String number, String answer) {
    return post(
        liable(), number, "reply", "{\"answer\": \"%s\", \"reason\": \"已签收\"}".formatted(answer));
  }

  /** With all papers that a loss needs, verified by headquarters. */
  String verified(String number, boolean isTrue) {
    List.of("WAYBILL_IMAGE", "CLAIM_LETTER", "SEAL").forEach(slot -> upload(number, slot));
    post(arbitrator(), number, "submission", "{}").statusCode(200);
    post(
            arbitrator(),
            number,
            "verification",
            "{\"reportTrue\": %s, \"batch\": true, \"finding\": \"查实\"}".formatted(isTrue))
        .statusCode(200);
    return number;
  }

  static void upload(String number, String slot) {
    given()
        .auth()
        .oauth2(TestServers.token("arbitrator"))
        .multiPart("slot", slot)
        .multiPart("file", slot + ".pdf", PDF, "application/pdf")
        .post(DISPUTES + "/" + number + "/evidence")
        .then()
        .statusCode(200);
  }

  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF".getBytes();

  String ruling() {
    return "{\"liability\": [{\"party\": \"%s\", \"percent\": 100}], \"reason\": \"运输途中丢失\"}"
        .formatted(liable);
  }

  static ValidatableResponse post(
      RequestSpecification by, String number, String action, String body) {
    return by.body(body).post(DISPUTES + "/" + number + "/" + action).then();
  }

  static ValidatableResponse view(RequestSpecification by, String number) {
    return by.get(DISPUTES + "/" + number).then();
  }

  static String balance(String outlet) {
    return as(TestServers.token("auditor"))
        .get("/api/v1/outlet-accounts/" + outlet)
        .path("balance.amount");
  }

  private static String code() {
    return "LLT-D" + ThreadLocalRandom.current().nextLong(1_000_000_000L);
  }
}
