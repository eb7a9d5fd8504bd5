package io.parceldesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.complaint.Desk;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.TestOutlets;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People act on the same complaint, or the same parcel, at the same moment. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TwoDesksTest {
  private static final int DESKS = 8;

  @Test
  void oneActsAndTheOthersLearnThatTheCaseHasMovedOn() {
    var number = TestComplaints.register();

    var answers = atOnce(desk -> acknowledge(number, null));

    assertThat(answers)
        .extracting(Response::statusCode)
        .containsOnlyOnce(200)
        .containsOnly(200, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 409)
        .allSatisfy(
            answer -> {
              assertThat(answer.<String>path("code")).isEqualTo("illegal-transition");
              assertThat(answer.<String>path("currentStatus")).isEqualTo("ACKNOWLEDGED");
            });
    assertThat(actions(number)).containsExactly("registration", "acknowledgement");
  }

  @Test
  void oneOfThoseWhoSawTheSameVersionWins() {
    var number = Desk.after(TestComplaints.register(), "acknowledgement");
    var seen = Desk.view(number).extract().header("ETag");

    var answers = atOnce(desk -> escalate(number, seen, 1 + desk % 3));

    assertThat(answers)
        .extracting(Response::statusCode)
        .containsOnlyOnce(200)
        .containsOnly(200, 412);
    assertThat(actions(number)).containsExactly("registration", "acknowledgement", "escalations");
    assertThat(Desk.view(number).extract().<Integer>path("version")).isEqualTo(2);
  }

  @Test
  void nothingIsLostOfWhatAllMayDo() {
    var number = Desk.after(TestComplaints.register(), "acknowledgement");

    var answers = atOnce(desk -> refer(number));

    assertThat(answers).extracting(Response::statusCode).containsOnly(200);
    assertThat(actions(number)).filteredOn("claim-referral"::equals).hasSize(DESKS);
  }

  @Test
  void oneComplaintIsOpenedOnAParcelWhoeverCallsAtOnce() {
    TestOutlets.announced(TestComplaints.OUTLET);
    var form = TestComplaints.form("DELAY", TestComplaints.waybill());

    var answers = atOnce(desk -> Desk.as("agent").body(form).post("/api/v1/complaints"));

    assertThat(answers)
        .extracting(Response::statusCode)
        .containsOnlyOnce(201)
        .containsOnly(201, 409);
    assertThat(answers)
        .extracting(answer -> answer.<String>path("number"))
        .containsOnly(
            answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String>path("number"))
                .findFirst()
                .orElseThrow());
  }

  private static Response acknowledge(String number, String ifMatch) {
    return post(number, "acknowledgement", ifMatch, "{}");
  }

  private static Response escalate(String number, String ifMatch, int level) {
    return post(
        number,
        "escalations",
        ifMatch,
        "{\"level\": %d, \"reason\": \"CUSTOMER_INSISTS\"}".formatted(level));
  }

  private static Response refer(String number) {
    return post(number, "claim-referral", null, Desk.bodyOf("claim-referral"));
  }

  private static Response post(String number, String action, String ifMatch, String body) {
    var request = Desk.as("supervisor").body(body);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .post("/api/v1/complaints/" + number + "/" + action);
  }

  private static List<String> actions(String number) {
    return Desk.as("supervisor")
        .get("/api/v1/complaints/" + number + "/timeline")
        .path("items.action");
  }

  private static List<Response> atOnce(IntFunction<Response> request) {
    var pool = Executors.newFixedThreadPool(DESKS);
    var start = new CyclicBarrier(DESKS);
    try {
      return IntStream.range(0, DESKS)
          .mapToObj(desk -> CompletableFuture.supplyAsync(() -> after(start, request, desk), pool))
          .toList()
          .stream()
          .map(CompletableFuture::join)
          .toList();
    } finally {
      pool.shutdown();
    }
  }

  private static Response after(CyclicBarrier start, IntFunction<Response> request, int desk) {
    try {
      start.await();
      return request.apply(desk);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
