package io.parceldesk.inquiry;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The scans as they came; none is ever changed (REG-02). */
@ApplicationScoped
public class ScanHistory {
  // whoever inserts the key keeps the scan; by id, so that two who add the same scan at once wait
  // for
  // each other in one order. What the release before kept may have no key yet
  private static final String ADD =
      """
      with told as materialized (
        select distinct on (scan_id) *
          from unnest(?::text[], ?::text[], ?::text[], ?::text[]::timestamptz[], ?::text[], ?::text[])
            with ordinality as told (scan_id, waybill, type, at, outlet, details, n)
         order by scan_id, n),
      fresh as (
        insert into scan_key (scan_id) select scan_id from told
        on conflict do nothing returning scan_id, received_at)
      insert into parcel_scan (scan_id, waybill, type, at, outlet, details, received_at)
      select scan_id, waybill, type, at, outlet, details, received_at
        from told join fresh using (scan_id)
      on conflict do nothing
      returning scan_id
      """;

  private static final String KNOWN =
      """
      select s.* from scan_key k
       cross join lateral (
             select * from parcel_scan
              where scan_id = k.scan_id and received_at = k.received_at offset 0) s
       where k.scan_id = any(?)
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
      requireSame(scans, fresh);
    }
    return fresh;
  }

  public List<Scan> of(String waybill) {
    return sql.list(
        "select * from parcel_scan where waybill = ? order by at, scan_id",
        ScanHistory::scan,
        waybill);
  }

  /** A scan whose month is gone tells the same as ever. */
  private void requireSame(List<Scan> scans, Set<String> fresh) {
    var kept = new HashMap<String, Scan>();
    scans.stream()
        .filter(scan -> fresh.contains(scan.scanId()))
        .forEach(scan -> kept.putIfAbsent(scan.scanId(), scan));
    add(KNOWN, scans, kept);
    add("select * from parcel_scan where scan_id = any(?)", scans, kept);
    for (var scan : scans) {
      if (!kept.getOrDefault(scan.scanId(), scan).tellsTheSameAs(scan)) {
        throw new DomainException(409, "scan-id-taken", "The scanId names another scan already")
            .with("scanId", scan.scanId());
      }
    }
  }

  /** Those that are not there yet: by their keys, else by themselves. */
  private void add(String query, List<Scan> scans, Map<String, Scan> kept) {
    var missing =
        scans.stream().map(Scan::scanId).filter(id -> !kept.containsKey(id)).distinct().toList();
    if (!missing.isEmpty()) {
      sql.list(query, ScanHistory::scan, missing).forEach(scan -> kept.put(scan.scanId(), scan));
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
