package io.parceldesk.inquiry.pickup;

import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.parceldesk.inquiry.TestOutlets;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PickupApiTest {
  private static final String PICKUPS = "/api/v1/pickups";

  @Test
  void isOrderedByPhoneAndCollected() {
    var outlet = TestOutlets.announced("LLT-GZ-01");
    var by = inHours(5);

    String number =
        agent()
            .body(order("\"collectBy\": \"%s\", \"outlet\": \"%s\",".formatted(by, outlet)))
            .post(PICKUPS)
            .then()
            .statusCode(201)
            .body("status", is("ORDERED"))
            .body("sender.phone", is("138******00"))
            .body("address", is("广州市天河区****"))
            .body("deadlines.find { it.kind == 'COLLECT' }.dueAt", is(by))
            .extract()
            .path("number");

    var ordered =
        new String(
            TestEvents.awaitType("parceldesk.inquiry", number, "io.parceldesk.pickup-ordered.v1")
                .value());
    assertThat(ordered).contains(outlet, by).doesNotContain("13800138000", "体育西路", "手机");
    post(of(outlet), number, "dispatch", "{\"courier\": \"courier.wu\"}")
        .statusCode(200)
        .body("status", is("DISPATCHED"))
        .body("owner.assignee", is("courier.wu"));
    post(of(outlet), number, "address-reveal", "{\"reason\": \"collect\"}")
        .statusCode(200)
        .body("address", is("广州市天河区体育西路1号201室"));
    post(of(outlet), number, "collection", "{\"waybill\": \"LLT8812604417\"}")
        .statusCode(200)
        .body("status", is("COLLECTED"))
        .body("deadlines.find { it.kind == 'COLLECT' }.state", is("MET"));
  }

  @Test
  void isRebookedWhenItFailed() {
    var outlet = TestOutlets.announced("LLT-GZ-01");
    String number =
        agent().body(order("\"outlet\": \"" + outlet + "\",")).post(PICKUPS).path("number");
    agent()
        .get(PICKUPS + "/" + number)
        .then()
        .body("collectBy", notNullValue())
        .body("withoutPolicy.size()", is(0));

    post(of(outlet), number, "failure", "{\"reason\": \"nobody home\"}")
        .body("status", is("FAILED"))
        .body("deadlines.find { it.kind == 'WORK_ORDER' }.state", is("RUNNING"));
    var by = inHours(20);
    post(agent(), number, "rebooking", "{\"collectBy\": \"%s\"}".formatted(by))
        .statusCode(200)
        .body("status", is("ORDERED"))
        .body("collectBy", is(by));
    TestEvents.await("parceldesk.inquiry", number, records -> records.size() == 2);
  }

  @Test
  void refusesWhatCannotBe() {
    agent()
        .body(order("\"collectBy\": \"2020-01-01T00:00:00Z\","))
        .post(PICKUPS)
        .then()
        .statusCode(422)
        .body("rule", is("ORD-06"));
    agent()
        .body(order("\"outlet\": \"LLT-NOWHERE\","))
        .post(PICKUPS)
        .then()
        .statusCode(422)
        .body("code", is("unknown-outlet"));
    String number = agent().body(order("")).post(PICKUPS).path("number");
    post(agent(), number, "dispatch", "{}")
        .statusCode(400)
        .body("errors[0].pointer", is("/outlet"));
    post(agent(), number, "cancellation", "{\"reason\": \"sent it herself\"}").statusCode(200);
    post(agent(), number, "collection", "{}")
        .statusCode(409)
        .body("code", is("illegal-transition"));
  }

  @Test
  void belongsToTheOutletThatCollects() {
    var outlet = TestOutlets.announced("LLT-GZ-01");
    String number =
        agent().body(order("\"outlet\": \"" + outlet + "\",")).post(PICKUPS).path("number");

    of("LLT-SH-03").get(PICKUPS + "/" + number).then().statusCode(403);
    of("LLT-SH-03").get(PICKUPS).then().body("items.number", not(hasItem(number)));
    post(of(outlet), number, "dispatch", "{\"outlet\": \"LLT-SH-03\"}")
        .statusCode(403)
        .body("code", is("other-outlet"));
  }

  private static String inHours(int hours) {
    return Instant.now().plus(hours, HOURS).truncatedTo(SECONDS).toString();
  }

  private static String order(String more) {
    return """
    {%s "channel": "PHONE", "route": "DOMESTIC", "goods": "手机",
     "sender": {"role": "SENDER", "name": "王小明", "phone": "13800138000"},
     "address": "广州市天河区体育西路1号201室"}
    """
        .formatted(more);
  }

  private static RequestSpecification of(String outlet) {
    return as(TestServers.token("outlet", outlet));
  }

  private static ValidatableResponse post(
      RequestSpecification who, String number, String action, String body) {
    return who.body(body).post(PICKUPS + "/" + number + "/" + action).then();
  }
}
