package io.parceldesk.notification.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.FeedEvent;
import io.parceldesk.notification.FeedRepository;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.servers.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class FeedTest {
  private static final int WRITERS = 8;
  private static final int BATCHES = 40;

  @Inject FeedRepository feeds;
  @Inject FeedHousekeeping housekeeping;
  @Inject Transactions transactions;

  private String outlet;

  @BeforeEach
  void anOutletOfItsOwn() {
    outlet = Stage.outlet(Stage.phone(), "feed@example.com");
  }

  @Test
  void holdsWhatWasPushedUnderTheSameIds() {
    Stage.endpoint(outlet, "[]");
    var escalated = complaint().saying("\"level\": 2, \"trigger\": \"REQUEST\"");
    var filed = CaseEventData.of("CLAIM", "CLM").of(outlet).saying("\"ground\": \"LOSS\"");
    Stage.send(Topics.COMPLAINT, "complaint-escalated", escalated);
    Stage.send(Topics.CLAIMS, "claim-filed", filed);

    var pushed =
        await()
            .atMost(Stage.PATIENCE)
            .until(() -> TestServers.webhooks().webhooksTo(outlet), all -> all.size() == 2);
    var pulled = read("").getList("items", Map.class);

    assertThat(pulled)
        .extracting(item -> item.get("id"))
        .containsExactlyInAnyOrderElementsOf(pushed.stream().map(w -> (Object) w.id()).toList());
    for (Webhook webhook : pushed) {
      var body = JsonPath.from(webhook.body());
      assertThat(pulled)
          .anySatisfy(
              item -> {
                assertThat(item.get("id")).isEqualTo(webhook.id());
                assertThat(item.get("type")).isEqualTo(body.get("type"));
                assertThat(item.get("timestamp")).isEqualTo(body.get("timestamp"));
                assertThat(item.get("data")).isEqualTo(body.get("data"));
              });
    }
    assertThat(read("").prettify()).doesNotContain(escalated.waybill(), "luo.min", "contact");
  }

  @Test
  void servesAnOutletThatHasNoEndpoint() {
    var complaint = complaint().saying("\"level\": 1, \"trigger\": \"VIP\"");
    Stage.send(Topics.COMPLAINT, "complaint-escalated", complaint);

    var first =
        await()
            .atMost(Stage.PATIENCE)
            .until(() -> read(""), part -> part.getList("items").size() == 1);
    assertThat(first.getString("items[0].data.case.number")).isEqualTo(complaint.number());
    assertThat(first.getBoolean("more")).isFalse();
    var after = "?after=" + first.getString("next");
    assertThat(read(after).getList("items")).isEmpty();
    assertThat(read(after).getString("next")).isEqualTo(first.getString("next"));

    Stage.send(
        Topics.CLAIMS,
        "claim-filed",
        CaseEventData.of("CLAIM", "CLM").of(outlet).saying("\"ground\": \"LOSS\""));

    var second =
        await()
            .atMost(Stage.PATIENCE)
            .until(() -> read(after), part -> !part.getList("items").isEmpty());
    assertThat(second.getList("items.type")).containsExactly("claim.filed");
  }

  @Test
  void passesOverOtherTypesWithoutReadingThemAgain() {
    append("complaint.escalated", "claim.filed", "claim.paid", "complaint.escalated");

    var part = read("?types=claim.filed,claim.paid&limit=1");
    var rest = read("?types=claim.filed,claim.paid&after=" + part.getString("next"));

    assertThat(part.getList("items.type")).containsExactly("claim.filed");
    assertThat(part.getBoolean("more")).isTrue();
    assertThat(rest.getList("items.type")).containsExactly("claim.paid");
    append("complaint.escalated");
    assertThat(read("?after=" + rest.getString("next")).getList("items")).hasSize(1);
    get("?types=claim.sung").statusCode(400).body("code", is("unknown-type"));
  }

  @Test
  void showsEveryEventOnceWhateverOrderItsWritersCommitIn() {
    var other = Stage.outlet(Stage.phone(), "feed2@example.com");
    var writers =
        IntStream.range(0, WRITERS)
            .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, outlet, other)))
            .toList();

    var seen = new ArrayList<FeedEvent>();
    var stalled = 0;
    while (stalled < 2) { // once more after the last writer has ended
      var after = seen.isEmpty() ? 0 : seen.get(seen.size() - 1).position();
      var ended = writers.stream().allMatch(CompletableFuture::isDone);
      var found = transactions.runNew(() -> feeds.read(outlet, after, List.of(), 7)).events();
      seen.addAll(found);
      stalled = found.isEmpty() && ended ? stalled + 1 : 0;
    }

    writers.forEach(CompletableFuture::join);
    var committed = WRITERS * BATCHES * 3 / 4;
    assertThat(seen)
        .extracting(FeedEvent::position)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, seen.size()).mapToObj(n -> (long) n).toList());
    assertThat(seen.stream().map(FeedEvent::eventId).collect(Collectors.toSet()))
        .hasSize(seen.size())
        .noneMatch(id -> id.endsWith("-undone"));
    assertThat(seen).hasSize(committed * 2);
  }

  @Test
  void saysThatACursorHasFallenOutOfWhatIsKept() {
    append("claim.filed", "claim.paid");
    var old = read("?limit=1").getString("next");
    var current = read("").getString("next");
    Stage.sql(
        "update feed_event set recorded_at = now() - interval '29 days' where outlet = '%s'"
            .formatted(outlet));

    housekeeping.tidy();

    get("?after=" + old).statusCode(410).body("code", is("cursor-too-old"));
    get("?after=" + current).statusCode(200).body("items.size()", is(0));
    append("claim.refused");
    assertThat(read("?after=" + current).getList("items.type")).containsExactly("claim.refused");
    assertThat(read("").getList("items.type")).containsExactly("claim.refused");
    get("?after=" + old).statusCode(410);
  }

  @Test
  void refusesCursorsAndFeedsOfOthers() {
    append("claim.filed");
    var other = Stage.outlet(Stage.phone(), "feed3@example.com");
    var foreign = Stage.asOutlet(other).get("/api/v1/events").jsonPath().getString("next");

    get("?after=" + foreign).statusCode(400).body("code", is("bad-cursor"));
    get("?after=rubbish").statusCode(400).body("code", is("bad-cursor"));
    get("?after=" + new FeedCursor(outlet, 2).text()).statusCode(400);
    get("?limit=201").statusCode(400);
    Stage.asOutlet(other).get("/api/v1/events?outlet=" + outlet).then().statusCode(403);
    Stage.as("admin")
        .get("/api/v1/events")
        .then()
        .statusCode(400)
        .body("code", is("outlet-required"));
    Stage.as("admin").get("/api/v1/events?outlet=LLT-NOBODY").then().statusCode(404);
    Stage.as("admin")
        .get("/api/v1/events?outlet=" + outlet)
        .then()
        .statusCode(200)
        .body("items.size()", is(1));
    Stage.as("agent").get("/api/v1/events?outlet=" + outlet).then().statusCode(403);
  }

  /** Two events a batch for each outlet, held for a while; every fourth batch is undone. */
  private void write(int writer, String one, String other) {
    var random = new Random(writer);
    for (var batch = 0; batch < BATCHES; batch++) {
      var undone = batch % 4 == 3;
      var name = "w" + writer + "-" + batch + (undone ? "-undone" : "");
      var outlets =
          writer % 2 == 0 ? List.of(one, other, one, other) : List.of(other, one, other, one);
      var events =
          IntStream.range(0, 4)
              .mapToObj(n -> event(outlets.get(n), n + "-" + name, "claim.filed"))
              .toList();
      try {
        transactions.runNew(() -> append(events, random, undone));
      } catch (Undone e) {
        assertThat(undone).isTrue();
      }
    }
  }

  private Void append(List<FeedEvent> events, Random random, boolean undone) {
    feeds.append(events);
    LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(2000)));
    if (undone) {
      throw new Undone();
    }
    return null;
  }

  private static final class Undone extends RuntimeException {}

  private CaseEventData complaint() {
    return CaseEventData.complaint().of(outlet);
  }

  private void append(String... types) {
    transactions.runNew(
        () -> {
          feeds.append(
              Arrays.stream(types)
                  .map(type -> event(outlet, UUID.randomUUID().toString(), type))
                  .toList());
          return null;
        });
  }

  private static FeedEvent event(String outlet, String id, String type) {
    return new FeedEvent(
        outlet,
        0,
        "/claims-service",
        id,
        type,
        Instant.parse("2026-11-22T02:00:00Z"),
        "CLM-261120-00042Q",
        "{\"type\": \"%s\", \"timestamp\": \"2026-11-22T02:00:00Z\", \"data\": {}}"
            .formatted(type));
  }

  private JsonPath read(String query) {
    return get(query).statusCode(200).extract().jsonPath();
  }

  private ValidatableResponse get(String query) {
    return Stage.asOutlet(outlet).get("/api/v1/events" + query).then();
  }
}
