package io.parceldesk.claims.account;

import io.parceldesk.contracts.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What happened to an account, oldest first.
 *
 * @param owner an outlet's code, HEADQUARTERS or CUSTOMERS
 * @param balance of all that was posted; above zero the owner is owed, below it owes
 * @param next the cursor of the next page, or null
 */
record Statement(String owner, Money balance, List<Item> items, String next) {

  /**
   * A posting as far as it concerns the account.
   *
   * @param balance of the account after it
   */
  record Item(
      UUID posting,
      Instant postedAt,
      String caseNumber,
      String cause,
      Money amount,
      Money balance,
      List<Part> parts) {}

  /** What makes up the amount, such as an award and the fee on it. */
  record Part(String purpose, String amount) {}
}
