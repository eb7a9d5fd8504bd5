package io.parceldesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.complaint.Desk;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class BulkAssignmentTest {
  private static final String TO_QUALITY = ", \"department\": \"QUALITY\", \"person\": \"zhao\"}";

  @Test
  void assignsWhatCanBeAssignedAndSaysOfTheRestWhyNot() {
    var ready = acknowledged();
    var received = TestComplaints.register();
    var closed = Desk.after(acknowledged(), "assessment", "closure");
    var unknown = "CMP-200101-00001A";

    assign(List.of(ready, received, ready, "CMP-1", closed), TO_QUALITY)
        .statusCode(200)
        .body("items.number", contains(ready, received, "CMP-1", closed))
        .body("items[0].status", is("ASSIGNED"))
        .body("items[0].owner.department", is("QUALITY"))
        .body("items[0].owner.assignee", is("zhao"))
        .body("items[0].problem", nullValue())
        .body("items[1].status", nullValue())
        .body("items[1].problem.code", is("illegal-transition"))
        .body("items[1].problem.allowedActions[0]", is("acknowledgement"))
        .body("items[2].problem.code", is("bad-case-number"))
        .body("items[3].problem.code", is("illegal-transition"));
    assign(List.of(unknown), TO_QUALITY)
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].problem.code", is("not-found"));
    Desk.view(received).body("status", is("RECEIVED"));
    Desk.view(ready).body("status", is("ASSIGNED"));
  }

  @Test
  void handsNothingToThoseWhoHaveItAlready() {
    var number = acknowledged();
    assign(List.of(number), TO_QUALITY).body("items[0].status", is("ASSIGNED"));
    var version = Desk.view(number).extract().<Integer>path("version");

    assign(List.of(number), TO_QUALITY).body("items[0].status", is("ASSIGNED"));

    Desk.view(number).body("version", is(version));
    assign(List.of(number), ", \"department\": \"STORAGE_TRANSPORT\"}")
        .body("items[0].owner.department", is("STORAGE_TRANSPORT"))
        .body("items[0].owner.assignee", nullValue());
  }

  @Test
  void answersTheSameKeyOnce() {
    var key = UUID.randomUUID().toString();
    var body = body(List.of(acknowledged(), acknowledged()), TO_QUALITY);
    var first = post(key, body).statusCode(200).extract();

    var second = post(key, body).statusCode(200).header("Idempotent-Replayed", "true").extract();

    assertThat(second.<List<?>>path("items")).isEqualTo(first.path("items"));
    post(key, body(List.of(acknowledged()), TO_QUALITY)).statusCode(422);
  }

  @Test
  void refusesAListThatCannotBeMeant() {
    var tooMany = IntStream.range(0, 201).mapToObj(i -> "CMP-" + i).toList();
    assign(tooMany, TO_QUALITY).statusCode(400).body("errors[0].pointer", is("/numbers"));
    assign(List.of(), TO_QUALITY).statusCode(400).body("errors[0].pointer", is("/numbers"));
    assign(List.of("CMP-1"), ", \"department\": \"\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/department"));
    assign(List.of("CMP-1"), ", \"outlet\": \"NO-SUCH\"}")
        .statusCode(422)
        .body("code", is("unknown-outlet"));
    Desk.as("auditor")
        .body(body(List.of("CMP-1"), TO_QUALITY))
        .post("/api/v1/complaints/assignments")
        .then()
        .statusCode(403);
  }

  @Test
  void givesEachToItsDefaultWhereNobodyIsNamed() {
    var damaged = acknowledged();
    var delayed = Desk.after(TestComplaints.register("DELAY"), "acknowledgement");

    assign(List.of(damaged, delayed), "}")
        .statusCode(200)
        .body("items.owner.department", contains("QUALITY", "STORAGE_TRANSPORT"));
  }

  private static String acknowledged() {
    return Desk.after(TestComplaints.register(), "acknowledgement");
  }

  private static ValidatableResponse assign(List<String> numbers, String rest) {
    return Desk.as("agent").body(body(numbers, rest)).post("/api/v1/complaints/assignments").then();
  }

  private static ValidatableResponse post(String key, String body) {
    return Desk.as("agent")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/api/v1/complaints/assignments")
        .then();
  }

  private static String body(List<String> numbers, String rest) {
    return Stream.of(numbers)
            .flatMap(List::stream)
            .map(number -> "\"" + number + "\"")
            .collect(Collectors.joining(", ", "{\"numbers\": [", "]"))
        + rest;
  }
}
