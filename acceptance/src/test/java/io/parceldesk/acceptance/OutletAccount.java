package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An account of the ledger as its owner, or whoever audits it, reads it. */
record OutletAccount(String owner) {
  private static final String PATH = "/outlet-accounts";

  /** A posting as far as it concerns the account. */
  record Item(
      String posting, String caseNumber, String cause, BigDecimal amount, BigDecimal parts) {}

  /** Every account that anything was ever posted to. */
  static List<OutletAccount> all() {
    return Desk.get("auditor", Service.CLAIMS, PATH)
        .jsonPath()
        .getList("items.owner", String.class)
        .stream()
        .map(OutletAccount::new)
        .toList();
  }

  /** Double entry, seen from outside: each posting and the whole ledger come to nothing. */
  static void assertBalanced() {
    var postings = new HashMap<String, BigDecimal>();
    for (var account : all()) {
      var items = account.items();
      items.forEach(item -> postings.merge(item.posting(), item.amount(), BigDecimal::add));
      assertThat(items).allMatch(item -> item.amount().compareTo(item.parts()) == 0);
      assertThat(account.balance())
          .as(account.owner())
          .isEqualByComparingTo(sum(items.stream().map(Item::amount).toList()));
    }
    assertThat(postings).allSatisfy((id, sum) -> assertThat(sum).as(id).isZero());
    var balances = all().stream().map(OutletAccount::balance).toList();
    assertThat(sum(balances)).isZero();
  }

  /** What the case moved on the account, taken back or not. */
  BigDecimal of(String caseNumber) {
    return sum(
        items().stream()
            .filter(item -> caseNumber.equals(item.caseNumber()))
            .map(Item::amount)
            .toList());
  }

  BigDecimal balance() {
    return new BigDecimal(
        Desk.get("auditor", Service.CLAIMS, path()).jsonPath().getString("balance.amount"));
  }

  /** All of the statement, page by page. */
  List<Item> items() {
    var items = new ArrayList<Item>();
    String cursor = null;
    do {
      var page =
          Desk.as("auditor")
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .queryParam("limit", 200)
              .get(RunningPlatform.url(Service.CLAIMS) + path())
              .jsonPath();
      page.<Map<String, Object>>getList("items").forEach(item -> items.add(item(item)));
      cursor = page.getString("next");
    } while (cursor != null);
    return items;
  }

  /** The rows of the file for spreadsheets that are about the case, as its owner gets them. */
  List<String> csv(String role, String caseNumber) {
    var file = Desk.as(role).accept("text/csv").get(RunningPlatform.url(Service.CLAIMS) + path());
    file.then().statusCode(200);
    return Arrays.stream(file.asString().split("\r\n"))
        .filter(row -> row.contains(caseNumber))
        .toList();
  }

  private String path() {
    return PATH + "/" + owner;
  }

  @SuppressWarnings("unchecked")
  private static Item item(Map<String, Object> item) {
    var amount = (Map<String, String>) item.get("amount");
    var parts =
        ((List<Map<String, String>>) item.get("parts"))
            .stream().map(part -> new BigDecimal(part.get("amount"))).toList();
    return new Item(
        (String) item.get("posting"),
        (String) item.get("caseNumber"),
        (String) item.get("cause"),
        new BigDecimal(amount.get("amount")),
        sum(parts));
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
