package io.parceldesk.inquiry.retention;

import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.inquiry.TestDesk;
import io.parceldesk.inquiry.TestOutlets;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whom a sender names instead of the recipient is a person of their own (REG-10). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class NewRecipientTest {
  private static final String PROBLEMS = "/api/v1/problem-parcels/";

  private final String phone =
      "137" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);

  @Inject Sql sql;

  @Test
  void isToldOfThemselvesAndErasedAlone() {
    var number = redirected();

    request("EXPORT")
        .body("items.name", contains(number))
        .body("data[0].what", is("PROBLEM_PARCEL"))
        .body("data[0].data.roles", contains("NEW_RECIPIENT"))
        .body("data[0].data.named[0].data.name", is("李丽"))
        .body("data[0].data.named[0].data.phone.e164", is("+86" + phone))
        .body("data[0].data.named[0].data.address", is("成都市武侯区天府大道8号"))
        .body("data[0].data.contact", nullValue());
    request("ERASURE").body("items.obstacle", contains("OPEN"));

    sql.update(
        """
        update problem_parcel set status = 'RESOLVED', outcome = 'DELIVERED',
               closed_at = now() - interval '2 years' where number = ?
        """,
        number);
    request("ERASURE").body("items.outcome", contains("ERASED"));

    agent()
        .get(PROBLEMS + number)
        .then()
        .statusCode(200)
        .body("anonymisedAt", nullValue())
        .body("sender.name", notNullValue())
        .body("instruction.kind", is("CHANGE_ADDRESS"))
        .body("instruction.newContact", nullValue());
    request("EXPORT").body("items", empty());
  }

  private String redirected() {
    var outlet = TestOutlets.announced("LLT-N" + TestDesk.waybill());
    var waybill = TestDesk.waybill();
    TestDesk.loadParcels(TestDesk.parcelInTime(waybill)).statusCode(200);
    String number =
        agent()
            .body(
                """
                {"channel": "API_OUTLET", "waybill": "%s", "causeClass": "INFORMATION",
                 "declaredBy": "COURIER", "outlet": "%s"}
                """
                    .formatted(waybill, outlet))
            .post(PROBLEMS)
            .then()
            .statusCode(201)
            .extract()
            .path("number");
    agent()
        .body(
            """
            {"instruction": "CHANGE_ADDRESS", "name": "李丽", "phone": "%s",
             "address": "成都市武侯区天府大道8号"}
            """
                .formatted(phone))
        .post(PROBLEMS + number + "/instruction")
        .then()
        .statusCode(200);
    return number;
  }

  private ValidatableResponse request(String kind) {
    return as(TestServers.token("admin"))
        .body(
            "{\"kind\": \"%s\", \"phone\": \"%s\", \"reason\": \"by letter\"}"
                .formatted(kind, phone))
        .post("/api/v1/subject-requests")
        .then()
        .statusCode(201);
  }
}
