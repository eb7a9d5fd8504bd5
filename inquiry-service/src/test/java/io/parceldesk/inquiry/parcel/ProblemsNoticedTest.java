package io.parceldesk.inquiry.parcel;

import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.parcelInTime;
import static io.parceldesk.inquiry.TestDesk.parcelPromised;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the system declares a problem by itself although no scan tells of one (PRB-02). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProblemsNoticedTest {
  private static final String PROBLEMS = "/api/v1/problem-parcels";
  private static final String DECLARED = "io.parceldesk.problem-parcel-declared.v1";

  /** The domestic limit ends seven days after it, at midnight: it is one to two days away. */
  private static final String SIX_DAYS_AGO = Instant.now().minus(6, ChronoUnit.DAYS).toString();

  @Inject ParcelSweep sweep;
  @Inject Sql sql;

  @Test
  void isAParcelNearItsThoroughDelayLimitAndItsSenderIsTold() {
    var waybill = waybill();
    loadParcels(parcelPromised(waybill, SIX_DAYS_AGO)).statusCode(200);

    sweepUntilDeclared(waybill);

    var declared = TestEvents.awaitType("parceldesk.inquiry", numberOn(waybill), DECLARED);
    var event = JsonPath.from(new String(declared.value()));
    assertThat(event.getString("occasion")).isEqualTo("LIMIT_NEAR");
    assertThat(event.getString("contact")).isNotBlank();
    assertThat(event.getString("accessCode")).isNotBlank();
    agent()
        .get(PROBLEMS + "/" + numberOn(waybill))
        .then()
        .body("declaredBy", is("SYSTEM"))
        .body("occasion", is("LIMIT_NEAR"))
        .body("status", is("AWAITING_SENDER"));
    loadParcels(parcelPromised(waybill, SIX_DAYS_AGO)).statusCode(200);
    sweep.sweep(Instant.EPOCH);
    assertThat(declaredOn(waybill)).as("once, however often it is told").hasSize(1);
  }

  @Test
  void isNoneWhereAProblemIsOpenAlready() {
    var waybill = waybill();
    agent()
        .body(
            """
            {"channel": "PHONE", "waybill": "%s", "causeClass": "OUT_OF_AREA",
             "declaredBy": "COURIER"}
            """
                .formatted(waybill))
        .post(PROBLEMS)
        .then()
        .statusCode(201);

    loadParcels(parcelPromised(waybill, SIX_DAYS_AGO)).statusCode(200);
    await().until(() -> sweep.sweep(Instant.EPOCH) >= 0 && isNearTold(waybill));

    assertThat(declaredOn(waybill)).containsExactly("COURIER");
  }

  @Test
  void isNoneWhereItsLimitHadPassedBeforeAnybodyTold() {
    var waybill = waybill();
    loadParcels(parcelPromised(waybill, "2026-10-01T10:00:00Z")).statusCode(200);

    sweep.sweep(Instant.EPOCH);

    assertThat(declaredOn(waybill)).isEmpty();
    assertThat(watched(waybill)).isEmpty();
  }

  @Test
  void isAConsignmentThatWasNeverScanned() {
    var waybill = waybill();
    loadParcels(parcelInTime(waybill)).statusCode(200);
    assertThat(watched(waybill)).as("two days after it was told").containsExactly(true);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.update(
                    "update parcel_watch set next_scan_due = clock_timestamp() where waybill = ?",
                    waybill));

    await().until(() -> declaredOn(waybill).equals(List.of("SYSTEM")));
    agent()
        .get(PROBLEMS + "/" + numberOn(waybill))
        .then()
        .body("occasion", is("NO_SCAN"))
        .body("owner.outlet", is("LLT-GZ-01"));
    loadParcels(parcelInTime(waybill)).statusCode(200);
    assertThat(watched(waybill)).as("it is told once").isEmpty();
  }

  private void sweepUntilDeclared(String waybill) {
    await().until(() -> sweep.sweep(Instant.EPOCH) >= 0 && !declaredOn(waybill).isEmpty());
  }

  private static String numberOn(String waybill) {
    return agent().get(PROBLEMS + "?waybill=" + waybill).path("items[0].number");
  }

  private boolean isNearTold(String waybill) {
    return sql.first(
            "select thorough_near_told from parcel where waybill = ?",
            row -> row.getBoolean(1),
            waybill)
        .orElseThrow();
  }

  private List<String> declaredOn(String waybill) {
    return sql.list(
        "select declared_by from problem_parcel where waybill = ?",
        row -> row.getString(1),
        waybill);
  }

  private List<Boolean> watched(String waybill) {
    return sql.list(
        """
        select next_scan_due between clock_timestamp() + interval '47 hours'
                                 and clock_timestamp() + interval '49 hours'
          from parcel_watch where waybill = ?
        """,
        row -> row.getBoolean(1),
        waybill);
  }
}
