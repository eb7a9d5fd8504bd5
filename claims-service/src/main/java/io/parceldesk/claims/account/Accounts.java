package io.parceldesk.claims.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.claims.Account;
import io.parceldesk.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads the accounts of the ledger. Each answer is one statement, so that it never half-shows. */
@ApplicationScoped
class Accounts {
  private static final Instant EVER = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  /** A stretch of time, from inclusive to exclusive; null: open. */
  record Range(Instant from, Instant to) {}

  private final Sql sql;
  private final ObjectMapper json;

  Accounts(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  BigDecimal balance(Account account) {
    return sql.first(
            "select coalesce(sum(amount), 0) from ledger_line where account = ?",
            row -> row.getBigDecimal(1),
            account.code())
        .orElseThrow();
  }

  /** Every account with its balance: together they are zero. */
  List<AccountView> all() {
    return sql.list(
        "select account, sum(amount) as balance from ledger_line group by account order by account",
        row ->
            new AccountView(
                new Account(row.getString("account")).owner(),
                Money.cny(row.getBigDecimal("balance"))));
  }

  List<Statement.Item> items(Account account, Range range, Cursor after, int rows) {
    return sql.list(
        """
        with own as (
          select posted_at, entry_id, sum(amount) as amount,
                 jsonb_agg(jsonb_build_object('purpose', purpose, 'amount', amount::text) order by no) as parts
            from ledger_line
           where account = ? and posted_at >= ? and posted_at < ? and (posted_at, entry_id) > (?, ?::uuid)
           group by posted_at, entry_id order by posted_at, entry_id limit ?),
        before as (
          select coalesce(sum(amount), 0) as balance from ledger_line
           where account = ?
             and (posted_at, entry_id) < (select posted_at, entry_id from own order by 1, 2 limit 1))
        select own.*, entry.case_number, entry.cause,
               before.balance + sum(own.amount) over (order by own.posted_at, own.entry_id) as balance
          from own join ledger_entry entry on entry.id = own.entry_id, before
         order by own.posted_at, own.entry_id
        """,
        this::item,
        account.code(),
        range.from() == null ? EVER : range.from(),
        range.to() == null ? NEVER : range.to(),
        after == null ? EVER : after.key(),
        after == null ? "00000000-0000-0000-0000-000000000000" : after.id().toString(),
        rows,
        account.code());
  }

  private Statement.Item item(ResultSet row) throws SQLException {
    return new Statement.Item(
        SqlValue.uuid(row, "entry_id"),
        SqlValue.instant(row, "posted_at"),
        row.getString("case_number"),
        row.getString("cause"),
        Money.cny(row.getBigDecimal("amount")),
        Money.cny(row.getBigDecimal("balance")),
        parts(row.getString("parts")));
  }

  private List<Statement.Part> parts(String text) {
    try {
      return json.readValue(text, new TypeReference<List<Statement.Part>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
