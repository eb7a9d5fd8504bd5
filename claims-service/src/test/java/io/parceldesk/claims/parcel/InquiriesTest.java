package io.parceldesk.claims.parcel;

import static io.parceldesk.claims.TestClaims.filed;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.parcel;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** The one-year rule hears of inquiries, also of those whose parcel was found later (AMB-20). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class InquiriesTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** A year and ten days ago: today is too late for who has never asked. */
  private static final LocalDate DISPATCHED = LocalDate.now(ZONE).minusYears(1).minusDays(10);

  @Test
  void countsFromTheOpeningOfAnInquiryWhoseWaybillWasFoundAfterTheYear() {
    var askedInTime = parcel(DISPATCHED);
    var askedTooLate = parcel(DISPATCHED);

    identified("INQ-251120-00042S", askedInTime, DISPATCHED.plusDays(300));
    identified("INQ-251120-00043Q", askedTooLate, DISPATCHED.plusYears(1).plusDays(2));
    await().until(() -> isInquired(askedInTime) && isInquired(askedTooLate));

    view(filed(askedInTime)).body("mayBePrescribed", is(false));
    view(filed(askedTooLate)).body("mayBePrescribed", is(true));
  }

  @Test
  void keepsTheFirstOfSeveralInquiries() {
    var waybill = parcel(DISPATCHED);
    identified("INQ-251120-00044N", waybill, DISPATCHED.plusDays(30));
    identified("INQ-251120-00045L", waybill, DISPATCHED.plusDays(20));

    await().until(() -> inquiredOn(waybill, DISPATCHED.plusDays(20)) == 1);
    assertThat(inquiredOn(waybill, DISPATCHED.plusDays(30))).isZero();
  }

  private static boolean isInquired(String waybill) {
    return count(
            "select count(*) from claim_parcel where waybill = ? and inquired_at is not null",
            waybill)
        == 1;
  }

  private static long inquiredOn(String waybill, LocalDate day) {
    return count(
        "select count(*) from claim_parcel where waybill = ? and inquired_at = ?::timestamptz",
        waybill,
        noonOf(day).toString());
  }

  private static void identified(String number, String waybill, LocalDate openedOn) {
    TestEvents.send(
        "parceldesk.inquiry",
        TestEvents.Event.of(
            "/inquiry-service",
            "io.parceldesk.inquiry-identified.v1",
            number,
            """
            {"case": {"number": "%s", "kind": "INQUIRY", "status": "CLASSIFIED",
              "priority": "NORMAL", "tier": "ORDINARY", "waybill": "%s", "openedAt": "%s"},
             "identifiedAt": "%s"}
            """
                .formatted(number, waybill, noonOf(openedOn), Instant.now())));
  }

  private static Instant noonOf(LocalDate day) {
    return day.atTime(12, 0).atZone(ZONE).toInstant();
  }
}
