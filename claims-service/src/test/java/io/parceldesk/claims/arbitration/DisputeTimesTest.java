package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.parceldesk.claims.arbitration.DisputeDesk.arbitrator;
import static io.parceldesk.claims.arbitration.DisputeDesk.balance;
import static io.parceldesk.claims.arbitration.DisputeDesk.post;
import static io.parceldesk.claims.arbitration.DisputeDesk.upload;
import static io.parceldesk.claims.arbitration.DisputeDesk.view;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What outlets open themselves has limits of seconds here, by an admin's policies. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DisputeTimesTest {
  private final DisputeDesk desk = new DisputeDesk();

  @Test
  void takesAWholeBagFromSilenceThroughTwoReturnsToTheAccounts() {
    policy("LOSS", "ANSWER", "PT1S");
    policy("LOSS", "OBJECTION", "PT1S");
    var bag = IntStream.range(0, 14).mapToObj(i -> waybill()).toArray(String[]::new);

    var number = desk.announced(desk.filer(), desk.loss(bag));
    awaitStatus(number, "NEGOTIATING");
    view(desk.filer(), number).body("announcement.answer", is("SILENT"));

    submitAndReturn(number, "WAYBILL_IMAGE");
    upload(number, "WAYBILL_IMAGE");
    submitAndReturn(number, "CLAIM_LETTER");
    upload(number, "CLAIM_LETTER");
    upload(number, "SEAL");
    post(desk.filer(), number, "submission", "{}").body("missing", is(List.of()));
    post(
            arbitrator(),
            number,
            "verification",
            "{\"reportTrue\": true, \"batch\": true, \"finding\": \"整包未到\"}")
        .body("status", is("VERIFIED"));
    post(
            arbitrator(),
            number,
            "ruling",
            """
            {"liability": [{"party": "%s", "percent": 60}, {"party": "HEADQUARTERS", "percent": 40}],
             "reason": "分拨中心亦有责任"}
            """
                .formatted(desk.liable))
        .statusCode(200)
        .body("status", is("RULED"))
        .body("rulings[0].award", is("10000.00"))
        .body("returns", is(2));
    awaitStatus(number, "SETTLED");

    assertThat(balance(desk.liable)).isEqualTo("-6360.00");
    assertThat(balance(desk.filer)).isEqualTo("9600.00");
    as(TestServers.token("outlet", desk.liable))
        .get("/api/v1/penalties")
        .then()
        .body("items.caseNumber", contains(number))
        .body("items.amount.amount", contains("6360.00"));
    assertThat(event(number, "announcement-published").getString("responsibleOutlet"))
        .isEqualTo(desk.liable);
    assertThat(event(number, "announcement-published").getInt("parcels")).isEqualTo(14);
    assertThat(event(number, "announcement-published").getList("waybills"))
        .isEqualTo(List.of(bag).subList(0, 5));
    assertThat(event(number, "dispute-ruled").getBoolean("final")).isFalse();
    assertThat(event(number, "dispute-answered").getString("answer")).isEqualTo("SILENT");
    assertThat(event(number, "dispute-answered").getBoolean("filingOpen")).isTrue();
    assertThat(event(number, "dispute-returned").getInt("returns")).isOne();
    assertThat(event(number, "dispute-returned").getList("missing"))
        .isEqualTo(List.of("WAYBILL_IMAGE"));
    assertThat(event(number, "dispute-settled").getString("settledBy")).isEqualTo("NO_OBJECTION");
    assertThat(event(number, "dispute-settled").getString("amount.amount")).isEqualTo("10000.00");
    assertThat(event(number, "dispute-ruled").getString("award.amount")).isEqualTo("10000.00");
    assertThat(event(number, "penalty-issued").getString("amount.amount")).isEqualTo("6360.00");
    arbitrator()
        .get(DisputeDesk.DISPUTES + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItems("opening", "silence", "return", "ruling", "no-objection"));
  }

  @Test
  void endsWithNothingByTheSilenceAfterTheThirdReturn() {
    policy("DELAY", "MATERIAL", "PT1S");
    var number = desk.announced(desk.filer(), desk.delay());
    desk.reply(number, "REFUSED").statusCode(200);

    submitAndReturn(number, "WAYBILL_IMAGE");
    await().atMost(20, SECONDS).until(() -> materialState(number).equals("BREACHED"));
    view(arbitrator(), number).body("status", is("RETURNED"));
    submitAndReturn(number, "WAYBILL_IMAGE");
    submitAndReturn(number, "WAYBILL_IMAGE");
    awaitStatus(number, "CLOSED_EMPTY");

    assertThat(event(number, "dispute-material-overdue").getList("missing"))
        .isEqualTo(List.of("WAYBILL_IMAGE"));
    assertThat(event(number, "dispute-ruled").getString("award.amount")).isEqualTo("0.00");
    assertThat(event(number, "dispute-ruled").getString("case.status")).isEqualTo("CLOSED_EMPTY");
    assertThat(balance(desk.liable)).isEqualTo("0.00");
  }

  private void submitAndReturn(String number, String missing) {
    post(desk.filer(), number, "submission", "{}").statusCode(200);
    post(
            arbitrator(),
            number,
            "return",
            "{\"reason\": \"EVIDENCE_MISSING\", \"missing\": [\"%s\"]}".formatted(missing))
        .statusCode(200)
        .body("status", is("RETURNED"))
        .body("missing", contains(missing));
  }

  private static String materialState(String number) {
    return arbitrator()
        .get(DisputeDesk.DISPUTES + "/" + number)
        .path("deadlines.find { it.kind == 'MATERIAL' }.state");
  }

  private static void awaitStatus(String number, String status) {
    await()
        .atMost(20, SECONDS)
        .until(
            () -> arbitrator().get(DisputeDesk.DISPUTES + "/" + number).path("status"),
            status::equals);
  }

  private static void policy(String ground, String kind, String budget) {
    as(TestServers.token("admin"))
        .body(
            """
            {"id": "test-%s-%s", "kind": "%s", "rules": ["SLA-14"], "budget": "%s",
             "match": {"caseKind": "DISPUTE", "category": "%s", "channel": "API_OUTLET"},
             "rungs": [{"at": "0", "action": "BREACH"}]}
            """
                .formatted(ground.toLowerCase(), kind.toLowerCase(), kind, budget, ground))
        .post("/api/v1/deadline-policies")
        .then()
        .statusCode(201);
  }

  private static JsonPath event(String number, String type) {
    return JsonPath.from(
        new String(
            TestEvents.awaitType("parceldesk.claims", number, "io.parceldesk." + type + ".v1")
                .value()));
  }
}
