package io.parceldesk.notification.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.standardwebhooks.Webhook;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outlets sign what they send with the published library. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InboundTest {
  private static final String FOREIGN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  @Inject Seal seal;

  private final String dispute = CaseEventData.of("DISPUTE", "DSP").number();
  private final String complaint = CaseEventData.complaint().number();
  private String outlet;
  private String secret;

  @BeforeEach
  void anOutletWithASecret() {
    outlet = Stage.outlet(Stage.phone(), "inbound@example.com");
    secret = rotate().getString("secret");
  }

  @Test
  void passesOnWhatOutletsAnswer() {
    send(id(), investigation("客户电话13800138000，已重新派送"))
        .statusCode(202)
        .body("type", is("investigation.reply"))
        .body("inReplyTo", is(complaint))
        .body("receivedAt", notNullValue());
    send(id(), acknowledgement()).statusCode(202);

    var records = TestEvents.await(Topics.OUTLET, outlet, all -> all.size() == 2);
    assertThat(records)
        .extracting(record -> TestEvents.header(record, "ce_caseseq"))
        .containsExactly("1", "2");
    assertThat(records)
        .extracting(record -> TestEvents.header(record, "ce_type"))
        .containsExactly("io.parceldesk.outlet-replied.v1", "io.parceldesk.outlet-acknowledged.v1");
    var replied = new String(records.get(0).value());
    var event = JsonPath.from(replied);
    assertThat(event.getString("outlet")).isEqualTo(outlet);
    assertThat(event.getString("inReplyTo.number")).isEqualTo(complaint);
    assertThat(event.getString("inReplyTo.kind")).isEqualTo("COMPLAINT");
    assertThat(event.getString("answer")).isEqualTo("FOUNDED");
    assertThat(replied).doesNotContain("13800138000", "派送");
    assertThat(seal.open(event.getString("statement"), OutletStatement.class))
        .isEqualTo(new OutletStatement("客户电话13800138000，已重新派送", "派送延误", null));
    assertThat(JsonPath.from(new String(records.get(1).value())).getString("inReplyTo.number"))
        .isEqualTo(dispute);
  }

  @Test
  void takesTheSameMessageOnce() {
    var id = id();
    var first = send(id, acknowledgement()).statusCode(202).extract().asString();

    var again = send(id, acknowledgement()).statusCode(202).extract().asString();
    send(id, investigation("anders")).statusCode(422).body("code", is("webhook-id-reused"));
    send(id(), acknowledgement()).statusCode(202);

    assertThat(again).isEqualTo(first);
    var records = TestEvents.await(Topics.OUTLET, outlet, all -> all.size() >= 2);
    assertThat(records).hasSize(2);
  }

  @Test
  void refusesStrangersAllInTheSameWords() {
    var body = acknowledgement();
    var unsigned = Stage.outlet(Stage.phone(), "nosecret@example.com");
    var wrong = post(outlet, id(), now(), FOREIGN, body).statusCode(401).extract().asString();

    assertThat(post("LLT-NOBODY", id(), now(), FOREIGN, body).extract().asString())
        .isEqualTo(wrong);
    assertThat(post(unsigned, id(), now(), FOREIGN, body).extract().asString()).isEqualTo(wrong);
    assertThat(post(unsigned, id(), now(), secret, body).extract().asString())
        .as("another outlet's secret")
        .isEqualTo(wrong);
    assertThat(headless(body).statusCode(401).extract().asString()).isEqualTo(wrong);
    assertThat(raw(outlet, id(), "soon", "v1,x", body).statusCode(401).extract().asString())
        .isEqualTo(wrong);
    assertThat(
            raw(outlet, "msg.1", String.valueOf(now()), sign(secret, "msg.1", now(), body), body)
                .statusCode(401)
                .extract()
                .asString())
        .isEqualTo(wrong);
    var id = id();
    assertThat(
            raw(outlet, id, "" + now(), sign(secret, id, now(), body), body.replace("data", "dat"))
                .statusCode(401)
                .extract()
                .asString())
        .as("another body than was signed")
        .isEqualTo(wrong);
    assertThat(wrong).contains("bad-signature").doesNotContain(outlet);
  }

  @ParameterizedTest
  @CsvSource({"-301, 401", "301, 401", "-280, 202", "280, 202"})
  void toleratesFiveMinutes(long seconds, int status) {
    var response = post(outlet, id(), now() + seconds, secret, acknowledgement());

    response.statusCode(status);
    if (status == 401) {
      response.body("code", is("stale-timestamp"));
    }
  }

  @ParameterizedTest(name = "{1} at {2}: {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON                                                            | 400 | malformed-json"
            + " | ",
        "{} {}                                                               | 400 | malformed-json"
            + " | ",
        "[]                                                                  | 400 | invalid-body |"
            + " ''",
        "{}                                                                  | 400 | invalid-body |"
            + " /type",
        "{'type': 'song', 'timestamp': '2026-11-23T03:12:09Z', 'data': {}}   | 400 | invalid-body |"
            + " /type",
        "{'type': 'acknowledgement', 'timestamp': '2026-11-23T03:12:09Z', 'data': {}}  | 400 |"
            + " invalid-body | /data",
        "{'type': 'acknowledgement', 'data': {'case': '$DSP'}}               | 400 | invalid-body |"
            + " ''",
        "{'type': 'acknowledgement', 'timestamp': 'today', 'data': {'case': '$DSP'}} | 400 |"
            + " invalid-body | /timestamp",
        "{'type': 'acknowledgement', 'timestamp': '2026-11-23T03:12:09Z', 'data': {'case': '$DSP',"
            + " 'more': 1}} | 400 | invalid-body | /data",
        "{'type': 'acknowledgement', 'timestamp': '2026-11-23T03:12:09Z', 'data': {'case': 7}} |"
            + " 400 | invalid-body | /data/case",
        "{'type': 'acknowledgement', 'timestamp': '2026-11-23T03:12:09Z', 'data': {'case':"
            + " 'DSP-261121-00005X'}} | 400 | bad-case-number |",
        "{'type': 'announcement.reply', 'timestamp': '2026-11-23T03:12:09Z', 'data': {'case':"
            + " '$DSP', 'answer': 'PERHAPS'}} | 400 | invalid-body | /data/answer",
        "{'type': 'announcement.reply', 'timestamp': '2026-11-23T03:12:09Z', 'data': {'case':"
            + " '$DSP', 'answer': 'ACCEPTED', 'statement': ' '}} | 400 | invalid-body |"
            + " /data/statement",
        "{'type': 'announcement.reply', 'timestamp': '2026-11-23T03:12:09Z', 'data': {'case':"
            + " '$CMP', 'answer': 'ACCEPTED'}} | 422 | wrong-kind-of-case |",
        "{'type': 'investigation.reply', 'timestamp': '2026-11-23T03:12:09Z', 'data': {'case':"
            + " '$CMP', 'answer': 'FOUNDED'}} | 400 | invalid-body | /data",
        "{'type': 'problem.parcel.reply', 'timestamp': '2026-11-23T03:12:09Z', 'data': {'case':"
            + " '$DSP', 'answer': 'DELIVERED'}} | 422 | wrong-kind-of-case |"
      })
  void refusesWhatItCannotUnderstand(String template, int status, String code, String pointer) {
    var body =
        template.strip().replace('\'', '"').replace("$DSP", dispute).replace("$CMP", complaint);

    var response = send(id(), body).statusCode(status).body("code", is(code));

    if (pointer != null) {
      response.body("errors.pointer", hasItem(pointer));
    }
  }

  @Test
  void refusesWhatIsTooLargeOrNoJson() {
    send(id(), "{\"x\": \"" + "长".repeat(22_000) + "\"}")
        .statusCode(413)
        .body("code", is("body-too-large"));
    RestAssured.given()
        .contentType("text/plain")
        .body("hello")
        .post("/api/v1/inbound/outlets/" + outlet)
        .then()
        .statusCode(415);
    send(id(), investigation("长".repeat(2001)))
        .statusCode(400)
        .body("errors[0].pointer", is("/data/statement"));
  }

  @Test
  void takesOnlySoManyInAMinute() {
    Stage.sql(
        """
        insert into inbound_message (outlet, message_id, body_hash, type, case_number)
        select '%s', 'old' || n, '', 'acknowledgement', 'DSP' from generate_series(1, 119) n
        """
            .formatted(outlet));
    var last = id();
    send(last, acknowledgement()).statusCode(202);

    var retryAfter =
        send(id(), acknowledgement())
            .statusCode(429)
            .body("code", is("too-many-messages"))
            .body("retryAfterSeconds", greaterThan(0))
            .extract()
            .header("Retry-After");

    assertThat(Integer.parseInt(retryAfter)).isBetween(1, 60);
    send(last, acknowledgement()).statusCode(202); // what is known costs nothing
  }

  @Test
  void acceptsOldAndNewSecretForADayAndNoneOnceTheyAreRevoked() {
    var next = rotate();
    assertThat(Instant.parse(next.getString("previousGoodUntil"))).isAfter(Instant.now());
    post(outlet, id(), now(), secret, acknowledgement()).statusCode(202);
    post(outlet, id(), now(), next.getString("secret"), acknowledgement()).statusCode(202);
    Stage.asOutlet(outlet)
        .get(path() + "/secret")
        .then()
        .statusCode(200)
        .body("secrets.size()", is(2))
        .body("secrets[1].expiresAt", notNullValue());

    Stage.sql(
        "update inbound_secret set expires_at = now() where expires_at is not null and outlet = '%s'"
            .formatted(outlet));
    post(outlet, id(), now(), secret, acknowledgement()).statusCode(401);
    post(outlet, id(), now(), next.getString("secret"), acknowledgement()).statusCode(202);

    Stage.asOutlet(outlet).delete(path() + "/secret").then().statusCode(204);
    post(outlet, id(), now(), next.getString("secret"), acknowledgement()).statusCode(401);
  }

  @Test
  void keepsOutletsFromEachOthersSecrets() {
    Stage.asOutlet("LLT-OTHER").post(path() + "/secret-rotation").then().statusCode(403);
    Stage.asOutlet("LLT-OTHER").get(path() + "/secret").then().statusCode(403);
    Stage.asOutlet("LLT-OTHER").delete(path() + "/secret").then().statusCode(403);
    Stage.as("admin")
        .post("/api/v1/inbound/outlets/LLT-NOBODY/secret-rotation")
        .then()
        .statusCode(404);
  }

  @Test
  void documentsWhatItTakesInWithExamplesThatItTakes() {
    var types = Stage.asOutlet(outlet).get("/api/v1/inbound/types").jsonPath();

    assertThat(types.getList("items.name"))
        .containsExactly(
            "announcement.reply", "investigation.reply", "problem.parcel.reply", "acknowledgement");
    assertThat(types.getList("items.example.data.case")).doesNotContainNull();
    assertThat(types.getList("items.schema.properties.data")).doesNotContainNull();
  }

  private JsonPath rotate() {
    return Stage.asOutlet(outlet)
        .post(path() + "/secret-rotation")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private String path() {
    return "/api/v1/inbound/outlets/" + outlet;
  }

  private static String id() {
    return "msg_" + UUID.randomUUID();
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private String investigation(String statement) {
    return """
    {"type": "investigation.reply", "timestamp": "2026-11-23T03:12:09Z",
     "data": {"case": "%s", "answer": "FOUNDED", "statement": "%s", "cause": "派送延误"}}
    """
        .formatted(complaint, statement);
  }

  private String acknowledgement() {
    return """
    {"type": "acknowledgement", "timestamp": "2026-11-23T03:12:09Z", "data": {"case": "%s"}}
    """
        .formatted(dispute);
  }

  private ValidatableResponse send(String id, String body) {
    return post(outlet, id, now(), secret, body);
  }

  private static ValidatableResponse post(
      String outlet, String id, long timestamp, String secret, String body) {
    return raw(outlet, id, Long.toString(timestamp), sign(secret, id, timestamp, body), body);
  }

  private static String sign(String secret, String id, long timestamp, String body) {
    try {
      return new Webhook(secret).sign(id, timestamp, body);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static ValidatableResponse raw(
      String outlet, String id, String timestamp, String signature, String body) {
    return RestAssured.given()
        .contentType(ContentType.JSON)
        .header("webhook-id", id)
        .header("webhook-timestamp", timestamp)
        .header("webhook-signature", signature)
        .body(body)
        .post("/api/v1/inbound/outlets/" + outlet)
        .then();
  }

  private ValidatableResponse headless(String body) {
    return RestAssured.given().contentType(ContentType.JSON).body(body).post(path()).then();
  }
}
