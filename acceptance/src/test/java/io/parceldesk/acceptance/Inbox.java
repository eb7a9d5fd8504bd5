package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** What the sandbox's phones, mailboxes and receivers got. */
final class Inbox {
  static JsonPath list(String name) {
    return given().get(RunningPlatform.get().ports().pageUrl() + "/" + name).jsonPath();
  }

  /** The text of the first SMS to the number that holds the words. */
  static String awaitSms(String phone, String words) {
    return (String) awaitItem("sms", phone, "text", words).get("text");
  }

  /** Waits for so many different messages to the number. */
  static void awaitDifferentSms(String phone, int messages) {
    await(messages + " SMS to " + phone)
        .atMost(Desk.PATIENCE)
        .until(
            () -> to("sms", phone).stream().map(sms -> sms.get("text")).distinct().count(),
            count -> count >= messages);
  }

  static Map<String, Object> awaitMail(String address, String words) {
    return awaitItem("mail", address, "text", words);
  }

  /** The text of the mail with the words in its subject. */
  static String awaitMailTitled(String address, String words) {
    return (String) awaitItem("mail", address, "subject", words).get("text");
  }

  static Map<String, Object> awaitWebhook(String outlet, String type, String words) {
    return await(type + " to " + outlet)
        .atMost(Desk.PATIENCE)
        .until(() -> find(to("webhooks", outlet), "body", words, type), found -> found != null);
  }

  private static Map<String, Object> awaitItem(String name, String to, String field, String words) {
    return await(name + " to " + to + " about " + words)
        .atMost(Desk.PATIENCE)
        .until(() -> find(to(name, to), field, words, null), found -> found != null);
  }

  private static List<Map<String, Object>> to(String name, String to) {
    return given()
        .accept(ContentType.JSON)
        .queryParam("to", to)
        .get(RunningPlatform.get().ports().pageUrl() + "/" + name)
        .jsonPath()
        .getList("");
  }

  private static Map<String, Object> find(
      List<Map<String, Object>> items, String field, String words, String type) {
    return items.stream()
        .filter(item -> String.valueOf(item.get(field)).contains(words))
        .filter(item -> type == null || type.equals(item.get("type")))
        .findFirst()
        .orElse(null);
  }

  private Inbox() {}
}
