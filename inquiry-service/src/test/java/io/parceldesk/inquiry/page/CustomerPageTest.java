package io.parceldesk.inquiry.page;

import static io.parceldesk.inquiry.TestDesk.INQUIRIES;
import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.opened;
import static io.parceldesk.inquiry.TestDesk.parcel;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.parceldesk.chassis.contact.OneTimeCode;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CustomerPageTest {
  private static final String PROBLEMS = "/api/v1/problem-parcels";

  @Inject Seal seal;

  @AfterEach
  void forgetsGuesses() throws SQLException {
    change("delete from allowance where key like 'page/codes/%'");
  }

  @Test
  void asksForTheCodeInTheReadersLanguageAndLoadsNothingFromElsewhere() {
    given()
        .header("Accept-Language", "en-GB,en;q=0.9")
        .get("/p")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Cache-Control", "no-store")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Referrer-Policy", "no-referrer")
        .body(containsString("Enter the code"), not(containsString("http")));
    given().get("/p").then().body(containsString("请输入短信中的查询码"));
    given().get("/p?lang=en").then().body(containsString("Enter the code"));
  }

  @Test
  void letsTheSenderDecideOnce() {
    var number = problem();
    var code = code(number, "problem-parcel-declared");

    post("/p", Map.of("code", code.toLowerCase().replace("-", " ")))
        .statusCode(200)
        .body(
            allOf(
                containsString(number),
                containsString("CHANGE_ADDRESS"),
                not(containsString("ABANDON")),
                not(containsString("王")),
                not(containsString("138"))));
    post("/p/decision", Map.of("code", code, "instruction", "REDELIVER", "phone", "ignored"))
        .statusCode(200)
        .body(containsString("已收到您的处理意见"));
    agent()
        .get(PROBLEMS + "/" + number)
        .then()
        .body("status", is("INSTRUCTED"))
        .body("instruction.by", is("PAGE"));
    post("/p/decision", Map.of("code", code, "instruction", "RETURN")).statusCode(404);
    post("/p", Map.of("code", code)).statusCode(404);
    agent().get(PROBLEMS + "/" + number).then().body("instruction.kind", is("REDELIVER"));
  }

  @Test
  void sealsTheNewRecipientAndSaysWhatIsWrong() {
    var number = problem();
    var code = code(number, "problem-parcel-declared");

    post(
            "/p/decision",
            Map.of("code", code, "instruction", "CHANGE_CONTACT", "phone", "<script>12"))
        .statusCode(400)
        .body(containsString("正确的电话号码"), not(containsString("<script>")));
    post("/p/decision", Map.of("code", code)).statusCode(400).body(containsString("请选择"));
    post("/p/decision", Map.of("code", code, "instruction", "CHANGE_AMOUNT", "cod", "1e9"))
        .statusCode(400);
    post("/p/decision", Map.of("code", code, "instruction", "ABANDON")).statusCode(400);
    post(
            "/p/decision",
            Map.of("code", code, "instruction", "CHANGE_CONTACT", "phone", "13900139111"))
        .statusCode(200);

    agent()
        .get(PROBLEMS + "/" + number)
        .then()
        .body("instruction.newContact.phone", is("139******11"));
    assertThat(one("select new_contact from problem_parcel where number = '" + number + "'"))
        .startsWith("ey")
        .doesNotContain("13900139111");
  }

  @Test
  void showsAnAnswerToWhoHasItsCode() {
    var number = opened();
    agent()
        .body("{\"text\": \"今天<b>送到</b>\"}")
        .post(INQUIRIES + "/" + number + "/answer")
        .then()
        .statusCode(200);
    var code = code(number, "inquiry-answered");

    post("/p", Map.of("code", code))
        .statusCode(200)
        .body(
            containsString("今天&lt;b&gt;送到"),
            containsString(number),
            not(containsString("手机寄去上海修")));
    post("/p", Map.of("code", code)).statusCode(200);
    post("/p/decision", Map.of("code", code, "instruction", "REDELIVER")).statusCode(404);
    agent().get(INQUIRIES + "/" + number).then().body("answerReadAt", notNullValue());
    agent()
        .get(INQUIRIES + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItem("answer-read"));
  }

  @Test
  void opensNothingWithAnOldCode() throws SQLException {
    var number = problem();
    var first = code(number, "problem-parcel-declared");
    agent().body("{}").post(PROBLEMS + "/" + number + "/reminder").then().statusCode(200);
    post("/p", Map.of("code", first)).statusCode(404);

    var other = problem();
    var code = code(other, "problem-parcel-declared");
    change("update problem_parcel set access_code_until = now() where number = '" + other + "'");
    post("/p", Map.of("code", code)).statusCode(404);
    post("/p/decision", Map.of("code", code, "instruction", "REDELIVER")).statusCode(404);
  }

  @Test
  void letsNobodyGuess() {
    var code = code(problem(), "problem-parcel-declared");
    for (var i = 0; i < 10; i++) {
      post("/p", Map.of("code", "ABCDE-2345" + i)).statusCode(404).body(containsString("查询码不正确"));
    }

    post("/p", Map.of("code", code))
        .statusCode(429)
        .header("Retry-After", Integer::parseInt, lessThanOrEqualTo(60));
    post("/p/decision", Map.of("code", code, "instruction", "RETURN")).statusCode(429);
  }

  @Test
  void countsNoCodeThatIsRight() {
    var number = opened();
    agent().body("{\"text\": \"今天送到\"}").post(INQUIRIES + "/" + number + "/answer");
    var code = code(number, "inquiry-answered");

    for (var i = 0; i < 15; i++) {
      post("/p", Map.of("code", code)).statusCode(200);
    }
  }

  private static ValidatableResponse post(String path, Map<String, String> fields) {
    return given().formParams(new HashMap<>(fields)).post(path).then();
  }

  private static String problem() {
    var waybill = waybill();
    loadParcels(parcel(waybill, scan("ARRIVED", Instant.now().toString()))).statusCode(200);
    return agent()
        .body(
            """
            {"channel": "PHONE", "waybill": "%s", "causeClass": "INFORMATION",
             "declaredBy": "COURIER"}
            """
                .formatted(waybill))
        .post(PROBLEMS)
        .path("number");
  }

  private String code(String number, String type) {
    var record =
        TestEvents.awaitType("parceldesk.inquiry", number, "io.parceldesk." + type + ".v1");
    var sealed = JsonPath.from(new String(record.value())).getString("accessCode");
    return seal.open(sealed, OneTimeCode.class).code();
  }

  private static void change(String sql) throws SQLException {
    try (var connection =
            DriverManager.getConnection(TestServers.jdbcUrl("inquiry"), "inquiry", "inquiry");
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static String one(String sql) {
    try (var connection =
            DriverManager.getConnection(TestServers.jdbcUrl("inquiry"), "inquiry", "inquiry");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
