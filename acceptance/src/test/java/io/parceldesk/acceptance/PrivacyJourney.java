package io.parceldesk.acceptance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two people go through everything that the platform does with customers; afterwards nothing of
 * theirs is found in clear in tables, topics, logs, metrics, answers, problems or messages (PRV-01,
 * REG-09, REG-10).
 */
class PrivacyJourney {
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
    new CustomersLife(SENDER, RECIPIENT, "LLT9970000001", "LLT9970000002").goesBy();
    new CarelessRequests(SENDER).send();
    awaitTraces();
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
  void noTraceNamesAnybody() {
    assertThat(Collector.all())
        .extracting(Collector.Span::name)
        .contains(
            "POST /api/v1/complaints",
            "GET /api/v1/complaints/{number}",
            "GET /api/v1/parcels",
            "GET /api/v1/tracking/{waybill}",
            "send SMS");
    assertThat(CLEAR.inTraces()).isEmpty();
  }

  @Test
  void noAnswerAndNoProblemShowsMoreThanMasks() {
    assertThat(ANSWERS).hasSizeGreaterThan(30);
    assertThat(ANSWERS).filteredOn(answer -> CLEAR.isIn(answer.body())).isEmpty();
  }

  /** In their own service's tables texts stand as they were written, and nowhere else. */
  @Test
  void noNumberThatSomebodyWroteIsShownOrSpread() {
    var written = new ClearText(CustomersLife.WRITTEN);

    assertThat(ANSWERS)
        .filteredOn(answer -> answer.body().contains("136******77"))
        .hasSizeGreaterThan(5);
    assertThat(ANSWERS)
        .filteredOn(answer -> written.isIn(answer.body()) || answer.body().contains("136-0159"))
        .isEmpty();
    assertThat(written.inTopics()).isEmpty();
    assertThat(written.inLogs()).isEmpty();
    assertThat(written.inMetrics()).isEmpty();
    assertThat(written.inTraces()).isEmpty();
    assertThat(written.inMessages()).isEmpty();
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
    var trace = plantedTrace();
    var log = Files.writeString(ClearText.logs().resolve("planted.log"), SENDER.address());
    try {
      assertThat(CLEAR.inTables())
          .containsExactlyInAnyOrder("complaint: inbox.event_id", "claims: dead_letter.payload");
      assertThat(CLEAR.inLogs()).containsExactly(log.toString());
      assertThat(CLEAR.inTraces()).containsExactly("planted: " + SENDER.name());
      assertThat(CLEAR.isIn("{\"phone\": \"+86" + SENDER.phone() + "\"}")).isTrue();
    } finally {
      Collector.forget(trace);
      Files.delete(log);
      Databases.execute(Service.COMPLAINT, "delete from inbox where source = 'planted'");
      Databases.execute(Service.CLAIMS, "delete from dead_letter where channel = 'planted'");
    }
  }

  /** As a service would send it: resource, scope, and a span that is named as the sender is. */
  private static String plantedTrace() {
    var trace = Collector.newTrace();
    var service =
        message(
            Protobuf.field(1, "service.name".getBytes(StandardCharsets.UTF_8)),
            Protobuf.field(2, Protobuf.field(1, "planted".getBytes(StandardCharsets.UTF_8))));
    var span =
        message(
            Protobuf.field(1, HexFormat.of().parseHex(trace)),
            Protobuf.field(5, SENDER.name().getBytes(StandardCharsets.UTF_8)));
    given()
        .contentType("application/x-protobuf")
        .body(
            Protobuf.field(
                1,
                message(
                    Protobuf.field(1, Protobuf.field(1, service)),
                    Protobuf.field(2, Protobuf.field(2, span)))))
        .post(Collector.url() + "/v1/traces")
        .then()
        .statusCode(200);
    return trace;
  }

  private static byte[] message(byte[]... fields) {
    var message = new ByteArrayOutputStream();
    Arrays.stream(fields).forEach(message::writeBytes);
    return message.toByteArray();
  }

  /** A step that ends last at each service is there. */
  private static void awaitTraces() {
    var trace = Collector.newTrace();
    for (var service : Service.values()) {
      Desk.as("admin")
          .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
          .get(RunningPlatform.url(service) + "/key-rotation");
      await("the traces of " + service)
          .atMost(Desk.PATIENCE)
          .until(
              () ->
                  Collector.ofTrace(trace).stream()
                      .anyMatch(span -> span.service().equals(service.directory())));
    }
  }
}
