package io.parceldesk.chassis.deadline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PolicyApiTest {
  private static final String POLICIES = "/api/v1/deadline-policies";

  @Inject SampleCases cases;
  @Inject ShippedRules shipped;
  @Inject Sql sql;

  @Test
  void listsWhatIsShipped() {
    admin()
        .get(POLICIES + "?kind=STATUTORY")
        .then()
        .statusCode(200)
        .body("items.kind", everyItem(is("STATUTORY")))
        .rootPath("items.find { it.id == 'sample-law' }")
        .body("version", is(1))
        .body("author", is("shipped"))
        .body("budget", is("7d"))
        .body("nature", is("STATUTORY"))
        .body("rungs[0].action", is("BREACH"))
        .body("inForce", is(true));
  }

  @Test
  void appliesAnAddedPolicyFromTheNextOpeningOn() {
    var category = category();
    var before = cases.open(category, 1);
    assertThat(before.deadlines()).isEmpty();

    var added =
        admin()
            .body(
                """
                {"kind": "RESOLVE", "budget": "PT5S", "atOpening": true,
                 "match": {"caseKind": "COMPLAINT", "category": ["%s"]}}
                """
                    .formatted(category))
            .post(POLICIES);

    assertThat(added.statusCode()).isEqualTo(201);
    assertThat(added.jsonPath().getList("rungs.action", String.class))
        .containsExactly("WARNING", "BREACH", "ESCALATION");
    assertThat(added.path("cappedBy").toString())
        .as("SLA-19 holds for it too")
        .isEqualTo("STATUTORY");
    var deadline = cases.open(category, 1).deadlines().get(0);
    assertThat(deadline.policy()).isEqualTo(added.path("id") + "@1");
    assertThat(deadline.rule()).as("its own rule").isEqualTo(added.path("id"));
    assertThat(Duration.between(deadline.startedAt(), deadline.dueAt()))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(added.header("Location")).endsWith("/deadline-policies/" + added.path("id"));
  }

  @Test
  void addsVersionsAndKeepsTheOldOnes() {
    var id = "sample-versions-" + UUID.randomUUID().toString().substring(0, 8);
    admin().body(policy(id, "PT2H")).post(POLICIES).then().statusCode(201).body("version", is(1));

    admin()
        .header("If-Match", "\"1\"")
        .body(policy(id, "PT3H"))
        .put(POLICIES + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("version", is(2));

    admin()
        .get(POLICIES + "/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("budget", is("PT3H"))
        .body("versions.budget", hasItems("PT2H", "PT3H"));
    admin()
        .header("If-Match", "\"1\"")
        .body(policy(id, "PT4H"))
        .put(POLICIES + "/" + id)
        .then()
        .statusCode(412)
        .body("code", is("stale-version"));
    admin().body(policy(id, "PT4H")).put(POLICIES + "/" + id).then().statusCode(428);
  }

  @Test
  void neverUndoesAnAdminsVersionWithAShippedOne() {
    var edited =
        admin()
            .body(
                """
                {"id": "sample-hand-off", "kind": "DEPARTMENT_REPLY", "rules": ["SLA-04"],
                 "budget": "PT2H", "rungs": [{"at": "0", "action": "BREACH"}],
                 "pauses": {"reasons": ["WAITING_FOR_CUSTOMER"]}}
                """)
            .post(POLICIES);
    var version = edited.jsonPath().getInt("version");

    assertThat(shipped.storeAgain()).as("what was shipped before is no news").isZero();
    sql.update(
        "update deadline_policy set content_hash = 'of an older release'"
            + " where id = 'sample-hand-off' and version = 1");
    assertThat(shipped.storeAgain()).isEqualTo(1);

    admin()
        .get(POLICIES + "/sample-hand-off")
        .then()
        .body("version", is(version))
        .body("versions.author", hasItem("shipped"));
  }

  @Test
  void storesWhatIsShippedOnceHoweverOftenItStarts() {
    shipped.storeAgain();
    shipped.storeAgain();

    assertThat(
            sql.first(
                "select count(*) from deadline_policy where id = 'sample-law'",
                row -> row.getInt(1)))
        .contains(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/budget   | {'kind': 'PLAN', 'budget': 'PT0S'}",
        "/budget   | {'kind': 'PLAN', 'budget': 'PT0.0000001S'}",
        "/budget   | {'kind': 'PLAN', 'budget': '-3wd'}",
        "/budget   | {'kind': 'PLAN', 'budget': 'soon'}",
        "/budget   | {'kind': 'PLAN'}",
        "/kind     | {'budget': 'PT2H'}",
        "/rungs/0  | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [{'at': 'x', 'action':"
            + " 'BREACH'}]}",
        "/rungs/0  | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [{'at': '0', 'action':"
            + " 'ESCALATION'}]}",
        "/rungs/1  | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [{'at': '0', 'action': 'BREACH'},"
            + " {'at': '0', 'action': 'ESCALATION', 'level': 4}]}",
        "/rungs    | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [{'at': '0', 'action': 'BREACH'},"
            + " {'at': '0', 'action': 'BREACH'}]}",
        "/pauses   | {'kind': 'STATUTORY', 'nature': 'STATUTORY', 'budget': '7d', 'pauses':"
            + " {'reasons': ['LUNCH']}}",
        "/id       | {'id': 'No Id', 'kind': 'PLAN', 'budget': 'PT2H'}",
        "/effectiveFrom | {'kind': 'PLAN', 'budget': 'PT2H', 'effectiveFrom':"
            + " '2020-01-01T00:00:00Z'}",
        "/match/caseKind | {'kind': 'PLAN', 'budget': 'PT2H', 'match': {'caseKind': 'TICKET'}}",
        "/effectiveFrom | {'kind': 'PLAN', 'budget': 'PT2H', 'effectiveFrom':"
            + " '2099-01-01T00:00:00Z'}",
        "/rungs/0  | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [{'at': '-PT2H', 'action':"
            + " 'WARNING'}]}",
        "/rungs/0  | {'kind': 'PLAN', 'budget': '3wd', 'rungs': [{'at': '-4wd', 'action':"
            + " 'WARNING'}]}",
        "/rungs/0  | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [{'at': '+PT1H', 'action':"
            + " 'WARNING'}]}",
        "/rungs/0  | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [{'at': '-100%', 'action':"
            + " 'WARNING'}]}",
        "/rungs/0  | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [{'action': 'WARNING'}]}",
        "/rungs    | {'kind': 'PLAN', 'budget': 'PT2H', 'rungs': [null]}",
        "/rules    | {'kind': 'PLAN', 'budget': 'PT2H', 'rules': [null]}",
        "/pauses/reasons | {'kind': 'PLAN', 'budget': 'PT2H', 'pauses': {'reasons': [null]}}",
        "/pauses/longest | {'kind': 'PLAN', 'budget': 'PT2H', 'pauses': {'longest': '0d'}}",
        "/match    | {'kind': 'PLAN', 'budget': 'PT2H', 'match': {'category': [null]}}",
        "/cappedBy | {'kind': 'PLAN', 'budget': 'PT2H', 'cappedBy': 'PLAN'}",
        "/colour   | {'kind': 'PLAN', 'budget': 'PT2H', 'colour': 'red'}",
      })
  void pointsAtWhatIsWrong(String pointer, String body) {
    admin()
        .body(body.replace('\'', '"'))
        .post(POLICIES)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown-deadline-kind | {'kind': 'COFFEE', 'budget': 'PT2H'}",
        "matches-nothing | {'kind': 'PLAN', 'budget': 'PT2H', 'match': {'caseKind': 'DISPUTE'}}",
        "matches-nothing | {'kind': 'PLAN', 'budget': 'PT2H', 'match': {'category': []}}",
        "matches-nothing | {'kind': 'PLAN', 'budget': 'PT2H', 'match': {'stars': [2]}}",
        "unknown-pause-reason | {'kind': 'PLAN', 'budget': 'PT2H', 'pauses': {'reasons':"
            + " ['LUNCH']}}",
        "unknown-deadline-kind | {'kind': 'PLAN', 'budget': 'PT2H', 'cappedBy': 'COFFEE'}",
        "chained-cap | {'kind': 'PLAN', 'budget': 'PT2H', 'cappedBy': 'RESOLVE'}",
        "nothing-to-withdraw | {'id': 'no-such', 'kind': 'PLAN', 'budget': 'PT2H', 'withdrawn':"
            + " true}",
        "statutory-limit | {'kind': 'STATUTORY', 'nature': 'STATUTORY', 'budget': '8d'}",
        "statutory-limit | {'kind': 'STATUTORY', 'nature': 'STATUTORY', 'budget': '5wd'}",
        "statutory-limit | {'kind': 'STATUTORY', 'nature': 'SERVICE', 'budget': '7d'}",
        "statutory-limit | {'id': 'sample-law', 'kind': 'STATUTORY', 'nature': 'STATUTORY',"
            + " 'budget': '7d', 'withdrawn': true}",
      })
  void refusesWhatARuleForbids(String code, String body) {
    admin()
        .body(body.replace('\'', '"'))
        .post(POLICIES)
        .then()
        .statusCode(422)
        .body("code", is(code));
  }

  @Test
  void namesWhatItKnowsWhereAReasonIsUnknown() {
    admin()
        .body("{\"kind\": \"PLAN\", \"budget\": \"PT2H\", \"pauses\": {\"reasons\": [\"LUNCH\"]}}")
        .post(POLICIES)
        .then()
        .statusCode(422)
        .body("knownReasons", hasItem("CUSTOMER_UNREACHABLE"));
  }

  @Test
  void givesTwoVersionsThatComeAtOnceTheirOwnNumbers() {
    var id = "sample-twice-" + UUID.randomUUID().toString().substring(0, 8);
    var posted = bothAtOnce(() -> admin().body(policy(id, "PT2H")).post(POLICIES));

    assertThat(posted).extracting(Response::statusCode).containsExactly(201, 201);
    assertThat(posted)
        .extracting(answer -> answer.jsonPath().getInt("version"))
        .containsExactlyInAnyOrder(1, 2);

    var put =
        bothAtOnce(
            () ->
                admin()
                    .header("If-Match", "\"2\"")
                    .body(policy(id, "PT3H"))
                    .put(POLICIES + "/" + id));
    assertThat(put).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
  }

  private static List<Response> bothAtOnce(Supplier<Response> request) {
    var one = CompletableFuture.supplyAsync(request);
    var other = CompletableFuture.supplyAsync(request);
    return List.of(one.join(), other.join());
  }

  @Test
  void letsOnlyAdminsWrite() {
    given()
        .auth()
        .oauth2(TestServers.token("supervisor"))
        .contentType(ContentType.JSON)
        .body(policy("sample-x", "PT2H"))
        .post(POLICIES)
        .then()
        .statusCode(403);
    admin().get(POLICIES + "/no-such").then().statusCode(404);
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(TestServers.token("admin")).contentType(ContentType.JSON);
  }

  private static String policy(String id, String budget) {
    return """
    {"id": "%s", "kind": "PLAN", "rules": ["SLA-06"], "budget": "%s",
     "match": {"category": ["NONE"]}}
    """
        .formatted(id, budget);
  }

  private static String category() {
    return "C" + UUID.randomUUID().toString().substring(0, 8);
  }
}
