package io.parceldesk.inquiry.problem;

import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.parcel;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the clocks of a problem parcel do when nobody does anything. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProblemClocksTest {
  private static final String PROBLEMS = "/api/v1/problem-parcels";

  @Test
  void remindTheSenderTwiceWithTheCode() {
    shorten("test-sender-reply", "SENDER_REPLY", "PT4S", "LETTER");

    var number = declared("LETTER");

    var reminders =
        TestEvents.await(
            "parceldesk.inquiry",
            number,
            records ->
                records.stream()
                        .filter(r -> TestEvents.header(r, "ce_type").contains("approaching"))
                        .count()
                    == 2);
    assertThat(reminders)
        .filteredOn(r -> TestEvents.header(r, "ce_type").contains("approaching"))
        .allSatisfy(
            record -> {
              var reminder = JsonPath.from(new String(record.value()));
              assertThat(reminder.getString("deadline.kind")).isEqualTo("SENDER_REPLY");
              assertThat(reminder.getString("accessCode")).isNotBlank();
              assertThat(reminder.getString("contact")).isNotBlank();
            });
  }

  @Test
  void endTheCustodyOfWhatNobodyWants() {
    shorten("test-custody", "CUSTODY", "PT2S", "SOCIAL");

    var number = declared("SOCIAL");

    var resolved =
        TestEvents.awaitType(
            "parceldesk.inquiry", number, "io.parceldesk.problem-parcel-resolved.v1");
    assertThat(JsonPath.from(new String(resolved.value())).getString("outcome"))
        .isEqualTo("UNCLAIMED");
    agent()
        .get(PROBLEMS + "/" + number)
        .then()
        .body("status", is("UNCLAIMED"))
        .body("deadlines.find { it.kind == 'CUSTODY' }.state", is("BREACHED"))
        .body("deadlines.find { it.kind == 'SENDER_REPLY' }.state", is("CANCELLED"));
  }

  /** For one channel, so that other tests keep their time. */
  private static void shorten(String id, String kind, String budget, String channel) {
    as(TestServers.token("admin"))
        .body(
            """
            {"id": "%s", "kind": "%s", "rules": ["PRB-11"], "budget": "%s", "atOpening": %s,
             "match": {"caseKind": "PROBLEM_PARCEL", "channel": "%s"},
             "rungs": [{"at": "-50%%", "action": "WARNING"}, {"at": "-20%%", "action": "WARNING"},
                       {"at": "0", "action": "BREACH"}]}
            """
                .formatted(id, kind, budget, kind.equals("SENDER_REPLY"), channel))
        .post("/api/v1/deadline-policies")
        .then()
        .statusCode(201);
  }

  private static String declared(String channel) {
    var waybill = waybill();
    loadParcels(parcel(waybill, scan("ARRIVED", Instant.now().toString()))).statusCode(200);
    return agent()
        .body(
            """
            {"channel": "%s", "waybill": "%s", "causeClass": "INFORMATION",
             "declaredBy": "COURIER"}
            """
                .formatted(channel, waybill))
        .post(PROBLEMS)
        .path("number");
  }
}
