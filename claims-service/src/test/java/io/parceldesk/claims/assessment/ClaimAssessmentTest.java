package io.parceldesk.claims.assessment;

import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.filed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimAssessmentTest {
  @Test
  void acceptsAClaimAndSaysWhenAnOfferWillCome() {
    var number = filed();

    var offerBy =
        post(number, "acceptance", "{}")
            .statusCode(200)
            .header("ETag", "\"1\"")
            .body("status", is("ACCEPTED"))
            .body("deadlines.find { it.kind == 'REPLY' }.state", is("MET"))
            .body("deadlines.find { it.kind == 'PROPOSAL' }.state", is("RUNNING"))
            .extract()
            .<String>path("offerBy");

    // 30 calendar days, the day of the reply not counted, to the end of the last (CLM-04)
    assertThat(Duration.between(Instant.now(), Instant.parse(offerBy)).toDays()).isEqualTo(30);
    assertThat(proposalDueAt(number)).isEqualTo(offerBy);
    assertThat(event(number, "claim-accepted").getString("offerBy")).isEqualTo(offerBy);
  }

  @Test
  void returnsAFormWithWhatIsMissing() {
    var number = filed();

    post(
            number,
            "return",
            "{\"reason\": \"PROOF_OF_VALUE_MISSING\", \"note\": \"13800138000 请补发票\"}")
        .statusCode(200)
        .body("status", is("RETURNED"))
        .body("returnReason", is("PROOF_OF_VALUE_MISSING"))
        .body("deadlines.find { it.kind == 'REPLY' }.state", is("MET"))
        .body("allowedActions", contains("filing", "evidence", "payee"));
    assertThat(event(number, "claim-returned").getString("reasonCode"))
        .isEqualTo("PROOF_OF_VALUE_MISSING");
    adjuster()
        .get(CLAIMS + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItems("filing", "return"));
  }

  @Test
  void refusesWhatTheStatusOrTheRulesForbid() {
    var number = filed();

    post(number, "return", "{\"reason\": \"please send 13800138000\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/reason"));
    as(TestServers.token("agent"))
        .body("{}")
        .post(CLAIMS + "/" + number + "/acceptance")
        .then()
        .statusCode(403);
    adjuster()
        .header("If-Match", "\"7\"")
        .body("{}")
        .post(CLAIMS + "/" + number + "/acceptance")
        .then()
        .statusCode(412);
    post(number, "acceptance", "{}").statusCode(200);
    post(number, "return", "{\"reason\": 1}")
        .statusCode(409)
        .body("code", is("illegal-transition"))
        .body("currentStatus", is("ACCEPTED"))
        .body("allowedActions", hasItems("offer", "refusal"));
  }

  private static ValidatableResponse post(String number, String action, String body) {
    return adjuster().body(body).post(CLAIMS + "/" + number + "/" + action).then();
  }

  private static String proposalDueAt(String number) {
    return adjuster()
        .get(CLAIMS + "/" + number + "/deadlines")
        .path("items.find { it.kind == 'PROPOSAL' }.dueAt");
  }

  private static JsonPath event(String number, String type) {
    return JsonPath.from(
        new String(
            TestEvents.awaitType("parceldesk.claims", number, "io.parceldesk." + type + ".v1")
                .value()));
  }
}
