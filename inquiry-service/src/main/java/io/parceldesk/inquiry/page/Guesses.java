package io.parceldesk.inquiry.page;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Problem;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Wrong codes by the address that they came from, of which only a fingerprint is kept, and that for
 * an hour. Ten in ten minutes are a mistyping; with more, the address waits, even with a right one.
 */
@ApplicationScoped
class Guesses {
  private static final int MOST = 10;
  private static final int MINUTES = 10;

  private final Sql sql;
  private final Transactions transactions;
  private final BlindIndex index;

  Guesses(Sql sql, Transactions transactions, BlindIndex index) {
    this.sql = sql;
    this.transactions = transactions;
    this.index = index;
  }

  void requireFew(String address) {
    if (countOf(address) >= MOST) {
      throw new DomainException(429, "too-many-codes", "Too many codes were tried; wait a while")
          .with(Problem.RETRY_AFTER, MINUTES * 60);
    }
  }

  /** Whatever becomes of the request. */
  void remember(String address) {
    transactions.runNew(
        () -> {
          sql.update("delete from code_guess where at < clock_timestamp() - interval '1 hour'");
          return sql.update(
              "insert into code_guess (address_index) values (?)", index.client(address));
        });
  }

  private int countOf(String address) {
    return transactions.run(
        () ->
            sql.first(
                    """
                    select count(*) as guesses from code_guess
                     where address_index = ? and at > clock_timestamp() - make_interval(mins => ?)
                    """,
                    row -> row.getInt("guesses"),
                    index.client(address),
                    MINUTES)
                .orElseThrow());
  }
}
