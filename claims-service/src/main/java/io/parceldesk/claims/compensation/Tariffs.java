package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.shipped.TermsJson;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The tariffs in all their versions. The dispatch date of a parcel says which version is for it: of
 * those effective by then an admin's newest, else the newest shipped one, so that a new release
 * never undoes what an admin decided.
 */
@ApplicationScoped
public class Tariffs {
  /** Writers of tariffs wait for each other; readers do not. */
  static final String LOCK = "lock table tariff in share row exclusive mode";

  private static final String COLUMNS =
      """
      select id, version, terms::text as terms, published_at, effective_from, author, created_at
        from tariff
      """;

  private final Sql sql;
  private final ShippedTariffs shipped;

  Tariffs(Sql sql, ShippedTariffs shipped) {
    this.sql = sql;
    this.shipped = shipped;
  }

  /** What outlets owe each other for parcels dispatched on the day. */
  public OutletTariff forOutlets(LocalDate dispatchedOn) {
    var valid = validOn(TariffId.OUTLET_AWARD, dispatchedOn);
    return new OutletTariff(valid.reference(), (OutletTerms) valid.terms());
  }

  /** What customers are owed for parcels dispatched on the day. */
  public CustomerTariff forCustomers(LocalDate dispatchedOn) {
    var valid = validOn(TariffId.CUSTOMER_COMPENSATION, dispatchedOn);
    return new CustomerTariff(valid.reference(), (CustomerTerms) valid.terms());
  }

  public TariffVersion validOn(TariffId id, LocalDate dispatchedOn) {
    shipped.storeOnce();
    return sql.first(
            COLUMNS
                + """
                where id = ? and effective_from <= ?
                order by author = 'shipped', effective_from desc, version desc limit 1
                """,
            Tariffs::version,
            id.text(),
            dispatchedOn)
        .orElseThrow(
            () ->
                DomainException.refusedByRule(
                    "REG-02", "no-tariff", "No tariff was valid on " + dispatchedOn));
  }

  /** All versions, oldest first. */
  public List<TariffVersion> versions(TariffId id) {
    shipped.storeOnce();
    return sql.list(COLUMNS + "where id = ? order by version", Tariffs::version, id.text());
  }

  /** Until the end of the transaction nobody else writes a tariff. */
  public void lock() {
    sql.update(LOCK);
  }

  public void add(TariffVersion version) {
    var terms = TermsJson.write(version.terms());
    sql.update(
        """
        insert into tariff
          (id, version, terms, content_hash, published_at, effective_from, author, created_at)
        values (?, ?, ?::jsonb, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?, ?, ?)
        """,
        version.id().text(),
        version.version(),
        terms,
        terms,
        version.publishedAt(),
        version.effectiveFrom(),
        version.author(),
        version.createdAt());
  }

  public Instant now() {
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow();
  }

  private static TariffVersion version(ResultSet row) throws SQLException {
    var id = TariffId.of(row.getString("id")).orElseThrow();
    return new TariffVersion(
        id,
        row.getInt("version"),
        TermsJson.read(row.getString("terms"), id.terms()),
        SqlValue.instant(row, "published_at"),
        row.getObject("effective_from", LocalDate.class),
        row.getString("author"),
        SqlValue.instant(row, "created_at"));
  }
}
