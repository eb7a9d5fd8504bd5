package io.parceldesk.claims.payment;

import static io.parceldesk.claims.TestClaims.PAYMENT;
import static io.parceldesk.claims.TestClaims.after;
import static io.parceldesk.claims.TestClaims.agreed;
import static io.parceldesk.claims.TestClaims.confirm;
import static io.parceldesk.claims.TestClaims.event;
import static io.parceldesk.claims.TestClaims.finance;
import static io.parceldesk.claims.TestClaims.offered;
import static io.parceldesk.claims.TestClaims.order;
import static io.parceldesk.claims.TestClaims.ordered;
import static io.parceldesk.claims.TestClaims.payment;
import static io.parceldesk.claims.TestClaims.post;
import static io.parceldesk.claims.TestClaims.upload;
import static io.parceldesk.claims.TestClaims.view;
import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.execute;
import static io.parceldesk.claims.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.claims.BankAccount;
import io.parceldesk.claims.TestClaims;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimPaymentTest {
  private static final String ORDERS = "/api/v1/payment-orders";

  @Inject Seal seal;

  @Test
  void paysAnAgreedClaimAndPostsIt() {
    var number = agreed(waybill());
    view(number)
        .body("payment", is("DUE"))
        .body("deadlines.find { it.kind == 'PAYMENT' }.nature", is("STATUTORY"));

    post(number, "payment", PAYMENT).statusCode(200).body("payment", is("ORDERED"));
    var told = event(number, "payment-ordered");
    assertThat(told.getString("order")).isEqualTo(order(number));
    assertThat(told.getString("amount.amount")).isEqualTo("812.00");
    assertThat(seal.open(told.getString("account"), BankAccount.class))
        .isEqualTo(new BankAccount("王小明", "招商银行广州天河支行", "6225880123456789"));
    confirm(number, "ICBC20261125777")
        .then()
        .statusCode(200)
        .body("state", is("CONFIRMED"))
        .body("account", is("**** 6789"))
        .body("reference", is("ICBC20261125777"));

    view(number)
        .body("status", is("PAID"))
        .body("payment", is("CONFIRMED"))
        .body("deadlines.find { it.kind == 'PAYMENT' }.state", is("MET"));
    assertThat(event(number, "claim-paid").getString("paid.amount")).isEqualTo("812.00");
    assertThat(
            count(
                """
                select count(*) from ledger_line l join ledger_entry e on e.id = l.entry_id
                 where e.case_number = ? and e.cause = 'PAYMENT'
                   and (l.account, l.amount) in (('HEADQUARTERS', -812.00), ('CUSTOMERS', 812.00))
                """,
                number))
        .isEqualTo(2);
  }

  @Test
  void isOrderedAgainAfterTheBankCouldNotPay() {
    var number = ordered(waybill());

    finance()
        .body("{\"reason\": \"ACCOUNT_UNKNOWN\"}")
        .post(ORDERS + "/" + order(number) + "/failure")
        .then()
        .statusCode(200)
        .body("state", is("FAILED"))
        .body("failure", is("ACCOUNT_UNKNOWN"));
    view(number).body("status", is("AGREED")).body("payment", is("FAILED"));
    confirm(number, "ICBC1").then().statusCode(409);
    post(number, "payment", PAYMENT).statusCode(200).body("payment", is("ORDERED"));
    confirm(number, "ICBC2").then().statusCode(200);

    assertThat(count("select count(*) from payment_order where number = ?", number)).isOne();
    assertThat(count("select count(*) from ledger_entry where case_number = ?", number)).isOne();
  }

  @Test
  void takesTwoPeopleAboveTheLimit() {
    var mine = offer("2000.00", named("王调解"));

    pay(mine, named("王调解"))
        .then()
        .statusCode(422)
        .body("code", is("four-eyes"))
        .body("rule", is("CLM-05"));
    pay(mine, named("李复核")).then().statusCode(200);
    confirmAs(mine, named("李复核")).then().statusCode(422).body("code", is("four-eyes"));
    view(mine).body("payment", is("ORDERED"));
    confirmAs(mine, named("王调解")).then().statusCode(200);
  }

  @Test
  void paysNobodyButThePayee() {
    var number =
        as(TestServers.token("adjuster"))
            .body(claim(waybill()).replace("SENDER", "RECIPIENT"))
            .post(CLAIMS)
            .path("number")
            .toString();
    upload(number, "INVOICE").statusCode(200);
    upload(number, "BENEFICIARY_DESIGNATION").statusCode(200);
    after(number, "acceptance", "{}");
    after(number, "offer", TestClaims.OFFER);
    after(number, "agreement", "{}");

    post(number, "payment", PAYMENT)
        .statusCode(422)
        .body("code", is("no-payee"))
        .body("rule", is("CLM-07"));
    post(number, "payee", "{\"role\": \"BENEFICIARY\", \"name\": \"赵敏\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/designation"));
    post(number, "payee", beneficiary(file(number, "INVOICE")))
        .statusCode(422)
        .body("code", is("no-designation"));
    post(number, "payee", beneficiary(file(number, "BENEFICIARY_DESIGNATION")))
        .statusCode(200)
        .body("payee.role", is("BENEFICIARY"))
        .body("payee.name", is("赵*"));
    post(number, "payment", PAYMENT)
        .statusCode(422)
        .body("code", is("other-payee"))
        .body("detail", not(containsString("王")));
    post(number, "payment", payment("赵 敏")).statusCode(200);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("{}", 400, "invalid-body"),
        Arguments.of("{\"account\": {}}", 400, "invalid-body"),
        Arguments.of(PAYMENT.replace("6225 8801 2345 6789", "1234"), 400, "invalid-body"),
        Arguments.of(PAYMENT.replace("6225 8801 2345 6789", "=1+1"), 400, "invalid-body"),
        Arguments.of(PAYMENT.replace("true", "false"), 422, "consent-missing"),
        Arguments.of(payment("李四"), 422, "other-payee"),
        Arguments.of("{\"account\": ", 400, "malformed-json"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String body, int status, String code) {
    var number = agreed(waybill());

    post(number, "payment", body).statusCode(status).body("code", is(code));

    view(number).body("payment", is("DUE"));
    assertThat(
            count(
                "select count(*) from payment_order where number = ? and state = 'DUE'"
                    + " and account is null",
                number))
        .isOne();
  }

  @Test
  void paysOnceHoweverManyOrderAndConfirmAtOnce() {
    var number = agreed(waybill());

    var orders = atOnce(() -> adjuster().body(PAYMENT).post(CLAIMS + "/" + number + "/payment"));
    assertThat(orders).containsOnlyOnce(200).containsOnly(200, 409);
    var confirmations = atOnce(() -> confirm(number, "ICBC3"));
    assertThat(confirmations).containsOnlyOnce(200).containsOnly(200, 409);

    assertThat(count("select count(*) from ledger_entry where case_number = ?", number)).isOne();
    assertThat(
            count(
                "select count(*) from timeline t join claim c on c.id = t.case_id"
                    + " where c.number = ? and t.to_status = 'PAID' and t.from_status = 'AGREED'",
                number))
        .isOne();
  }

  @Test
  void paysAParcelOnceForAGroundWhateverClaimsThereAre() {
    var waybill = waybill();
    var first = offered(waybill);
    var second =
        adjuster()
            .body(claim(waybill).replace("\"channel\"", "\"evenIfDuplicate\": true, \"channel\""))
            .post(CLAIMS)
            .path("number")
            .toString();
    TestClaims.withInvoice(second);
    after(second, "acceptance", "{}");
    after(second, "offer", TestClaims.OFFER);

    var agreements =
        Stream.of(first, second)
            .map(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> post(number, "agreement", "{}").extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(agreements).containsExactlyInAnyOrder(200, 409);
    var refused = agreements.get(0) == 409 ? first : second;
    post(refused, "agreement", "{}")
        .statusCode(409)
        .body("code", is("already-compensated"))
        .body("number", is(refused.equals(first) ? second : first));
    view(refused).body("status", is("OFFERED"));
    assertThat(count("select count(*) from payment_order where waybill = ?", waybill)).isOne();
  }

  @Test
  void listsPaymentOrdersForFinance() {
    var number = ordered(waybill());
    var id = order(number);

    finance()
        .get(ORDERS + "?state=ORDERED&limit=200")
        .then()
        .statusCode(200)
        .body("items.id", hasItem(id))
        .body("items.find { it.id == '" + id + "' }.account", is("**** 6789"));
    var file = finance().accept("text/csv").get(ORDERS + "?state=ORDERED");
    file.then()
        .statusCode(200)
        .contentType(startsWith("text/csv"))
        .header("Content-Disposition", containsString("payment-orders.csv"));
    var row = file.asString().lines().filter(line -> line.startsWith(id)).findFirst().orElseThrow();
    assertThat(file.asString().lines().findFirst().orElseThrow())
        .endsWith(",failure,paidBack,paidBackReference");
    assertThat(row.split(",")).contains(number, "812.00", "ORDERED", "**** 6789");
    assertThat(seal.open(row.split(",")[7], BankAccount.class).number())
        .isEqualTo("6225880123456789");
    finance().get(ORDERS + "?state=LOST").then().statusCode(400).body("code", is("bad-state"));
    as(TestServers.token("outlet", "LLT-GZ-01")).get(ORDERS).then().statusCode(403);
  }

  @Test
  void revealsAnAccountOnlyWithAReasonAndRemembersIt() {
    var number = ordered(waybill());
    var reveal = ORDERS + "/" + order(number) + "/account-reveal";

    adjuster().body("{}").post(reveal).then().statusCode(400);
    adjuster()
        .body("{\"reason\": \"the bank asks\"}")
        .post(reveal)
        .then()
        .statusCode(200)
        .body("number", is("6225880123456789"));
    adjuster()
        .get(CLAIMS + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItem("account-reveal"));
    assertThat(
            count(
                "select count(*) from timeline t join claim c on c.id = t.case_id"
                    + " where c.number = ? and t.note like '%6225%'",
                number))
        .isZero();
  }

  /** All reveals draw on one allowance (REG-10). */
  @Test
  void revealsNoAccountToWhoHasSeenTooMuch() {
    var number = ordered(waybill());
    var name = "curious." + UUID.randomUUID();
    var curious = as(TestServers.tokens().token("adjuster", null, name));
    execute("insert into allowance (key, tokens) values ('reveal/%s', 0)".formatted(name));

    for (var reveal :
        List.of(
            ORDERS + "/" + order(number) + "/account-reveal",
            CLAIMS + "/" + number + "/contact-reveal")) {
      curious
          .body("{\"reason\": \"the bank asks\"}")
          .post(reveal)
          .then()
          .statusCode(429)
          .body("code", is("too-many-reveals"));
    }
    adjuster()
        .get(CLAIMS + "/" + number + "/timeline")
        .then()
        .body("items.action", not(hasItem(endsWith("-reveal"))));
  }

  private static List<Integer> atOnce(Supplier<Response> request) {
    return Stream.generate(() -> CompletableFuture.supplyAsync(() -> request.get().statusCode()))
        .limit(4)
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static String offer(String value, RequestSpecification by) {
    var number = TestClaims.accepted(waybill());
    by.body(TestClaims.OFFER.replace("800.00", value))
        .post(CLAIMS + "/" + number + "/offer")
        .then()
        .statusCode(200);
    return after(number, "agreement", "{}");
  }

  private static Response pay(String number, RequestSpecification by) {
    return by.body(PAYMENT).post(CLAIMS + "/" + number + "/payment");
  }

  private static Response confirmAs(String number, RequestSpecification by) {
    return by.body("{\"reference\": \"ICBC9\"}")
        .post(ORDERS + "/" + order(number) + "/confirmation");
  }

  private static RequestSpecification named(String name) {
    return as(TestServers.tokens().token("adjuster", null, name));
  }

  private static String beneficiary(String file) {
    return "{\"role\": \"BENEFICIARY\", \"name\": \"赵敏\", \"designation\": \"%s\"}".formatted(file);
  }

  private static String file(String number, String slot) {
    return adjuster()
        .get(CLAIMS + "/" + number + "/evidence")
        .path("items.find { it.slot == '" + slot + "' }.id");
  }
}
