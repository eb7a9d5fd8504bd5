package io.parceldesk.claims.account;

import static io.parceldesk.claims.TestDesk.announcedOutlet;
import static io.parceldesk.claims.TestDesk.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.claims.Account;
import io.parceldesk.claims.Ledger;
import io.parceldesk.claims.Posting;
import io.parceldesk.claims.Posting.Cause;
import io.parceldesk.claims.Posting.Purpose;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OutletAccountTest {
  private static final String ACCOUNTS = "/api/v1/outlet-accounts/";
  private static final AtomicLong CASES = new AtomicLong();

  @Inject Ledger ledger;
  @Inject Sql sql;

  private String liable;
  private String winner;

  @BeforeEach
  void outlets() {
    liable = announcedOutlet("LLT-A" + ThreadLocalRandom.current().nextLong(1_000_000_000L));
    winner = announcedOutlet("LLT-B" + ThreadLocalRandom.current().nextLong(1_000_000_000L));
  }

  @Test
  void showsWhatARulingMoves() {
    var number = number();

    post(ruling(number, 1, "1000.00"));

    statement(liable)
        .body("owner", is(liable))
        .body("balance.amount", is("-1060.00"))
        .body("items.size()", is(1))
        .body("items[0].caseNumber", is(number.text()))
        .body("items[0].cause", is("RULING"))
        .body("items[0].parts.purpose", contains("AWARD", "FEE"))
        .body("items[0].parts.amount", contains("-1000.00", "-60.00"));
    statement(winner).body("balance.amount", is("960.00"));
    as(TestServers.token("auditor"))
        .get("/api/v1/outlet-accounts")
        .then()
        .body("items.find { it.owner == '%s' }.balance.amount".formatted(winner), is("960.00"));
    assertThat(sum()).isZero();
  }

  @Test
  void postsACauseOnceHoweverManyTry() throws Exception {
    var posting = ruling(number(), 1, "100.00");
    var threads = Executors.newFixedThreadPool(4);
    try {
      var tries = IntStream.range(0, 8).mapToObj(i -> threads.submit(() -> post(posting))).toList();
      var posted = 0;
      for (Future<Boolean> attempt : tries) {
        posted += attempt.get() ? 1 : 0;
      }
      assertThat(posted).isOne();
    } finally {
      threads.shutdownNow();
    }
    statement(winner).body("balance.amount", is("96.00"));
  }

  @Test
  void movesBackOnceWhatWasPosted() {
    var number = number();
    post(ruling(number, 1, "100.00"));

    assertThat(reverse(number, 1)).isTrue();
    assertThat(reverse(number, 1)).as("nothing is reversed twice").isFalse();
    assertThat(reverse(number, 2)).as("nothing was posted").isFalse();
    post(ruling(number, 2, "50.00"));

    statement(winner)
        .body("balance.amount", is("48.00"))
        .body("items.cause", contains("RULING", "RULING_REVERSAL", "RULING"))
        .body("items.balance.amount", contains("96.00", "0.00", "48.00"));
  }

  @Test
  void pagesAStatementWithRunningBalances() {
    IntStream.range(0, 3).forEach(i -> post(ruling(number(), 1, "100.00")));

    var first =
        statement(winner + "?limit=2")
            .body("items.balance.amount", contains("96.00", "192.00"))
            .body("next", notNullValue())
            .extract();
    statement(winner + "?limit=2&cursor=" + first.path("next"))
        .body("items.balance.amount", contains("288.00"))
        .body("balance.amount", is("288.00"))
        .body("next", nullValue());
    statement(winner + "?from=" + first.<String>path("items[1].postedAt"))
        .body("items.balance.amount", contains("192.00", "288.00"));
    statement(winner + "?to=" + first.<String>path("items[1].postedAt"))
        .body("items.balance.amount", contains("96.00"));
    as(TestServers.token("auditor"))
        .get(ACCOUNTS + winner + "?from=yesterday")
        .then()
        .statusCode(400)
        .body("code", is("bad-time"));
  }

  @Test
  void writesAStatementForSpreadsheets() {
    var number = number();
    post(ruling(number, 1, "268.00"));

    var csv =
        as(TestServers.token("outlet", winner))
            .accept("text/csv")
            .get(ACCOUNTS + winner)
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .extract()
            .asString();

    assertThat(csv.lines())
        .hasSize(2)
        .element(1)
        .asString()
        .endsWith("," + number + ",RULING,AWARD 268.00; FEE -10.72,257.28,257.28,CNY");
  }

  @Test
  void showsAnOutletItsOwnAccountOnly() {
    as(TestServers.token("outlet", winner)).get(ACCOUNTS + winner).then().statusCode(200);
    as(TestServers.token("outlet", winner))
        .get(ACCOUNTS + liable)
        .then()
        .statusCode(403)
        .body("code", is("other-outlet"));
    as(TestServers.token("outlet", winner)).get(ACCOUNTS + "HEADQUARTERS").then().statusCode(403);
    as(TestServers.token("auditor")).get(ACCOUNTS + "LLT-NONE").then().statusCode(404);
    statement("HEADQUARTERS").body("owner", is("HEADQUARTERS"));
  }

  @Test
  void takesNothingBackAndHoldsNothingThatDoesNotBalance() {
    var number = number();
    post(ruling(number, 1, "100.00"));

    refused("update ledger_entry set cause = 'PENALTY' where case_number = ?", number);
    refused("delete from ledger_entry where case_number = ?", number);
    refused("delete from ledger_line where entry_id in " + ENTRY, number);
    refused("update ledger_line set amount = 1 where entry_id in " + ENTRY, number);
    refused(
        "insert into ledger_line select id, 9, 'CUSTOMERS', 'FEE', 1, posted_at from ledger_entry"
            + " where case_number = ?",
        number);
    refused(
        "insert into ledger_line select id, no, 'CUSTOMERS', 'FEE', amount, posted_at"
            + " from ledger_entry, (values (8, 1), (9, -1)) as v(no, amount) where case_number = ?",
        number);
    refused(
        "insert into ledger_entry (case_number, cause, occurrence) values (?, 'FEE', 1)", number);
    statement(winner).body("balance.amount", is("96.00")).body("items.size()", is(1));
  }

  private static final String ENTRY = "(select id from ledger_entry where case_number = ?)";

  private void refused(String statement, CaseNumber number) {
    assertThatThrownBy(
            () -> QuarkusTransaction.requiringNew().run(() -> sql.update(statement, number.text())))
        .as(statement)
        .isInstanceOf(RuntimeException.class);
  }

  private boolean post(Posting posting) {
    return QuarkusTransaction.requiringNew().call(() -> ledger.post(posting));
  }

  private boolean reverse(CaseNumber number, int occurrence) {
    return QuarkusTransaction.requiringNew()
        .call(() -> ledger.reverse(number, Cause.RULING, occurrence));
  }

  private BigDecimal sum() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.first("select sum(amount) from ledger_line", row -> row.getBigDecimal(1))
                    .orElseThrow());
  }

  private static ValidatableResponse statement(String outlet) {
    return as(TestServers.token("auditor")).get(ACCOUNTS + outlet).then().statusCode(200);
  }

  private Posting ruling(CaseNumber number, int occurrence, String award) {
    var amount = new BigDecimal(award);
    var from = Account.outlet(liable);
    var to = Account.outlet(winner);
    return Posting.of(number, Cause.RULING, occurrence)
        .moving(Purpose.AWARD, amount, from, to)
        .moving(Purpose.FEE, share(amount, "0.06"), from, Account.HEADQUARTERS)
        .moving(Purpose.FEE, share(amount, "0.04"), to, Account.HEADQUARTERS);
  }

  private static BigDecimal share(BigDecimal amount, String rate) {
    return amount.multiply(new BigDecimal(rate)).setScale(2);
  }

  private static CaseNumber number() {
    return CaseNumber.of(CaseKind.DISPUTE, Instant.now(), 900_000_000 + CASES.incrementAndGet());
  }
}
