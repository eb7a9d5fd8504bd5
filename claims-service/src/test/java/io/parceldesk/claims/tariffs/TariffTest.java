package io.parceldesk.claims.tariffs;

import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class TariffTest {
  private static final String OUTLETS = "/api/v1/tariffs/outlet-award";
  private static final String CUSTOMERS = "/api/v1/tariffs/customer-compensation";

  @Inject ObjectMapper json;

  @Test
  void showsWhatIsValidToday() {
    adjuster()
        .get("/api/v1/tariffs")
        .then()
        .statusCode(200)
        .body("items.id", contains("outlet-award", "customer-compensation"))
        .body("items[0].version", is(1))
        .body("items[0].author", is("shipped"))
        .body("items[0].effectiveFrom", is("1970-01-01"))
        .body("items[0].terms.loss.single", is("1000.00"))
        .body("items[0].terms.fee.appliesTo", contains("LOSS"))
        .body("items[1].terms.uninsured.plugin", is("CIVIL_ACTUAL_LOSS"));
    adjuster().get("/api/v1/tariffs/postal").then().statusCode(404).body("code", is("not-found"));
  }

  /** Far ahead, so that no other test meets it. */
  @Test
  void addsAVersionForParcelsDispatchedLater() {
    var newest = newest(OUTLETS);
    var from = LocalDate.of(2036, 1, 1).plusDays(newest);

    put(OUTLETS, newest, from, with(OUTLETS, "loss", "single", "1234.00"))
        .statusCode(200)
        .header("ETag", "\"" + (newest + 1) + "\"")
        .body("version", is(newest + 1))
        .body("terms.loss.single", is("1234.00"));

    adjuster()
        .get(OUTLETS)
        .then()
        .body("version", is(1))
        .body("versions", hasSize(newest + 1))
        .body("versions[%d].effectiveFrom".formatted(newest), is(from.toString()));
    quote(from.minusDays(1)).body("tariff", is("outlet-award@" + newest));
    quote(from)
        .body("award.amount", is("1234.00"))
        .body("tariff", is("outlet-award@" + (newest + 1)));
  }

  @Test
  void wantsTenDaysOfNotice() throws Exception {
    var newest = newest(CUSTOMERS);
    var terms = terms(CUSTOMERS);

    put(CUSTOMERS, newest, today().plusDays(9), terms)
        .statusCode(422)
        .body("code", is("too-little-notice"))
        .body("rule", is("REG-02"))
        .body("earliest", is(today().plusDays(10).toString()));
    var longPublished = form(today(), terms).put("publishedAt", "2026-01-01T00:00:00Z").toString();
    admin()
        .header("If-Match", "\"" + newest + "\"")
        .body(longPublished)
        .put(CUSTOMERS)
        .then()
        .statusCode(422)
        .body("earliest", is(today().plusDays(1).toString()));
    assertThat(newest(CUSTOMERS)).as("nothing was written").isEqualTo(newest);
  }

  @Test
  void wantsToKnowWhichVersionWasRead() {
    var newest = newest(CUSTOMERS);
    var body = form(today().plusDays(3000), terms(CUSTOMERS)).toString();

    admin().body(body).put(CUSTOMERS).then().statusCode(428).body("code", is("if-match-required"));
    admin()
        .header("If-Match", "\"" + (newest + 1) + "\"")
        .body(body)
        .put(CUSTOMERS)
        .then()
        .statusCode(412)
        .body("currentVersion", is(newest));
  }

  @Test
  void letsOneOfTwoAdminsWin() {
    var newest = newest(OUTLETS);
    var body = form(LocalDate.of(2036, 1, 1).plusDays(newest), terms(OUTLETS)).toString();

    var answers =
        Stream.of(1, 2)
            .map(
                n ->
                    CompletableFuture.supplyAsync(
                        () ->
                            admin()
                                .header("If-Match", "\"" + newest + "\"")
                                .body(body)
                                .put(OUTLETS)
                                .statusCode()))
            .toList();

    assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(200, 412);
  }

  @Test
  void takesOnlyTermsThatAreCompleteAndConsistent() {
    refuses(
        with(OUTLETS, "loss", "single", "-1.00"),
        "/terms/loss/single",
        "must be a decimal such as 500.00");
    refuses(
        with(OUTLETS, "loss", "single", "20000.00"),
        "/terms/loss",
        "single must not be more than batch");
    refuses(
        with(OUTLETS, "fee", "liable", "1.06"), "/terms/fee", "liable must be a share from 0 to 1");
    refuses(with(OUTLETS, "fee", "tip", "0.01"), "/terms/fee/tip", "is not a known field");
    refuses(without(OUTLETS, "delay", "perDay"), "/terms/delay/perDay", "is required");
    refuses(
        with(OUTLETS, "delay", "lowValue", "PERHAPS"),
        "/terms/delay/lowValue",
        "must be one of [CEILING, INSTEAD]");
    refuses(
        with(CUSTOMERS, "uninsured", "plugin", "POSTAL"),
        "/terms/uninsured/plugin",
        "must be one of [CIVIL_ACTUAL_LOSS, CONTRACT_LIMIT, FIXED_LIMIT]");
  }

  private void refuses(ObjectNode terms, String pointer, String message) {
    var tariff = terms.has("loss") ? OUTLETS : CUSTOMERS;
    put(tariff, newest(tariff), today().plusDays(3000), terms)
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer))
        .body("errors.message", hasItem(message));
  }

  private ObjectNode with(String tariff, String part, String member, String value) {
    var terms = terms(tariff);
    ((ObjectNode) terms.get(part)).put(member, value);
    return terms;
  }

  private ObjectNode without(String tariff, String part, String member) {
    var terms = terms(tariff);
    ((ObjectNode) terms.get(part)).remove(member);
    return terms;
  }

  private ObjectNode terms(String tariff) {
    return (ObjectNode) read(tariff).get("terms");
  }

  private int newest(String tariff) {
    return read(tariff).get("versions").size();
  }

  private JsonNode read(String tariff) {
    try {
      return json.readTree(adjuster().get(tariff).asString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private ObjectNode form(LocalDate effectiveFrom, ObjectNode terms) {
    return json.createObjectNode()
        .put("effectiveFrom", effectiveFrom.toString())
        .set("terms", terms);
  }

  private ValidatableResponse put(String tariff, int read, LocalDate from, ObjectNode terms) {
    return admin()
        .header("If-Match", "\"" + read + "\"")
        .body(form(from, terms).toString())
        .put(tariff)
        .then();
  }

  private static ValidatableResponse quote(LocalDate dispatchedOn) {
    return adjuster()
        .body(
            """
            {"track": "OUTLET", "ground": "LOSS", "dispatchedOn": "%s",
             "parcels": [{"value": "5000.00"}]}
            """
                .formatted(dispatchedOn))
        .post("/api/v1/compensation-quotes")
        .then();
  }

  private static RequestSpecification admin() {
    return as(TestServers.token("admin"));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }
}
