package io.parceldesk.complaint.joint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.TestOutlets;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Others are asked for their part, and the complaint stays in one hand (CMP-20). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class JointHandlingTest {
  private static final String HUB = "LLT-GZ-HUB";
  private static final String ASK_HUB =
      """
      {"outlet": "LLT-GZ-HUB", "person": "wu.jie", "question": "称重记录？客户电话13800138000"}
      """;
  private static final String ASK_STORAGE =
      """
      {"department": "STORAGE_TRANSPORT", "question": "Which truck?"}
      """;

  @Inject Seal seal;

  @BeforeEach
  void hubIsKnown() {
    TestOutlets.announced(HUB);
  }

  @Test
  void asksOthersWhileTheComplaintStaysWithItsHandler() {
    var number = assigned("DAMAGE");

    act("agent", number, "joint-parties", ASK_HUB).statusCode(200);
    act("agent", number, "joint-parties", ASK_STORAGE)
        .statusCode(200)
        .body("status", is("ASSIGNED"))
        .body("owner.outlet", is(TestComplaints.OUTLET))
        .body("jointParties.party.outlet", contains(HUB, null))
        .body("jointParties.party.department", contains(null, "STORAGE_TRANSPORT"))
        .body("jointParties[0].question", is("称重记录？客户电话138******00"))
        .body("jointParties[0].askedBy", is("agent"))
        .body("jointParties[0].deadline.kind", is("JOINT_REPLY"))
        .body("jointParties[0].deadline.state", is("RUNNING"))
        .body("jointParties[0].allowedActions", contains("answer", "withdrawal"))
        .body("deadlines.findAll { it.kind == 'JOINT_REPLY' }.size()", is(2))
        .body("deadlines.find { it.kind == 'DEPARTMENT_REPLY' }.state", is("RUNNING"))
        .body("allowedActions", hasItem("joint-parties"))
        .body("allowedActions", not(hasItem("answer")));

    var asked = eventOf(number, "complaint-joint-party-asked");
    assertThat(asked.getString("owner.outlet")).isEqualTo(HUB);
    assertThat(asked.getString("case.outlet")).isEqualTo(TestComplaints.OUTLET);
    assertThat(Instant.parse(asked.getString("replyBy")))
        .isEqualTo(Instant.parse(view(number).extract().path("jointParties[0].deadline.dueAt")));
    assertThat(asked.prettify()).doesNotContain("称重", "13800138000");
  }

  @Test
  void showsTheAskedOutletTheComplaintAndLetsItAnswerAndNothingElse() {
    var number = assigned("DAMAGE");
    var own = partyId(act("agent", number, "joint-parties", ASK_HUB));
    var others = partyId(act("agent", number, "joint-parties", ASK_STORAGE));
    act("agent", number, "investigation", "{\"cause\": \"WEATHER\", \"finding\": \"flood\"}")
        .statusCode(200);

    outlet(HUB)
        .get("/api/v1/complaints/" + number)
        .then()
        .statusCode(200)
        .body("description", notNullValue())
        .body("investigation", nullValue())
        .body("allowedActions", empty())
        .body("jointParties.id", contains(own))
        .body("jointParties[0].allowedActions", contains("answer"));
    outlet(HUB)
        .get("/api/v1/complaints?limit=200&waybill=" + view(number).extract().path("waybill"))
        .then()
        .statusCode(200)
        .body("items.number", contains(number));
    outlet(HUB).get("/api/v1/complaints/" + number + "/deadlines").then().statusCode(200);
    outletActs(HUB, number, "plan", "{\"remedy\": \"APOLOGISE\", \"text\": \"sorry\"}")
        .statusCode(403)
        .body("code", is("other-outlet"));
    outletActs(HUB, number, answer(others), "{\"text\": \"not mine\"}").statusCode(403);
    outletActs(HUB, number, withdrawal(own), "{}").statusCode(403);
    outletActs(TestComplaints.OUTLET, number, answer(own), "{\"text\": \"for them\"}")
        .statusCode(403)
        .body("code", is("other-outlet"));
    outlet("LLT-XX").get("/api/v1/complaints/" + number).then().statusCode(403);

    outletActs(HUB, number, answer(own), "{\"text\": \"2.4 kg\"}")
        .statusCode(200)
        .body("jointParties[0].answer", is("2.4 kg"))
        .body("jointParties[0].deadline.state", is("MET"))
        .body("jointParties[0].allowedActions", empty());
    outletActs(HUB, number, answer(own), "{\"text\": \"2.5 kg\"}")
        .statusCode(409)
        .body("code", is("not-waited-for"));
    view(number)
        .body("jointParties[0].answeredBy", is("outlet"))
        .body("jointParties[1].deadline.state", is("RUNNING"));
    assertThat(eventOf(number, "complaint-joint-party-answered").prettify()).doesNotContain("2.4");
  }

  @Test
  void takesTheAskedOutletsReplyInThroughItsOwnSystem() {
    var number = assigned("DAMAGE");
    act("agent", number, "joint-parties", ASK_HUB).statusCode(200);

    TestOutlets.replies(seal, HUB, number, "称重无异常");

    await()
        .untilAsserted(
            () ->
                view(number)
                    .body("jointParties[0].answer", is("称重无异常"))
                    .body("jointParties[0].answeredBy", is(HUB))
                    .body("jointParties[0].deadline.state", is("MET"))
                    .body("outletStatement", nullValue())
                    .body("deadlines.find { it.kind == 'DEPARTMENT_REPLY' }.state", is("RUNNING")));
  }

  @Test
  void beginsTheClockAnewWhenThePartyIsAskedAgain() {
    var number = assigned("DAMAGE");
    var id = partyId(act("agent", number, "joint-parties", ASK_HUB));

    act("agent", number, "joint-parties", "{\"outlet\": \"" + HUB + "\", \"question\": \"And?\"}")
        .statusCode(200)
        .body("jointParties.id", contains(id))
        .body("jointParties[0].question", is("And?"))
        .body("jointParties[0].earlier.withdrawal", contains("ASKED_AGAIN"))
        .body("jointParties[0].deadline.state", is("RUNNING"))
        .body("jointParties[0].deadline.previous.state", is("CANCELLED"));
    desk("agent")
        .get("/api/v1/complaints/" + number + "/deadlines/JOINT_REPLY?about=" + id)
        .then()
        .statusCode(200)
        .body("about", is(id))
        .body("state", is("RUNNING"));
  }

  @Test
  void withdrawsAQuestionAndShowsTheOutletNoMore() {
    var number = assigned("DAMAGE");
    var id = partyId(act("agent", number, "joint-parties", ASK_HUB));

    act("agent", number, withdrawal(id), "{\"note\": \"found out\"}")
        .statusCode(200)
        .body("jointParties[0].withdrawal", is("REQUEST"))
        .body("jointParties[0].deadline.state", is("CANCELLED"));

    outlet(HUB).get("/api/v1/complaints/" + number).then().statusCode(403);
    assertThat(eventOf(number, "complaint-joint-party-withdrawn").getString("withdrawal"))
        .isEqualTo("REQUEST");
    act("agent", number, answer(id), "{\"text\": \"late\"}").statusCode(409);
  }

  @Test
  void forgetsNoQuestionWhenTheComplaintEnds() {
    var number = explainedWithAnOpenQuestion();

    act("agent", number, "closure", "{\"summary\": \"A misunderstanding\"}")
        .statusCode(200)
        .body("jointParties[0].withdrawal", is("CLOSED"))
        .body("deadlines.findAll { it.state == 'RUNNING' }.size()", is(0));

    desk("agent")
        .get("/api/v1/complaints/" + number + "/timeline")
        .then()
        .body("items.note", hasItem(HUB + ": CLOSED"));
    assertThat(eventOf(number, "complaint-joint-party-withdrawn").getString("withdrawal"))
        .isEqualTo("CLOSED");
  }

  @Test
  void asksWhoHandlesTheComplaintNoFurther() {
    var number = assigned("DAMAGE");
    act("agent", number, "joint-parties", ASK_HUB).statusCode(200);

    act("agent", number, "assignment", "{\"outlet\": \"" + HUB + "\"}")
        .statusCode(200)
        .body("jointParties[0].withdrawal", is("HANDLER"));
    act("agent", number, "joint-parties", ASK_HUB)
        .statusCode(422)
        .body("code", is("asks-its-handler"))
        .body("rule", is("CMP-20"));
  }

  @Test
  void refusesWhatCannotBeAsked() {
    var number = assigned("DAMAGE");

    act("agent", number, "joint-parties", "{\"question\": \"Who?\"}")
        .statusCode(400)
        .body("errors.message", hasItem("an outlet or a department is required"));
    act("agent", number, "joint-parties", "{\"outlet\": \"" + HUB + "\"}")
        .statusCode(400)
        .body("errors.pointer", contains("/question"));
    act("agent", number, "joint-parties", "{\"outlet\": \"NO-SUCH\", \"question\": \"?\"}")
        .statusCode(422)
        .body("code", is("unknown-outlet"));
    act("agent", number, answer("0199c3f0-7a52-7c5e-9d58-3d9b0f3c1e11"), "{\"text\": \"x\"}")
        .statusCode(404);
    act("outlet", number, "joint-parties", ASK_HUB).statusCode(403);
    view(number).body("jointParties", empty());
  }

  @Test
  void tellsTheAskedPartyOfItsBreachAndRaisesNothingAtOnce() {
    desk("admin")
        .body(
            """
            {"id": "test-joint-reply", "kind": "JOINT_REPLY", "rules": ["SLA-03"], "budget": "PT1S",
             "match": {"caseKind": "COMPLAINT", "category": "OVERCHARGE"},
             "rungs": [{"at": "0", "action": "BREACH"}]}
            """)
        .post("/api/v1/deadline-policies")
        .then()
        .statusCode(201);
    var number = assigned("OVERCHARGE");
    var id = partyId(act("agent", number, "joint-parties", ASK_HUB));

    var breach = eventOf(number, "deadline-breached");

    assertThat(breach.getString("deadline.kind")).isEqualTo("JOINT_REPLY");
    assertThat(breach.getString("deadline.about")).isEqualTo(id);
    assertThat(breach.getString("owner.outlet")).isEqualTo(HUB);
    view(number)
        .body("escalationLevel", is(0))
        .body("jointParties[0].deadline.state", is("BREACHED"));
  }

  @Test
  void neitherLosesNorForgetsAnAnswerThatMeetsTheClosure() {
    IntStream.range(0, 6)
        .forEach(
            round -> {
              var number = explainedWithAnOpenQuestion();
              String id = view(number).extract().path("jointParties[0].id");

              var answering =
                  CompletableFuture.supplyAsync(
                      () ->
                          outletActs(HUB, number, answer(id), "{\"text\": \"2.4 kg\"}")
                              .extract()
                              .statusCode());
              act("agent", number, "closure", "{\"summary\": \"done\"}").statusCode(200);

              var isAnswered = answering.join() == 200;
              assertThat(answering.join()).isIn(200, 409, 403);
              view(number)
                  .body("status", is("CLOSED"))
                  .body("jointParties[0].answer", isAnswered ? is("2.4 kg") : nullValue())
                  .body("jointParties[0].withdrawal", isAnswered ? nullValue() : is("CLOSED"))
                  .body("jointParties[0].deadline.state", is(isAnswered ? "MET" : "CANCELLED"));
            });
  }

  private static String explainedWithAnOpenQuestion() {
    var number = TestComplaints.register();
    act("agent", number, "acknowledgement", "{}").statusCode(200);
    act("agent", number, "joint-parties", ASK_HUB).statusCode(200);
    act(
            "agent",
            number,
            "assessment",
            "{\"founded\": false, \"explanation\": \"Nothing was broken\"}")
        .statusCode(200);
    return number;
  }

  private static String assigned(String category) {
    var number = TestComplaints.register(category);
    act("agent", number, "acknowledgement", "{}").statusCode(200);
    act("agent", number, "assignment", "{\"outlet\": \"" + TestComplaints.OUTLET + "\"}")
        .statusCode(200);
    return number;
  }

  private static String partyId(ValidatableResponse asked) {
    return asked.statusCode(200).extract().path("jointParties[-1].id");
  }

  private static String answer(String id) {
    return "joint-parties/" + id + "/answer";
  }

  private static String withdrawal(String id) {
    return "joint-parties/" + id + "/withdrawal";
  }

  private static JsonPath eventOf(String number, String event) {
    return JsonPath.from(
        new String(
            TestEvents.awaitType("parceldesk.complaint", number, "io.parceldesk." + event + ".v1")
                .value()));
  }

  private static ValidatableResponse view(String number) {
    return desk("agent").get("/api/v1/complaints/" + number).then();
  }

  private static ValidatableResponse outletActs(
      String outlet, String number, String action, String body) {
    return outlet(outlet).body(body).post("/api/v1/complaints/" + number + "/" + action).then();
  }

  private static ValidatableResponse act(String role, String number, String action, String body) {
    return desk(role).body(body).post("/api/v1/complaints/" + number + "/" + action).then();
  }

  private static RequestSpecification outlet(String code) {
    return given().auth().oauth2(TestServers.token("outlet", code)).contentType(ContentType.JSON);
  }

  private static RequestSpecification desk(String role) {
    return given().auth().oauth2(TestServers.token(role)).contentType(ContentType.JSON);
  }
}
