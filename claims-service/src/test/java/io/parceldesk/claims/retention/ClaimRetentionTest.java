package io.parceldesk.claims.retention;

import static io.parceldesk.claims.TestClaims.paid;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.upload;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.execute;
import static io.parceldesk.claims.TestDesk.text;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.retention.RetentionJob;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.Disputes;
import io.parceldesk.claims.TestClaims;
import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.CaseColumns;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Closed claims name nobody after their period; what was paid is counted as before (REG-11). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimRetentionTest {
  private static final String LEDGER =
      """
      select string_agg(concat_ws(',', account, purpose, amount, posted_at), ';' order by entry_id, no)
        from ledger_line
      """;

  private static final String ORDERS =
      """
      select string_agg(concat_ws(',', number, waybill, ground, amount, pay_by, state, reference), ';')
        from payment_order where number = ?
      """;

  @Inject RetentionJob retention;
  @Inject Claims claims;
  @Inject Disputes disputes;

  @Test
  void takesOutPeopleAndPapersAndKeepsTheMoney() {
    var number = paid(waybill());
    var ledger = text(LEDGER);
    var orders = text(ORDERS, number);
    closedAgo(number, "3 years 2 days");

    retention.run();

    view(number)
        .body("status", is("PAID"))
        .body("anonymisedAt", notNullValue())
        .body("claimant", nullValue())
        .body("description", nullValue())
        .body("offer.amount", notNullValue())
        .body("payment", is("CONFIRMED"))
        .body("allowedActions", empty());
    adjuster()
        .get(CLAIMS + "/" + number + "/evidence")
        .then()
        .body("items.deletedAt", everyItem(notNullValue()));
    assertThat(text(LEDGER)).isEqualTo(ledger);
    assertThat(text(ORDERS, number)).isEqualTo(orders);
    assertThat(
            count(
                """
                select count(*) from evidence_chunk k join evidence_file f on f.id = k.file_id
                  join claim c on c.id = f.case_id where c.number = ?
                """,
                number))
        .isZero();
    assertThat(text("select to_jsonb(c)::text from claim c where number = ?", number))
        .doesNotContain("eyJ");
    upload(number, "INVOICE").statusCode(410).body("code", is("case-anonymised"));
    post(number, "contact-reveal", "{\"reason\": \"look\"}").statusCode(410);
  }

  @Test
  void waitsForMoneyThatIsOnItsWay() {
    var parcel = waybill();
    var number = TestClaims.ordered(parcel);
    execute(
        """
        update claim set status = 'PAID', closed_at = now() - interval '3 years 2 days'
         where number = '%s'
        """
            .formatted(number));

    retention.run();
    view(number).body("anonymisedAt", nullValue());
    due("claim-records")
        .body("overdue.find { it.obstacle == 'PAYMENT_PENDING' }.count", notNullValue());

    execute(
        "update payment_order set state = 'CONFIRMED', reference = 'ICBC1' where number = '%s'"
            .formatted(number));
    retention.run();
    view(number).body("anonymisedAt", notNullValue());
  }

  @Test
  void keepsIdentityPapersOfWhatIsHeld() {
    var number = TestClaims.ordered(waybill());
    upload(number, "ID_COPY").statusCode(200);
    TestClaims.confirm(number, "ICBC1").then().statusCode(200);
    closedAgo(number, "40 days");
    supervisor()
        .body("{\"reason\": \"court\"}")
        .post(CLAIMS + "/" + number + "/legal-hold")
        .then()
        .statusCode(200)
        .body("legalHold.reason", is("court"));

    retention.run();
    papers(number).body("items.find { it.slot == 'ID_COPY' }.deletedAt", nullValue());

    supervisor()
        .body("{\"reason\": \"over\"}")
        .post(CLAIMS + "/" + number + "/legal-hold-release")
        .then()
        .statusCode(200);
    retention.run();
    papers(number).body("items.find { it.slot == 'ID_COPY' }.deletedAt", notNullValue());
  }

  @Test
  void holdForEveryColumn() {
    assertThat(CaseColumns.undecided("claims", "claim", claims.personal().all()))
        .containsExactlyInAnyOrder(
            "route",
            "handling",
            "waybill_known",
            "urgent",
            "claimed",
            "origin_number",
            "origin_kind",
            "offer_by",
            "return_reason",
            "received_slots",
            "requested_slots",
            "claimant_role",
            "offered",
            "quoted",
            "tariff",
            "offered_by",
            "offered_at",
            "offer_steps",
            "payee_role",
            "designation",
            "payment_state",
            "dispute_way",
            "refusal_rule",
            "fast_lane",
            "may_be_prescribed",
            "delivered_after_loss_at");
    assertThat(CaseColumns.undecided("claims", "dispute", disputes.personal().all()))
        .containsExactlyInAnyOrder(
            "filing_outlet",
            "destination_outlet",
            "dispatched_on",
            "batch",
            "bag_number",
            "third_party_transfer",
            "missort",
            "claimed",
            "parcels",
            "recipient_verified",
            "announced_at",
            "answer_by",
            "negotiate_until",
            "read_at",
            "answer",
            "answered_at",
            "filing_open",
            "settlement",
            "returns",
            "return_reason",
            "missing",
            "received_slots",
            "verified_true",
            "batch_confirmed",
            "rulings");
  }

  private static ValidatableResponse due(String dataClass) {
    return as(TestServers.token("admin"))
        .get("/api/v1/retention")
        .then()
        .statusCode(200)
        .rootPath("items.find { it.period.dataClass == '" + dataClass + "' }");
  }

  private static ValidatableResponse papers(String number) {
    return adjuster().get(CLAIMS + "/" + number + "/evidence").then();
  }

  private static RequestSpecification supervisor() {
    return as(TestServers.token("supervisor"));
  }

  private static void closedAgo(String number, String interval) {
    execute(
        "update claim set closed_at = clock_timestamp() - interval '%s' where number = '%s'"
            .formatted(interval, number));
  }
}
