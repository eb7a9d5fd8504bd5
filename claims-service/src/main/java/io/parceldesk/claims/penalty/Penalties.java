package io.parceldesk.claims.penalty;

import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Reads penalty orders. */
@ApplicationScoped
class Penalties {
  private static final Instant EVER = Instant.parse("1970-01-01T00:00:00Z");

  private final Sql sql;

  Penalties(Sql sql) {
    this.sql = sql;
  }

  /** Of one outlet, or of all where it is null. */
  List<PenaltyView> of(String outlet, Cursor after, int rows) {
    return sql.list(
        """
        select * from penalty_order
         where (?::text is null or outlet = ?) and (issued_at, id) > (?, ?::uuid)
         order by issued_at, id limit ?
        """,
        Penalties::penalty,
        outlet,
        outlet,
        after == null ? EVER : after.key(),
        after == null ? "00000000-0000-0000-0000-000000000000" : after.id().toString(),
        rows);
  }

  private static PenaltyView penalty(ResultSet row) throws SQLException {
    return new PenaltyView(
        SqlValue.uuid(row, "id"),
        row.getString("case_number"),
        row.getString("outlet"),
        Money.cny(row.getBigDecimal("amount")),
        row.getString("rule"),
        row.getString("tariff"),
        SqlValue.instant(row, "issued_at"),
        SqlValue.instant(row, "cancelled_at"));
  }
}
