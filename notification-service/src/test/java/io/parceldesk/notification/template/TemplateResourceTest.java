package io.parceldesk.notification.template;

import static io.parceldesk.notification.Stage.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.parceldesk.notification.EventShape;
import io.parceldesk.notification.SmsText;
import io.parceldesk.notification.Stage;
import io.parceldesk.notification.Vocabulary;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TemplateResourceTest {
  private static final String CLOSED = "/api/v1/templates/complaint-closed.customer/zh-CN";
  private static final String OURS = "/api/v1/templates/test-message.customer/zh-CN";

  @Inject Vocabulary vocabulary;

  @AfterEach
  void leavesNoWordsBehind() {
    Stage.sql("delete from message_template where key like 'test-%'");
  }

  @Test
  void acceptsTheShippedWords() {
    for (var wording : ShippedWordings.read()) {
      assertThatCode(
              () ->
                  WordingCheck.accept(
                      wording.id(),
                      wording.source(),
                      vocabulary.longest(wording.id().locale()),
                      SmsText.signature("路路通速运")))
          .as(wording.id().toString())
          .doesNotThrowAnyException();
    }
  }

  @Test
  void addsVersions() {
    write("\"0\"", Map.of("body", "您好，{number}。")).statusCode(200).header("ETag", "\"1\"");
    write("\"0\"", Map.of("body", "您好，{number}！")).statusCode(412);
    write("\"1\"", Map.of("body", "您好，{number}！")).statusCode(200).header("ETag", "\"2\"");
    write(null, Map.of("body", "您好")).statusCode(428);

    as("agent")
        .get(OURS + "?channel=SMS")
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("items[0].body", is("您好，{number}！"))
        .body("items[0].versions.version", is(List.of(2, 1)));
    as("agent").get(CLOSED).then().body("items.channel", is(List.of("EMAIL", "SMS")));
    as("agent").get("/api/v1/templates/never.written/en").then().statusCode(404);
    as("supervisor").body(Map.of("body", "x")).put(OURS + "?channel=SMS").then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "SMS; 您好，{name}; /body; {name} is not known",
        "SMS; 您好，{contact}; /body; is not known",
        "SMS; {#if waybill}{phone}{/if}; /body; {phone} is not known",
        "SMS; {number.toString}; /body; asks too much",
        "SMS; {inject:vertx}; /body; is not known",
        "SMS; {number; /body; is not a template",
        "SMS; {#if waybill}x; /body; is not a template",
        "SMS; {#eval number /}; /body; not {#eval",
        "SMS; {#for x in number}{x}{/for}; /body; not {#for",
        "SMS; 【顺风】您好; /body; the signature is added",
        "SMS; 您好👋; /body; emoji",
        "SMS; 请拨打13800138000; /body; phone number",
        "SMS; 请回复 wang@example.com; /body; e-mail address",
        "SMS; 见 https://example.com/{number}; /body; link with a value",
        "EMAIL; 您好; /subject; is required",
      })
  void refuses(String channel, String body, String pointer, String why) {
    as("admin")
        .header("If-Match", "\"0\"")
        .body(Map.of("body", body))
        .put(OURS + "?channel=" + channel)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer))
        .body("errors.message", hasItem(containsString(why)));
  }

  @Test
  void refusesAnSmsThatCouldGetTooLong() {
    var filler = "很".repeat(134 - 7 - "CMP-261122-100000X".length());

    write("\"0\"", Map.of("body", filler + "{number}")).statusCode(200);
    write("\"1\"", Map.of("body", filler + "{number}。"))
        .statusCode(400)
        .body("errors[0].message", containsString("135 characters"));
  }

  @Test
  void showsAnSmsInItsParts() {
    var shown = preview(CLOSED, Map.of("channel", "SMS"));

    assertThat(shown.getString("text")).startsWith("【路路通速运】您好，您的投诉CMP-261120-00042Q已办结");
    assertThat(shown.getInt("characters")).isEqualTo(shown.getString("text").length());
    assertThat(shown.getInt("segments")).isEqualTo(1);
    assertThat(shown.getList("parts")).hasSize(1);
    var longer = preview(CLOSED, Map.of("channel", "SMS", "body", "{number}" + "很".repeat(80)));
    assertThat(longer.getInt("segments")).isEqualTo(2);
    assertThat(longer.getString("parts[0]")).hasSize(67);
  }

  @Test
  void showsAnEMailOnAnEventOfTheCallers() {
    var data = EventShape.sample("claim-offered").orElseThrow();
    var shown =
        preview(
            "/api/v1/templates/claim-offered.customer/en",
            Map.of("channel", "EMAIL", "event", "claim-offered", "data", data));

    assertThat(shown.getString("subject")).isEqualTo("Our offer on your claim CLM-261121-00007O");
    assertThat(shown.getString("text")).contains("Offer: CNY 812.00", "Waybill: LLT8******417");
    assertThat(shown.getString("html")).contains("<td>CNY 812.00</td>");
    as("admin")
        .body(Map.of("channel", "EMAIL", "data", Map.of("case", Map.of("kind", "CLAIM"))))
        .post("/api/v1/templates/claim-offered.customer/en/preview")
        .then()
        .statusCode(400);
    as("admin")
        .body(Map.of("channel", "EMAIL", "event", "outlet-changed"))
        .post("/api/v1/templates/claim-offered.customer/en/preview")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/event"));
  }

  /** Every shipped message on the example of its event, as whoever gets it reads it. */
  @Test
  void showsEveryShippedMessageWithoutGaps() {
    for (var wording : ShippedWordings.read()) {
      var id = wording.id();
      var shown =
          preview(
              "/api/v1/templates/" + id.key() + "/" + id.locale(), Map.of("channel", id.channel()));
      assertThat(shown.getString("text"))
          .as(id.toString())
          .doesNotContain("null", "NOT_FOUND", "{", "LLT8812604417", "（）", "()", "  ");
    }
  }

  private static JsonPath preview(String template, Map<String, ?> form) {
    return as("supervisor")
        .body(form)
        .post(template + "/preview")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static ValidatableResponse write(String ifMatch, Map<String, String> words) {
    var request = as("admin").body(words);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put(OURS + "?channel=SMS").then();
  }
}
