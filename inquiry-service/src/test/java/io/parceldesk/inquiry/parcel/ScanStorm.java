package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.inquiry.TestDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Many parcels with their scans, those of two storms alike but for their numbers. */
record ScanStorm(List<String> waybills, List<TestScans.Scan> scans) {
  private static final Instant START = Instant.parse("2026-11-17T02:00:00Z");
  private static final List<String> JOURNEY =
      List.of("ACCEPTED", "DEPARTED", "ARRIVED", "OUT_FOR_DELIVERY", "FAILED", "DELIVERED");

  private static final int LINES = 500;

  /** Parcel {@code n} has come so far as {@code n} says; every seventh went back. */
  static ScanStorm of(int parcels) {
    var waybills = IntStream.range(0, parcels).mapToObj(n -> TestDesk.waybill()).toList();
    var scans = new ArrayList<TestScans.Scan>();
    for (var n = 0; n < parcels; n++) {
      for (var step = 0; step <= n % JOURNEY.size(); step++) {
        scans.add(
            scan(waybills.get(n), n % 7 == 6 && step == 5 ? "RETURNED" : JOURNEY.get(step), step));
      }
    }
    return new ScanStorm(waybills, scans);
  }

  private static TestScans.Scan scan(String waybill, String type, int step) {
    // two of them at the same moment
    var at = START.plusSeconds(3600L * (step / 2));
    return new TestScans.Scan(waybill, TestDesk.scan(type, at.toString()));
  }

  String[] lines() {
    return waybills.stream().map(TestDesk::parcelInTime).toArray(String[]::new);
  }

  /** Takes its parcels in, in slices that one request may hold. */
  void load() {
    for (var from = 0; from < waybills.size(); from += LINES) {
      TestDesk.loadParcels(
              Arrays.copyOfRange(lines(), from, Math.min(waybills.size(), from + LINES)))
          .statusCode(200);
    }
  }

  int stored(Sql sql) {
    return sql.first(
            "select count(*) from parcel_scan where waybill = any(?)",
            row -> row.getInt(1),
            waybills)
        .orElseThrow();
  }

  /** All that is derived, in the order of the storm. */
  List<String> states(Sql sql) {
    return sql.list(
        """
        select concat_ws(' ', last_scan_at, last_scan_type, ending_at, ending_type, delivered_at,
                         moved, overdue_told, thorough_told, next_due_at, promised_at, thorough_at,
                         (select count(*) from parcel_scan s where s.waybill = p.waybill)) as state
          from parcel p where waybill = any(?) order by array_position(?::text[], waybill)
        """,
        row -> row.getString("state"),
        waybills,
        waybills);
  }

  /** How often each kind of event was announced for a parcel, in the order of the storm. */
  List<Integer> announcements(Sql sql) {
    return sql.list(
        """
        select s.seq from case_stream s where s.kind = 'PARCEL' and s.number = any(?)
         order by array_position(?::text[], s.number)
        """,
        row -> row.getInt(1),
        waybills,
        waybills);
  }
}
