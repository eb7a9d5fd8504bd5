package io.parceldesk.claims;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.Money;
import io.parceldesk.contracts.ParcelEvent.ParcelAccepted;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/** What claims need to know of parcels, kept from their events in whatever order they come. */
@ApplicationScoped
public class ParcelBook {
  private final Sql sql;

  ParcelBook(Sql sql) {
    this.sql = sql;
  }

  public ParcelFacts of(String waybill) {
    return sql.first("select * from claim_parcel where waybill = ?", ParcelBook::facts, waybill)
        .orElse(ParcelFacts.UNKNOWN);
  }

  public void accepted(ParcelAccepted parcel) {
    sql.update(
        """
        insert into claim_parcel (waybill, dispatched_on, freight, insured) values (?, ?, ?, ?)
        on conflict (waybill) do update set dispatched_on = excluded.dispatched_on,
          freight = excluded.freight, insured = excluded.insured
        """,
        parcel.waybill(),
        parcel.dispatchedOn(),
        amount(parcel.freight()),
        amount(parcel.insuredAmount()));
  }

  public void lost(String waybill, Instant at) {
    keepFirst("lost_at", waybill, at);
  }

  public void delivered(String waybill, Instant at) {
    keepFirst("delivered_at", waybill, at);
  }

  public void inquired(String waybill, Instant at) {
    keepFirst("inquired_at", waybill, at);
  }

  private void keepFirst(String column, String waybill, Instant at) {
    sql.update(
        """
        insert into claim_parcel (waybill, %1$s) values (?, ?)
        on conflict (waybill) do update
          set %1$s = least(claim_parcel.%1$s, excluded.%1$s)
        """
            .formatted(column),
        waybill,
        at);
  }

  private static BigDecimal amount(Money money) {
    return money == null ? null : new BigDecimal(money.amount());
  }

  private static ParcelFacts facts(ResultSet row) throws SQLException {
    return new ParcelFacts(
        row.getObject("dispatched_on", LocalDate.class),
        row.getBigDecimal("freight"),
        row.getBigDecimal("insured"),
        SqlValue.instant(row, "lost_at"),
        SqlValue.instant(row, "delivered_at"),
        SqlValue.instant(row, "inquired_at"));
  }
}
