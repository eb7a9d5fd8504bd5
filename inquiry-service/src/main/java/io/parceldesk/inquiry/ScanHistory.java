package io.parceldesk.inquiry;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The scans as they came; none is ever changed (REG-02). */
@ApplicationScoped
public class ScanHistory {
  // by id, so that two who add the same scan at once wait for each other in one order
  private static final String ADD =
      """
      insert into parcel_scan (scan_id, waybill, type, at, outlet, details)
      select * from unnest(?::text[], ?::text[], ?::text[], ?::text[]::timestamptz[], ?::text[],
                           ?::text[]) as told (scan_id, waybill, type, at, outlet, details)
       order by scan_id
      on conflict (scan_id) do nothing
      returning scan_id
      """;

  private final Sql sql;

  ScanHistory(Sql sql) {
    this.sql = sql;
  }

  /**
   * Keeps the scans that are new, whose parcels must be stored already; returns their ids. 409
   * {@code scan-id-taken} when an id names two different scans.
   */
  public Set<String> add(List<Scan> scans) {
    if (scans.isEmpty()) {
      return Set.of();
    }
    var fresh =
        new HashSet<>(
            sql.list(
                ADD,
                row -> row.getString("scan_id"),
                each(scans, Scan::scanId),
                each(scans, Scan::waybill),
                each(scans, scan -> scan.type().name()),
                each(scans, scan -> scan.at().toString()),
                each(scans, Scan::outlet),
                each(scans, Scan::details)));
    if (fresh.size() < scans.size()) {
      requireSame(scans);
    }
    return fresh;
  }

  public List<Scan> of(String waybill) {
    return sql.list(
        "select * from parcel_scan where waybill = ? order by at, scan_id",
        ScanHistory::scan,
        waybill);
  }

  private void requireSame(List<Scan> scans) {
    Map<String, Scan> kept =
        sql
            .list(
                "select * from parcel_scan where scan_id = any(?)",
                ScanHistory::scan,
                each(scans, Scan::scanId))
            .stream()
            .collect(Collectors.toMap(Scan::scanId, Function.identity()));
    for (var scan : scans) {
      if (!kept.get(scan.scanId()).tellsTheSameAs(scan)) {
        throw new DomainException(409, "scan-id-taken", "The scanId names another scan already")
            .with("scanId", scan.scanId());
      }
    }
  }

  private static Scan scan(ResultSet row) throws SQLException {
    return new Scan(
        row.getString("scan_id"),
        row.getString("waybill"),
        ScanType.valueOf(row.getString("type")),
        SqlValue.instant(row, "at"),
        row.getString("outlet"),
        row.getString("details"));
  }

  private static Collection<String> each(List<Scan> scans, Function<Scan, String> value) {
    return scans.stream().map(value).toList(); // null where not told
  }
}
