package io.parceldesk.complaint.merging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.TestOutlets;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestEvents.Event;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two complaints that are one matter become one (conformance 10). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ComplaintMergeTest {
  private static final String HUB = "LLT-GZ-HUB";

  @Inject Seal seal;

  @Test
  void goesOnInTheSurvivor() {
    var waybill = TestComplaints.waybill();
    var duplicate = register("DAMAGE", waybill);
    var survivor = register("DAMAGE", waybill);
    String earlier = dueAt(duplicate, "STATUTORY");
    act("agent", duplicate, "escalations", "{\"level\": 2, \"reason\": \"CUSTOMER_INSISTS\"}")
        .statusCode(200);

    merge(duplicate, survivor)
        .statusCode(200)
        .body("status", is("MERGED"))
        .body("mergedInto", is(survivor))
        .body("allowedActions", empty())
        .body("deadlines.findAll { it.state == 'RUNNING' }.size()", is(0))
        .body("links.find { it.number == '" + survivor + "' }.relation", is("SURVIVOR"));

    view(survivor)
        .body("status", is("RECEIVED"))
        .body("escalationLevel", is(2))
        .body("priority", is("URGENT"))
        .body("links.find { it.number == '" + duplicate + "' }.relation", is("DUPLICATE"))
        .body("deadlines.find { it.kind == 'STATUTORY' }.dueAt", is(earlier));
    timeline(survivor).body("items.action", hasItem("duplicate"));
    timeline(duplicate).body("items.action", hasItem("merge"));
    act("agent", duplicate, "acknowledgement", "{}")
        .statusCode(409)
        .body("mergedInto", is(survivor));
    var merged = eventOf(duplicate, "complaint-merged");
    assertThat(merged.getString("survivor.number")).isEqualTo(survivor);
    assertThat(merged.getString("case.status")).isEqualTo("MERGED");
    assertThat(merged.getString("answerBy")).isNotNull();
  }

  @Test
  void letsBothCustomersHearTheOutcome() {
    var duplicate = TestComplaints.register();
    var survivor = TestComplaints.register();
    act("agent", survivor, "acknowledgement", "{}").statusCode(200);
    merge(duplicate, survivor, true).statusCode(200);

    act("agent", survivor, "assessment", "{\"founded\": false, \"explanation\": \"No harm\"}")
        .statusCode(200);
    act("agent", survivor, "closure", "{\"summary\": \"explained\"}").statusCode(200);

    for (var event : new String[] {"complaint-answered", "complaint-closed"}) {
      var told = eventOf(survivor, event);
      assertThat(told.getList("duplicates.number")).containsExactly(duplicate);
      assertThat(told.getString("duplicates[0].contact"))
          .matches("[\\w-]+\\.[\\w-]*\\.[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }
  }

  @Test
  void keepsThePromiseThatTheDuplicateWasGiven() {
    var waybill = TestComplaints.waybill();
    var duplicate = register("DAMAGE", waybill);
    var survivor = register("DAMAGE", waybill);
    var promise = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    act("agent", duplicate, "acknowledgement", "{\"promisedReplyAt\": \"" + promise + "\"}")
        .statusCode(200);

    merge(duplicate, survivor).statusCode(200);

    view(survivor)
        .body("promisedReplyAt", is(promise.toString()))
        .body("deadlines.find { it.kind == 'PROMISED_REPLY' }.dueAt", is(promise.toString()));
  }

  @Test
  void takesOpenQuestionsAlongWithTheirClocks() {
    TestOutlets.announced(HUB);
    var waybill = TestComplaints.waybill();
    var duplicate = register("DAMAGE", waybill);
    var survivor = register("DAMAGE", waybill);
    ask(duplicate, HUB).statusCode(200);
    ask(duplicate, null).statusCode(200);
    ask(survivor, null).statusCode(200);
    String due = view(duplicate).extract().path("jointParties[0].deadline.dueAt");

    merge(duplicate, survivor)
        .statusCode(200)
        .body("jointParties.withdrawal", contains("MERGED", "MERGED"));

    view(survivor)
        .body("jointParties.size()", is(2))
        .body("jointParties.findAll { it.withdrawal != null }", empty())
        .body("jointParties.find { it.party.outlet == '" + HUB + "' }.deadline.dueAt", is(due));
    TestOutlets.replies(seal, HUB, duplicate, "称重无异常");
    await()
        .untilAsserted(
            () ->
                view(survivor)
                    .body(
                        "jointParties.find { it.party.outlet == '" + HUB + "' }.answer",
                        is("称重无异常"))
                    .body(
                        "jointParties.find { it.party.outlet == '" + HUB + "' }.deadline.state",
                        is("MET")));
  }

  @Test
  void passesOnWhatStillComesUnderTheOldNumber() {
    TestOutlets.announced(HUB);
    var duplicate = TestComplaints.register();
    var survivor = TestComplaints.register();
    act("agent", duplicate, "acknowledgement", "{}").statusCode(200);
    act("agent", duplicate, "assignment", "{\"outlet\": \"" + HUB + "\"}").statusCode(200);
    merge(duplicate, survivor, true).statusCode(200);

    TestComplaints.claimFiledFor(duplicate, "CLM-261122-000211");
    TestOutlets.replies(seal, HUB, duplicate, "未见破损");

    await()
        .untilAsserted(
            () -> view(survivor).body("links.number", hasItems(duplicate, "CLM-261122-000211")));
    await()
        .untilAsserted(
            () -> timeline(survivor).body("items.note", hasItem(duplicate + ": outlet-reply")));
    view(duplicate).body("outletStatement", is("未见破损"));
  }

  @Test
  void runsTheSurvivorsClocksAgainWhenTheCustomerWritesAboutTheOtherParcel() {
    var duplicate = TestComplaints.register();
    var survivor = TestComplaints.register();
    merge(duplicate, survivor, true).statusCode(200);
    act("agent", survivor, "pause", "{\"reason\": \"WAITING_FOR_CUSTOMER\"}").statusCode(200);

    TestEvents.send(
        "parceldesk.inquiry",
        Event.of(
            "/inquiry-service",
            "io.parceldesk.inquiry-opened.v1",
            "INQ-261122-00077Q",
            """
            {"case": {"number": "INQ-261122-00077Q", "kind": "INQUIRY", "status": "NEW",
              "priority": "NORMAL", "tier": "ORDINARY", "waybill": "%s",
              "openedAt": "2026-11-22T08:00:00Z"}, "subject": "DELIVERY_STATE", "channel": "PHONE"}
            """
                .formatted((String) view(duplicate).extract().path("waybill"))));

    await()
        .untilAsserted(
            () ->
                view(survivor)
                    .body("deadlines.find { it.kind == 'RESOLVE' }.state", is("RUNNING")));
  }

  @Test
  void tellsWhoSawTheDuplicatesCustomerInItsOwnTimeline() {
    var waybill = TestComplaints.waybill();
    var duplicate = register("DAMAGE", waybill);
    var survivor = register("DAMAGE", waybill);
    merge(duplicate, survivor).statusCode(200);

    act("agent", duplicate, "contact-reveal", "{\"reason\": \"call back\"}").statusCode(200);

    timeline(duplicate).body("items.action", hasItem("contact-reveal"));
    timeline(survivor).body("items.action", not(hasItem("contact-reveal")));
  }

  @Test
  void refusesWhatIsNotOneMatterOrCannotGoOn() {
    var one = TestComplaints.register();
    var other = TestComplaints.register();

    merge(one, one).statusCode(422).body("code", is("merge-with-itself"));
    merge(one, other).statusCode(422).body("code", is("other-waybill"));
    merge(one, "CMP-261122-00001X").statusCode(400).body("code", is("bad-case-number"));
    act("agent", one, "merge", "{}").statusCode(400).body("errors.pointer", contains("/into"));
    act("outlet", one, "merge", "{\"into\": \"" + other + "\"}").statusCode(403);
    act("agent", other, "acknowledgement", "{}").statusCode(200);
    act("agent", other, "assessment", "{\"founded\": false, \"explanation\": \"No harm\"}")
        .statusCode(200);
    merge(one, other, true).statusCode(409).body("code", is("survivor-not-open"));
    merge(other, one, true).statusCode(409).body("code", is("illegal-transition"));
    view(one).body("status", is("RECEIVED")).body("links", empty());
  }

  @Test
  void mergesOneWayWhenBothWaysAreAskedAtOnce() {
    IntStream.range(0, 6)
        .forEach(
            round -> {
              var waybill = TestComplaints.waybill();
              var one = register("DAMAGE", waybill);
              var other = register("DAMAGE", waybill);

              var there = CompletableFuture.supplyAsync(() -> status(merge(one, other)));
              var back = CompletableFuture.supplyAsync(() -> status(merge(other, one)));

              assertThat(List.of(there.join(), back.join())).containsExactlyInAnyOrder(200, 409);
              var merged = there.join() == 200 ? one : other;
              var survivor = merged.equals(one) ? other : one;
              view(merged).body("status", is("MERGED")).body("mergedInto", is(survivor));
              view(survivor)
                  .body("status", is("RECEIVED"))
                  .body("deadlines.findAll { it.state == 'RUNNING' }.size()", greaterThan(2))
                  .body("links.relation", containsInAnyOrder("DUPLICATE"));
            });
  }

  private static int status(ValidatableResponse response) {
    return response.extract().statusCode();
  }

  private static ValidatableResponse ask(String number, String outlet) {
    var party =
        outlet == null ? "\"department\": \"CLAIMS\"" : "\"outlet\": \"%s\"".formatted(outlet);
    return act("agent", number, "joint-parties", "{" + party + ", \"question\": \"Weight?\"}");
  }

  private static String register(String category, String waybill) {
    TestOutlets.announced(TestComplaints.OUTLET);
    return desk("agent")
        .body(
            TestComplaints.form(category, waybill)
                .replaceFirst("\\{", "{\"evenIfDuplicate\": true, "))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private static String dueAt(String number, String kind) {
    return view(number).extract().path("deadlines.find { it.kind == '" + kind + "' }.dueAt");
  }

  private static ValidatableResponse merge(String number, String into) {
    return merge(number, into, false);
  }

  private static ValidatableResponse merge(String number, String into, boolean evenIf) {
    return act(
        "agent",
        number,
        "merge",
        "{\"into\": \"%s\", \"evenIfOtherWaybill\": %s}".formatted(into, evenIf));
  }

  private static JsonPath eventOf(String number, String event) {
    return JsonPath.from(
        new String(
            TestEvents.awaitType("parceldesk.complaint", number, "io.parceldesk." + event + ".v1")
                .value()));
  }

  private static ValidatableResponse view(String number) {
    return desk("agent").get("/api/v1/complaints/" + number).then().statusCode(200);
  }

  private static ValidatableResponse timeline(String number) {
    return desk("agent").get("/api/v1/complaints/" + number + "/timeline").then();
  }

  private static ValidatableResponse act(String role, String number, String action, String body) {
    return desk(role).body(body).post("/api/v1/complaints/" + number + "/" + action).then();
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
