package io.parceldesk.inquiry.parcel;

import static io.parceldesk.inquiry.TestDesk.INQUIRIES;
import static io.parceldesk.inquiry.TestDesk.PARCELS;
import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static io.parceldesk.inquiry.TestDesk.inquiry;
import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.months.Months;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scans lie in months, and what is told twice is one scan all the same (REG-02). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ScanMonthsTest {
  private static final String LAST_MONTH =
      """
      select max(inhrelid::regclass::text) as name from pg_inherits
       where inhparent = 'parcel_scan'::regclass
         and inhrelid::regclass::text <> 'parcel_scan_before_months'
      """;

  @Inject Months months;
  @Inject Sql sql;
  @Inject Transactions transactions;

  private final String waybill = waybill();
  private final String arrived = scan("ARRIVED", "2026-11-19T08:00:00Z");

  @AfterEach
  void keepAll() {
    update("update monthly_table set keep = null");
    months.tidy();
  }

  @Test
  void takeEachScanByTheTimeOfItsReceipt() {
    tell(scan("ARRIVED", "2001-01-01T00:00:00Z")).statusCode(200); // whatever a scanner believes
    tell(arrived).statusCode(200);
    receiveIn("month_after(2)", "at > '2026-01-01'");

    agent().get(PARCELS + "/" + waybill).then().body("scans", hasSize(2));
    assertThat(text("select count(distinct tableoid)::text from parcel_scan where waybill = ?"))
        .isEqualTo("2");
  }

  @Test
  void keepAScanOnceThoughItIsToldAgainMonthsLater() {
    tell(arrived).statusCode(200);
    receiveIn("month_after(2)", "true");

    tell(arrived).statusCode(200);
    tell(arrived.replace("ARRIVED", "DELIVERED")).statusCode(409).body("code", is("scan-id-taken"));

    agent().get(PARCELS + "/" + waybill).then().body("scans", hasSize(1));
  }

  @Test
  void refuseToRewriteScansOfEveryMonth() {
    tell(arrived).statusCode(200);
    receiveIn("month_after(3)", "true");

    assertThatThrownBy(() -> update("update parcel_scan set type = 'DELIVERED'"))
        .hasStackTraceContaining("scans are never changed");
    assertThatThrownBy(() -> update("delete from " + text(LAST_MONTH)))
        .hasStackTraceContaining("scans are never changed");
  }

  /** Else a key could not be taken out of use. */
  @Test
  void letWhoWasThereBeSealedAnewAndNobodyBePutThere() {
    tell(arrived.replace("}", ", \"courier\": \"王小明\"}")).statusCode(200);
    tell(scan("DEPARTED", "2026-11-19T09:00:00Z")).statusCode(200);
    var sealed =
        "update parcel_scan set details = 'eyJhbnew' where waybill = '%s'".formatted(waybill);

    update(sealed + " and details is not null");
    assertThatThrownBy(() -> update(sealed)).hasStackTraceContaining("scans are never changed");
  }

  @Test
  void areMadeAgainWhereOneIsMissingWithTheKeyOfItsOwn() {
    var last = text(LAST_MONTH);
    update("drop table " + last);

    months.tidy();

    assertThat(text(LAST_MONTH)).isEqualTo(last);
    assertThat(
            text(
                "select pg_get_constraintdef(oid) from pg_constraint where contype = 'p'"
                    + " and conrelid = '%s'::regclass".formatted(last)))
        .isEqualTo("PRIMARY KEY (scan_id)");
  }

  @Test
  void goOnceNoParcelInThemIsUnderWayAndNoOpenCaseNamesOne() {
    tell(scan("DELIVERED", "2026-11-19T08:00:00Z")).statusCode(200);
    receiveIn("month_after(3)", "true");
    var month = text(LAST_MONTH);
    stayIn("month_after(0)");
    stayIn("month_after(2)");
    update("update monthly_table set keep = '-10 years' where name = 'parcel_scan'"); // all are old
    String number =
        agent()
            .body(inquiry(waybill))
            .post(INQUIRIES)
            .then()
            .statusCode(201)
            .extract()
            .path("number");

    months.tidy();
    assertThat(text(LAST_MONTH)).as("a case is open").isEqualTo(month);

    agent()
        .body("{\"text\": \"a\"}")
        .post(INQUIRIES + "/" + number + "/answer")
        .then()
        .statusCode(200);
    agent().body("{}").post(INQUIRIES + "/" + number + "/closure").then().statusCode(200);
    update(
        "update parcel set ending_at = now() + interval '20 years' where waybill = '%s'"
            .formatted(waybill));
    months.tidy();
    assertThat(text(LAST_MONTH)).as("its parcel ended too lately").isEqualTo(month);

    update("update parcel set ending_at = now() where waybill = '%s'".formatted(waybill));
    hold(number);
    months.tidy();
    assertThat(text(LAST_MONTH)).as("held").isEqualTo(month);

    update("delete from legal_hold where placed_by = 'months'");
    months.tidy();
    assertThat(text(LAST_MONTH)).isLessThan(month);
    agent()
        .get(PARCELS + "/" + waybill)
        .then()
        .body("scans", hasSize(0))
        .body("status", is("DELIVERED"));
    tell(arrived.replaceFirst("\"scanId\": \"[^\"]*\"", "\"scanId\": \"" + kept() + "\""))
        .statusCode(200); // its key is still there, and who could say that it told something else?
    agent().get(PARCELS + "/" + waybill).then().body("scans", hasSize(0));
  }

  private String kept() {
    return text("select last_scan_id from parcel where waybill = ?");
  }

  /** Another parcel of that month, which an open case names. */
  private void stayIn(String time) {
    var other = waybill();
    as(TestServers.token("service"))
        .body(scan("ARRIVED", "2026-11-19T08:00:00Z"))
        .post(PARCELS + "/" + other + "/scans")
        .then()
        .statusCode(200);
    move(time, "waybill = '%s'".formatted(other));
    agent().body(inquiry(other)).post(INQUIRIES).then().statusCode(201);
  }

  private void hold(String number) {
    update(
        """
        insert into legal_hold (case_id, reason, placed_by)
        select id, 'court', 'months' from inquiry where number = '%s'
        """
            .formatted(number));
  }

  private void receiveIn(String time, String which) {
    move(time, "waybill = '%s' and %s".formatted(waybill, which));
  }

  private void move(String time, String which) {
    transactions.runNew(
        () -> {
          sql.update("alter table parcel_scan disable trigger parcel_scan_is_kept");
          sql.update("update parcel_scan set received_at = %s where %s".formatted(time, which));
          return sql.update("alter table parcel_scan enable trigger parcel_scan_is_kept");
        });
  }

  private ValidatableResponse tell(String scan) {
    return as(TestServers.token("service"))
        .body(scan)
        .post(PARCELS + "/" + waybill + "/scans")
        .then();
  }

  private String text(String query) {
    var parameters = query.contains("?") ? new Object[] {waybill} : new Object[0];
    return transactions
        .runNew(() -> sql.first(query, row -> row.getString(1), parameters))
        .orElseThrow();
  }

  private void update(String statement) {
    transactions.runNew(() -> sql.update(statement));
  }
}
