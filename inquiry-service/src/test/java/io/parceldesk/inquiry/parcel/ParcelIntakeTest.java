package io.parceldesk.inquiry.parcel;

import static io.parceldesk.inquiry.TestDesk.PARCELS;
import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.parcel;
import static io.parceldesk.inquiry.TestDesk.parcelInTime;
import static io.parceldesk.inquiry.TestDesk.parcelPromised;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ParcelIntakeTest {
  @Inject Sql sql;

  @Test
  void takesParcelsInAndAnnouncesThemWithoutTheirParties() {
    var waybill = waybill();

    loadParcels(parcel(waybill, scan("ACCEPTED", "2026-11-18T02:00:00Z")))
        .statusCode(200)
        .body("accepted", is(1))
        .body("unchanged", is(0))
        .body("wrong", empty());

    var record =
        TestEvents.awaitType("parceldesk.parcel", waybill, "io.parceldesk.parcel-accepted.v1");
    assertThat(TestEvents.header(record, "ce_subject")).isEqualTo(waybill);
    assertThat(new String(record.value()))
        .contains("LLT-CD-02")
        .doesNotContain("王小明", "13800138000", "天河");
    agent()
        .get(PARCELS + "/" + waybill)
        .then()
        .statusCode(200)
        .body("route", is("DOMESTIC"))
        .body("freight.amount", is("12.00"))
        .body("sender.name", is("王**"))
        .body("sender.phone", is("138******00"))
        .body("sender.address", is("广州市天河区****"))
        .body("recipient.phone", is("139******00"))
        .body("scans.type", is(List.of("ACCEPTED")));
  }

  @Test
  void keepsTheRightLinesAndNamesTheWrongOnes() {
    var first = waybill();
    var last = waybill();

    loadParcels(
            parcel(first, ""),
            "{\"waybill\": ",
            "",
            parcel(waybill(), "").replace("DOMESTIC", "MOON"),
            parcel(waybill(), "").replace("13800138000", "12"),
            parcel(waybill(), "").replace("12.00", "12"),
            parcel(last, ""))
        .statusCode(200)
        .body("accepted", is(2))
        .body("wrong.line", is(List.of(2, 4, 5, 6)))
        .body("wrong[1].errors[0].pointer", is("/route"))
        .body("wrong[2].errors[0].pointer", is("/sender/phone"))
        .body("wrong[3].errors[0].pointer", is("/freight/amount"));
    agent().get(PARCELS + "/" + first).then().statusCode(200);
    agent().get(PARCELS + "/" + last).then().statusCode(200);
  }

  @Test
  void changesNothingWhenToldAgain() {
    var line = parcel(waybill(), scan("ACCEPTED", "2026-11-18T02:00:00Z"));
    loadParcels(line).body("accepted", is(1));

    loadParcels(line, line).body("accepted", is(0)).body("unchanged", is(2));
  }

  @Test
  void correctsAParcelThatIsToldDifferently() {
    var waybill = waybill();
    loadParcels(parcelInTime(waybill));

    loadParcels(parcelInTime(waybill).replace("LLT-CD-02", "LLT-SH-03")).body("accepted", is(1));

    agent().get(PARCELS + "/" + waybill).then().body("toOutlet", is("LLT-SH-03"));
    assertThat(TestEvents.await("parceldesk.parcel", waybill, records -> records.size() == 2))
        .extracting(record -> TestEvents.header(record, "ce_type"))
        .containsExactly("io.parceldesk.parcel-accepted.v1", "io.parceldesk.parcel-corrected.v1");
  }

  @Test
  void announcesADeliveryOnceHoweverOftenItIsScanned() {
    var waybill = waybill();
    loadParcels(parcelInTime(waybill));

    var delivered = scan("DELIVERED", "2026-11-19T08:00:00Z");
    addScan(waybill, delivered)
        .statusCode(200)
        .body("status", is("DELIVERED"))
        .body("deliveredAt", is("2026-11-19T08:00:00Z"));
    addScan(waybill, delivered).body("scans", hasSize(1));
    addScan(waybill, scan("RETURNED", "2026-11-20T08:00:00Z")).body("scans", hasSize(2));
    loadParcels(parcelInTime(waybill).replace("LLT-GZ-01", "LLT-SH-03"));

    var records = TestEvents.await("parceldesk.parcel", waybill, all -> all.size() == 3);
    assertThat(records)
        .extracting(record -> TestEvents.header(record, "ce_type"))
        .containsExactly(
            "io.parceldesk.parcel-accepted.v1",
            "io.parceldesk.parcel-delivered.v1",
            "io.parceldesk.parcel-corrected.v1");
    assertThat(records)
        .extracting(record -> TestEvents.header(record, "ce_caseseq"))
        .containsExactly("1", "2", "3");
  }

  @Test
  void keepsScansThatComeBeforeTheirParcel() {
    var waybill = waybill();
    addScan(waybill, scan("ARRIVED", "2026-11-19T08:00:00Z"))
        .statusCode(200)
        .body("status", is("IN_TRANSIT"))
        .body("sender", nullValue());

    loadParcels(parcel(waybill, "")).body("accepted", is(1));

    agent()
        .get(PARCELS + "/" + waybill)
        .then()
        .body("status", is("IN_TRANSIT"))
        .body("sender.name", is("王**"))
        .body("scans", hasSize(1));
  }

  @Test
  void countsTheThoroughDelayLimitFromThePromisedTime() {
    var waybill = waybill();
    loadParcels(parcelPromised(waybill, "2026-10-20T10:00:00Z"));

    agent()
        .get(PARCELS + "/" + waybill)
        .then()
        .body("thoroughLimit.at", is("2026-10-27T16:00:00Z"))
        .body("thoroughLimit.policy", is("thorough-delay-domestic@1"));
  }

  @Test
  void neverRewritesAScan() {
    var waybill = waybill();
    var arrived = scan("ARRIVED", "2026-11-19T08:00:00Z");
    addScan(waybill, arrived).statusCode(200);

    addScan(waybill, arrived.replace("ARRIVED", "DELIVERED"))
        .statusCode(409)
        .body("code", is("scan-id-taken"));
    loadParcels(
            parcel(waybill(), arrived), // the same scanId on another parcel
            parcel(waybill(), ""))
        .body("accepted", is(1))
        .body("wrong.line", is(List.of(1)));
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(() -> sql.update("update parcel_scan set type = 'DELIVERED'")))
        .hasStackTraceContaining("scans are never changed");
  }

  @Test
  void refusesWhatItCannotUse() {
    loadParcels("").statusCode(400).body("code", is("invalid-body"));
    addScan(waybill(), "{\"type\": \"FLEW\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/type"));
    addScan(waybill(), scan("ARRIVED", "2099-01-01T00:00:00Z"))
        .statusCode(422)
        .body("code", is("scan-in-the-future"));
    as(TestServers.token("service"))
        .body(parcel(waybill(), ""))
        .post(PARCELS)
        .then()
        .statusCode(415);
    agent()
        .contentType("application/x-ndjson")
        .body(parcel(waybill(), "").getBytes(StandardCharsets.UTF_8))
        .post(PARCELS)
        .then()
        .statusCode(403);
    agent().get(PARCELS + "/LLT0000000001").then().statusCode(404);
  }

  @Test
  void showsAParcelOnlyToTheOutletsAtItsEnds() {
    var waybill = waybill();
    loadParcels(parcel(waybill, ""));

    as(TestServers.token("outlet", "LLT-GZ-01"))
        .get(PARCELS + "/" + waybill)
        .then()
        .statusCode(200);
    as(TestServers.token("outlet", "LLT-SH-03"))
        .get(PARCELS + "/" + waybill)
        .then()
        .statusCode(403)
        .body("code", is("other-outlet"));
  }

  private static ValidatableResponse addScan(String waybill, String scan) {
    return as(TestServers.token("service"))
        .body(scan)
        .post(PARCELS + "/" + waybill + "/scans")
        .then();
  }
}
