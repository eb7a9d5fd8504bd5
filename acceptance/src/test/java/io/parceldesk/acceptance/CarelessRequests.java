package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What people and programs send by mistake: somebody's data where it does not belong, in bodies,
 * paths, queries and headers.
 */
final class CarelessRequests {
  private static final List<String> HEADERS =
      List.of(
          "User-Agent",
          "Referer",
          "X-Forwarded-For",
          "X-Request-Id",
          "If-Match",
          "Accept-Language",
          "Cookie",
          "Idempotency-Key");

  private final Somebody about;

  CarelessRequests(Somebody about) {
    this.about = about;
  }

  void send() {
    bodies();
    paths();
    queries();
    headers();
  }

  private void bodies() {
    for (var wrong :
        List.of(
            Map.of("complainant", about.name()),
            Map.of("channel", about.phone(), "category", about.name()),
            Map.of("complainant", Map.of("name", about.name(), "phone", about.phone() + "99")),
            Map.of("complainant", Map.of("role", "SENDER", "email", about.mailbox() + "@")),
            Map.of("waybill", about.address(), "description", List.of(about.phone())))) {
      requireRefused(Desk.as("agent").body(wrong).post(url(Service.COMPLAINT, "/complaints")));
    }
    requireRefused(
        Desk.as("agent")
            .body("{\"complainant\": {" + about.phone())
            .post(url(Service.COMPLAINT, "/complaints")));
    requireRefused(
        Desk.as("agent")
            .contentType(ContentType.TEXT)
            .body(about.phone())
            .post(url(Service.CLAIMS, "/claims")));
    requireAnswered( // line by line
        Desk.as("admin")
            .contentType("application/x-ndjson")
            .body(
                ("{\"waybill\": \"" + about.phone() + "\", \"sender\": " + about.phone())
                    .getBytes(StandardCharsets.UTF_8))
            .post(url(Service.INQUIRY, "/parcels")));
    requireRefused(
        Desk.as("agent")
            .body(Map.of("phone", about.phone() + "12", "class", "SERVICE", "reason", "ASKED"))
            .post(url(Service.NOTIFICATION, "/opt-outs")));
  }

  private void paths() {
    for (var word : List.of(about.phone(), about.name(), about.email())) {
      for (var service : Service.values()) {
        requireAnswered(Desk.get("agent", service, "/" + word));
        requireAnswered(RestAssured.get(RunningPlatform.get().ports().url(service) + "/" + word));
      }
      requireAnswered(Desk.get("agent", Service.INQUIRY, "/parcels/" + word));
      requireAnswered(Desk.get("agent", Service.INQUIRY, "/tracking/" + word));
      requireAnswered(Desk.get("agent", Service.COMPLAINT, "/complaints/" + word));
      requireAnswered(Desk.get("agent", Service.COMPLAINT, "/complaints/" + word + "/timeline"));
      requireAnswered(RestAssured.get(url(Service.COMPLAINT, "/ratings/" + word)));
      requireAnswered(Desk.get("adjuster", Service.CLAIMS, "/claims/" + word));
      requireAnswered(Desk.get("adjuster", Service.CLAIMS, "/payment-orders/" + word));
      requireAnswered(Desk.get("agent", Service.NOTIFICATION, "/outlets/" + word));
    }
  }

  private void queries() {
    for (var parameter : List.of("cursor", "limit", "sort", "status", "openedFrom", "waybill")) {
      search(Service.COMPLAINT, "/complaints", parameter);
      search(Service.CLAIMS, "/claims", parameter);
      search(Service.INQUIRY, "/inquiries", parameter);
    }
    requireAnswered(
        Desk.as("agent")
            .queryParam("phone", about.phone() + "x")
            .get(url(Service.COMPLAINT, "/complaints")));
    requireAnswered(
        RestAssured.given()
            .queryParam("phone", about.phone())
            .get(url(Service.INQUIRY, "/tracking/LLT9970000001")));
    requireAnswered(
        RestAssured.given()
            .queryParam("code", about.phone())
            .get(RunningPlatform.get().ports().url(Service.INQUIRY) + "/p"));
  }

  private void search(Service service, String path, String parameter) {
    requireAnswered(Desk.as("agent").queryParam(parameter, about.phone()).get(url(service, path)));
  }

  private void headers() {
    for (var header : HEADERS) {
      for (var word : List.of(about.phone(), about.email())) {
        var answer =
            Desk.as("agent")
                .header(header, word)
                .body(Map.of())
                .post(url(Service.COMPLAINT, "/complaints"));
        assertThat(answer.statusCode()).as(header).isEqualTo(400);
      }
    }
    requireRefused(
        RestAssured.given()
            .header("Authorization", "Bearer " + about.phone())
            .get(url(Service.COMPLAINT, "/complaints")));
  }

  /** Some of it is a search that finds nothing, or is not looked at. */
  private static void requireAnswered(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isLessThan(500);
  }

  private static void requireRefused(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 499);
  }

  private static String url(Service service, String path) {
    return RunningPlatform.url(service) + path;
  }
}
