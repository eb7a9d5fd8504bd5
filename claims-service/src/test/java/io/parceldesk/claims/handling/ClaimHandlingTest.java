package io.parceldesk.claims.handling;

import static io.parceldesk.claims.TestClaims.accepted;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How claims are handled is data in versions, and a claim keeps the one that it started with. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimHandlingTest {
  private static final String HANDLING = "/api/v1/claim-handling";
  private static final String LATER = "2035-01-01T00:00:00Z";
  private static final String BY_REG_05 = "{\"rule\": \"REG-05\", \"note\": \"合同另有约定\"}";

  @Inject ObjectMapper json;

  @Test
  void showsWhatWasShippedAsTheFirstVersion() {
    adjuster()
        .get(HANDLING)
        .then()
        .statusCode(200)
        .body("versions[0].version", is(1))
        .body("versions[0].author", is("shipped"))
        .body("versions[0].effectiveFrom", is("1970-01-01T00:00:00Z"))
        .body("versions[0].terms.fourEyesAbove", is("1000.00"))
        .body("versions[0].terms.prescription", is("P1Y"))
        .body("versions[0].terms.refusalRules", hasItems("CLM-13", "AMB-17"))
        .body("versions[0].terms.checklist.LOSS[0].need", is("MANDATORY"));
  }

  @Test
  void leavesAClaimByTheVersionThatItStartedWith() {
    var before = accepted(waybill());
    int version = view(before).extract().<String>path("handling").split("@")[1].charAt(0) - '0';

    put(newest(), null, terms -> ((ArrayNode) terms.get("refusalRules")).add("REG-05"))
        .statusCode(200)
        .header("ETag", "\"" + newest() + "\"")
        .body("version", is(newest()));

    var after = accepted(waybill());
    view(after).body("handling", is("claim-handling@" + newest()));
    view(before).body("handling", is("claim-handling@" + version));
    post(before, "refusal", BY_REG_05).statusCode(422).body("code", is("rule-unknown"));
    post(after, "refusal", BY_REG_05).statusCode(200).body("refusalRule", is("REG-05"));
    adjuster()
        .get(HANDLING)
        .then()
        .body("version", is(newest()))
        .body("terms.refusalRules", hasItem("REG-05"));
  }

  @Test
  void countsFromItsTimeOn() {
    int now = adjuster().get(HANDLING).path("version");

    put(newest(), LATER, terms -> terms.put("amountAtMost", "5000.00")).statusCode(200);

    adjuster()
        .get(HANDLING)
        .then()
        .body("version", is(now))
        .body("versions", hasSize(newest()))
        .body("versions[%d].terms.amountAtMost".formatted(newest() - 1), is("5000.00"));
    put(newest(), "2020-01-01T00:00:00Z", terms -> {})
        .statusCode(400)
        .body("errors[0].pointer", is("/effectiveFrom"));
  }

  @Test
  void takesOnlyTermsThatAreCompleteAndConsistent() {
    var versions = count("select count(*) from claim_terms");

    refuses(terms -> terms.put("fourEyesAbove", "10.005"), "/terms/fourEyesAbove");
    refuses(terms -> terms.put("fourEyesAbove", "9999999.00"), "/terms");
    refuses(terms -> terms.put("prescription", "P0D"), "/terms");
    refuses(terms -> terms.put("prescription", "a month"), "/terms/prescription");
    refuses(terms -> terms.remove("prescription"), "/terms/prescription");
    refuses(terms -> terms.put("tip", "0.01"), "/terms/tip");
    refuses(terms -> ((ArrayNode) terms.get("refusalRules")).add("because"), "/terms");
    refuses(terms -> ((ObjectNode) terms.get("checklist")).remove("LOSS"), "/terms");
    refuses(
        terms -> ((ObjectNode) terms.at("/checklist/LOSS/0")).putArray("anyOf").add("A_LETTER"),
        "/terms/checklist/LOSS/0/anyOf/0");
    refuses(
        terms -> ((ObjectNode) terms.at("/checklist/LOSS/0")).putArray("anyOf"),
        "/terms/checklist/LOSS/0");

    assertThat(count("select count(*) from claim_terms")).isEqualTo(versions);
  }

  @Test
  void wantsToKnowWhichVersionWasRead() {
    var body = form(LATER, terms -> {}).toString();

    admin().body(body).put(HANDLING).then().statusCode(428);
    put(newest() + 1, LATER, terms -> {}).statusCode(412).body("currentVersion", is(newest()));
    adjuster().body(body).put(HANDLING).then().statusCode(403);
  }

  @Test
  void letsOneOfTwoAdminsWin() {
    var newest = newest();

    var answers =
        Stream.of(1, 2)
            .map(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> put(newest, LATER, terms -> {}).extract().statusCode()))
            .toList();

    assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(200, 412);
  }

  private void refuses(Consumer<ObjectNode> change, String pointer) {
    put(newest(), LATER, change).statusCode(400).body("errors.pointer", hasItem(pointer));
  }

  private ValidatableResponse put(int read, String from, Consumer<ObjectNode> change) {
    return admin()
        .header("If-Match", "\"" + read + "\"")
        .body(form(from, change).toString())
        .put(HANDLING)
        .then();
  }

  private ObjectNode form(String from, Consumer<ObjectNode> change) {
    var terms = (ObjectNode) read().get("terms");
    change.accept(terms);
    var form = json.createObjectNode();
    if (from != null) {
      form.put("effectiveFrom", from);
    }
    return form.set("terms", terms);
  }

  private int newest() {
    return read().get("versions").size();
  }

  private JsonNode read() {
    try {
      return json.readTree(adjuster().get(HANDLING).asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RequestSpecification admin() {
    return as(TestServers.token("admin"));
  }
}
