package io.parceldesk.claims.filing;

import static io.parceldesk.claims.TestClaims.event;
import static io.parceldesk.claims.TestClaims.filed;
import static io.parceldesk.claims.TestClaims.form;
import static io.parceldesk.claims.TestClaims.issued;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.parcel;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimFormTest {
  private static final String FILLED_IN =
      "{\"claimed\": {\"amount\": \"20.00\", \"currency\": \"CNY\"}, \"description\": \"晚到三天\"}";

  @Test
  void isHandedOutWithoutAClockAndRepliedToWithinADayOnceFiled() {
    var number = issued();
    view(number).body("status", is("FORM_ISSUED")).body("deadlines", empty());

    post(number, "filing", "{}").statusCode(400).body("errors[0].pointer", is("/claimed"));
    post(number, "filing", FILLED_IN)
        .statusCode(200)
        .body("status", is("FILED"))
        .body("claimed.amount", is("20.00"))
        .body("description", is("晚到三天"))
        .body("deadlines.find { it.kind == 'REPLY' }.state", is("RUNNING"));
    assertThat(event(number, "claim-filed").getString("claimed.amount")).isEqualTo("20.00");
    assertThat(
            count(
                "select count(*) from timeline t join claim c on c.id = t.case_id"
                    + " where c.number = ? and t.action = 'form-issue'",
                number))
        .isOne();
  }

  @Test
  void isOneOpenClaimOfItsParcel() {
    var waybill = waybill();
    String number = adjuster().body(form(waybill)).post("/api/v1/claim-forms").path("number");

    adjuster()
        .body(claim(waybill))
        .post(CLAIMS)
        .then()
        .statusCode(409)
        .body("code", is("duplicate-case"))
        .body("number", is(number));
    adjuster().body("{}").post("/api/v1/claim-forms").then().statusCode(400);
  }

  @Test
  void watchesTheYearUntilAnInquiryOrTheClaim() {
    var waybill = parcel(today().minusMonths(11));
    String number = adjuster().body(form(waybill)).post("/api/v1/claim-forms").path("number");
    view(number).body("deadlines.find { it.kind == 'PRESCRIPTION' }.state", is("RUNNING"));

    inquire(waybill);

    await()
        .untilAsserted(
            () ->
                view(number).body("deadlines.find { it.kind == 'PRESCRIPTION' }.state", is("MET")));
  }

  @Test
  void warnsOfAClaimAfterAYearAndRefusesNobody() {
    var late = filed(parcel(today().minusYears(1).minusDays(1)));
    var inTime = filed(parcel(today().minusYears(1).plusDays(1)));

    view(late).body("mayBePrescribed", is(true)).body("status", is("FILED"));
    view(inTime).body("mayBePrescribed", is(false));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("LOSS", "THEFT", 400, "invalid-body", "/ground"),
        Arguments.of("820.00", "820.001", 400, "invalid-body", "/claimed/amount"),
        Arguments.of("820.00", "-820.00", 400, "invalid-body", "/claimed/amount"),
        Arguments.of("820.00", "0.00", 400, "invalid-body", "/claimed/amount"),
        Arguments.of("820.00", "1000000.01", 422, "amount-too-large", null),
        Arguments.of("CNY", "XYZ", 400, "invalid-body", "/claimed/currency"),
        Arguments.of("13800138000", "12", 400, "invalid-body", "/claimant/phone"),
        Arguments.of("DOMESTIC", "MOON", 400, "invalid-body", "/route"));
  }

  @ParameterizedTest(name = "{1}: {2} {3}")
  @MethodSource
  void refused(String right, String wrong, int status, String code, String pointer) {
    var waybill = waybill();

    adjuster()
        .body(claim(waybill).replace(right, wrong))
        .post(CLAIMS)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", is(code))
        .body("errors?.getAt(0)?.pointer", is(pointer));

    assertThat(count("select count(*) from claim where waybill = ?", waybill)).isZero();
  }

  private static void inquire(String waybill) {
    TestEvents.send(
        "parceldesk.inquiry",
        TestEvents.Event.of(
            "/inquiry-service",
            "io.parceldesk.inquiry-opened.v1",
            "INQ-261120-00042S",
            """
            {"case": {"number": "INQ-261120-00042S", "kind": "INQUIRY", "status": "NEW",
              "priority": "NORMAL", "tier": "ORDINARY", "waybill": "%s",
              "openedAt": "2026-11-20T02:15:00Z"},
             "subject": "DELIVERY_STATE", "channel": "PHONE"}
            """
                .formatted(waybill)));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }
}
