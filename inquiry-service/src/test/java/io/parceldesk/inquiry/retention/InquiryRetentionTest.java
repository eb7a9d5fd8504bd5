package io.parceldesk.inquiry.retention;

import static io.parceldesk.inquiry.TestDesk.INQUIRIES;
import static io.parceldesk.inquiry.TestDesk.PARCELS;
import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static io.parceldesk.inquiry.TestDesk.inquiry;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.parcelInTime;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.retention.RetentionJob;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.Pickups;
import io.parceldesk.inquiry.ProblemParcels;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.CaseColumns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What inquiry-service keeps of people, and for how long (REG-10, REG-11). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InquiryRetentionTest {
  @Inject RetentionJob retention;
  @Inject Sql sql;
  @Inject Inquiries inquiries;
  @Inject ProblemParcels problems;
  @Inject Pickups pickups;

  private final String phone =
      "139" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);

  @Test
  void leavesOfInquiriesWhatIsCounted() {
    var number = answered(inquiry(waybill()));
    sql.update(
        "update inquiry set closed_at = now() - interval '3 years 2 days' where number = ?",
        number);

    retention.run();

    agent()
        .get(INQUIRIES + "/" + number)
        .then()
        .statusCode(200)
        .body("status", is("CLOSED"))
        .body("anonymisedAt", notNullValue())
        .body("inquirer", nullValue())
        .body("question", nullValue())
        .body("answer", nullValue())
        .body("answeredAt", notNullValue())
        .body("allowedActions", empty());
    agent().get(INQUIRIES + "?open=any&limit=200").then().statusCode(200);
    assertThat(row("inquiry", number)).doesNotContain("eyJ", "手机");
  }

  @Test
  void leavesOfPickupsWhatIsCounted() {
    var number =
        opened(
            "/api/v1/pickups",
            """
            {"channel": "PHONE", "route": "DOMESTIC", "goods": "手机",
             "sender": {"role": "SENDER", "name": "王小明", "phone": "%s"},
             "address": "广州市天河区体育西路1号201室"}
            """
                .formatted(phone));
    sql.update(
        """
        update pickup set status = 'CANCELLED', closed_at = now() - interval '3 years 2 days'
         where number = ?
        """,
        number);

    retention.run();

    agent()
        .get("/api/v1/pickups/" + number)
        .then()
        .statusCode(200)
        .body("anonymisedAt", notNullValue())
        .body("sender", nullValue())
        .body("address", nullValue())
        .body("goods", nullValue())
        .body("collectBy", notNullValue());
    as(TestServers.token("supervisor"))
        .body("{\"reason\": \"look\"}")
        .post("/api/v1/pickups/" + number + "/address-reveal")
        .then()
        .statusCode(410);
    assertThat(row("pickup", number)).doesNotContain("eyJ", "手机");
  }

  @Test
  void leavesOfProblemParcelsWhatIsCounted() {
    var waybill = waybill();
    loadParcels(parcelInTime(waybill)).statusCode(200);
    var number =
        opened(
            "/api/v1/problem-parcels",
            """
            {"channel": "API_OUTLET", "waybill": "%s", "causeClass": "INFORMATION",
             "declaredBy": "COURIER", "description": "电话停机"}
            """
                .formatted(waybill));
    sql.update(
        """
        update problem_parcel
           set status = 'RESOLVED', outcome = 'DELIVERED', access_code_index = null,
               closed_at = now() - interval '3 years 2 days'
         where number = ?
        """,
        number);

    retention.run();

    agent()
        .get("/api/v1/problem-parcels/" + number)
        .then()
        .statusCode(200)
        .body("anonymisedAt", notNullValue())
        .body("sender", nullValue())
        .body("description", nullValue())
        .body("outcome", is("DELIVERED"));
    assertThat(row("problem_parcel", number)).doesNotContain("eyJ", "停机");
  }

  @Test
  void forgetsThePartiesOfParcelsOnceNobodyNeedsThem() {
    var old = delivered("2024-01-02T08:00:00Z");
    var asked = delivered("2024-01-02T08:00:00Z");
    var young = delivered("2026-11-20T08:00:00Z");
    agent().body(inquiry(asked)).post(INQUIRIES).then().statusCode(201);

    retention.run();

    parcel(old)
        .body("sender", nullValue())
        .body("recipient", nullValue())
        .body("status", is("DELIVERED"))
        .body("scans.size()", is(1));
    for (var kept : new String[] {asked, young}) {
      parcel(kept).body("sender.name", is("王**"));
    }
  }

  @Test
  void forgetsWhoScannedAndNothingElse() {
    var waybill = delivered("2024-01-02T08:00:00Z");
    sql.update("alter table parcel_scan disable trigger parcel_scan_is_kept");
    sql.update(
        "update parcel_scan set received_at = now() - interval '400 days', details = 'eyJ.x' where"
            + " waybill = ?",
        waybill);
    sql.update("alter table parcel_scan enable trigger parcel_scan_is_kept");

    retention.run();

    assertThat(
            sql.first(
                    "select details is null from parcel_scan where waybill = ?",
                    row -> row.getBoolean(1),
                    waybill)
                .orElseThrow())
        .isTrue();
    assertThatThrownBy(
            () -> sql.update("update parcel_scan set type = 'FAILED' where waybill = ?", waybill))
        .hasMessageContaining("scans are never changed");
    assertThatThrownBy(() -> sql.update("delete from parcel_scan where waybill = ?", waybill))
        .hasMessageContaining("scans are never changed");
  }

  @Test
  void tellsAPersonOfParcelsAndCasesAndErasesWhatMayGo() {
    var old = delivered("2024-01-02T08:00:00Z");
    var young = delivered("2026-11-20T08:00:00Z");
    var open =
        agent()
            .body(inquiry(waybill()).replace("13800138000", phone))
            .post(INQUIRIES)
            .then()
            .statusCode(201)
            .extract()
            .<String>path("number");

    request("EXPORT")
        .body("items.name", containsInAnyOrder(old, young, open))
        .body("data.find { it.what == 'PARCEL' }.data.sender.name", is("王小明"))
        .body("data.find { it.what == 'PARCEL' }.data.recipient", nullValue());
    request("ERASURE")
        .body("items.find { it.name == '" + old + "' }.outcome", is("ERASED"))
        .body("items.find { it.name == '" + young + "' }.obstacle", is("PERIOD_RUNS"))
        .body("items.find { it.name == '" + young + "' }.until", is("2027-11-21"))
        .body("items.find { it.name == '" + open + "' }.obstacle", is("OPEN"));
    parcel(old).body("sender", nullValue()).body("recipient.name", is("李*"));
    parcel(young).body("sender.name", is("王**"));
    as(TestServers.token("admin"))
        .get("/api/v1/retention")
        .then()
        .body("items.period.dataClass", hasItem("tracking-attempts"));
  }

  @Test
  void holdForEveryColumn() {
    assertThat(CaseColumns.undecided("inquiry", "inquiry", inquiries.personal().all()))
        .containsExactlyInAnyOrder(
            "inquiry_class",
            "urgent",
            "waybill_known",
            "promised_reply_at",
            "answered_at",
            "access_code_until",
            "answer_read_at",
            "valid_until");
    assertThat(CaseColumns.undecided("inquiry", "problem_parcel", problems.personal().all()))
        .containsExactlyInAnyOrder(
            "declared_by",
            "occasion",
            "urgent",
            "waybill_known",
            "access_code_until",
            "instruction",
            "cod_amount",
            "new_freight",
            "instructed_by",
            "instructed_at",
            "acknowledged_at",
            "outcome");
    assertThat(CaseColumns.undecided("inquiry", "pickup", pickups.personal().all()))
        .containsExactlyInAnyOrder("urgent", "collect_by");
  }

  private static String opened(String path, String form) {
    return agent().body(form).post(path).then().statusCode(201).extract().path("number");
  }

  private static String answered(String form) {
    var number = opened(INQUIRIES, form);
    agent()
        .body("{\"text\": \"明天到\"}")
        .post(INQUIRIES + "/" + number + "/answer")
        .then()
        .statusCode(200);
    agent().body("{}").post(INQUIRIES + "/" + number + "/closure").then().statusCode(200);
    return number;
  }

  private String delivered(String at) {
    var waybill = waybill();
    loadParcels(
            parcelInTime(waybill)
                .replace("13800138000", phone)
                .replace("\"scans\": []", "\"scans\": [" + scan("DELIVERED", at) + "]"))
        .statusCode(200);
    return waybill;
  }

  private static ValidatableResponse parcel(String waybill) {
    return agent().get(PARCELS + "/" + waybill).then().statusCode(200);
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

  private String row(String table, String number) {
    return sql.first(
            "select to_jsonb(c)::text from %s c where number = ?".formatted(table),
            row -> row.getString(1),
            number)
        .orElseThrow();
  }
}
