package io.parceldesk.inquiry.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.sweep.DueLoop.Next;
import io.parceldesk.chassis.sweep.DueLoop.Work;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.inquiry.CauseClass;
import io.parceldesk.inquiry.Occasion;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import io.parceldesk.inquiry.Scan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import org.jboss.logging.Logger;

/**
 * Notices parcels of which nothing more, or nothing at all, is heard. How long silence is normal is
 * a policy (NO_SCAN). Each silent parcel is a transaction of its own, and is looked at by one
 * replica.
 */
@ApplicationScoped
class ParcelWatch implements Work {
  private static final Logger LOG = Logger.getLogger(ParcelWatch.class);
  private static final int BATCH = 200;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  // silence may have begun long before it was told: the low-water mark would hide it
  private static final String NEXT =
      "select clock_timestamp() as now, min(next_scan_due) as next from parcel_watch";

  private static final String SILENT =
      """
      select waybill from parcel_watch where next_scan_due <= now()
       order by next_scan_due, waybill limit %d
      """
          .formatted(BATCH);

  private static final String CLAIM =
      """
      select waybill from parcel_watch where waybill = ? and next_scan_due <= clock_timestamp()
       for update skip locked
      """;

  private static final String PUT_OFF =
      """
      update parcel_watch set next_scan_due = clock_timestamp() + interval '1 minute'
       where waybill = ? and next_scan_due <= clock_timestamp()
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final Deadlines deadlines;
  private final ParcelRepository parcels;
  private final ProblemDeclaration declaration;
  private final Counter failures;

  ParcelWatch(
      Sql sql,
      Transactions transactions,
      Deadlines deadlines,
      ParcelRepository parcels,
      ProblemDeclaration declaration,
      MeterRegistry metrics) {
    this.sql = sql;
    this.transactions = transactions;
    this.deadlines = deadlines;
    this.parcels = parcels;
    this.declaration = declaration;
    this.failures = metrics.counter("parceldesk.parcel.watch.failures");
  }

  /** The first scan of a parcel should come so long after its dispatch, or after it was told. */
  void expectFirst(Parcel parcel, Instant now) {
    var dispatched = parcel.terms().dispatchedOn().atStartOfDay(ZONE).toInstant();
    var due = silentFrom(parcel.terms().fromOutlet(), dispatched.isAfter(now) ? dispatched : now);
    if (due != null) {
      sql.update(
          """
          insert into parcel_watch (waybill, next_scan_due) values (?, ?)
          on conflict (waybill) do nothing
          """,
          parcel.waybill(),
          due);
    }
  }

  /** The newest scan says by when the next one should come; after the last one none should. */
  void expectNext(Parcel parcel, Scan scan) {
    if (parcel.hasEnded()) {
      forget(parcel.waybill());
      return;
    }
    var due = silentFrom(scan.outlet(), scan.at());
    if (due != null) {
      sql.update(
          """
          insert into parcel_watch (waybill, next_scan_due) values (?, ?)
          on conflict (waybill) do update set next_scan_due = excluded.next_scan_due
            where parcel_watch.next_scan_due < excluded.next_scan_due
          """,
          parcel.waybill(),
          due);
    }
  }

  /** A scan of long ago, told only now, is no reason to bother anybody with it. */
  boolean isNews(Scan scan) {
    return sql.first(
            "select coalesce(clock_timestamp() < ?::timestamptz, true) as news",
            row -> row.getBoolean("news"),
            silentFrom(scan.outlet(), scan.at()))
        .orElseThrow();
  }

  @Override
  public Next next(Instant lowWater) {
    return sql.first(
            NEXT, row -> new Next(SqlValue.instant(row, "now"), SqlValue.instant(row, "next")))
        .orElseThrow();
  }

  @Override
  public int sweep(Instant lowWater) {
    var silent = sql.list(SILENT, row -> row.getString("waybill"));
    return silent.stream().mapToInt(this::lookAt).sum();
  }

  /** What fails for one parcel must not keep the others from being looked at. */
  private int lookAt(String waybill) {
    try {
      return transactions.runNew(() -> declareSilent(waybill));
    } catch (RuntimeException e) {
      if (DatabaseFailure.isOutage(e)) {
        throw e;
      }
      failures.increment();
      LOG.error("A silent parcel could not be declared a problem and is put off", e);
      return transactions.runNew(() -> sql.update(PUT_OFF, waybill));
    }
  }

  private int declareSilent(String waybill) {
    var claimed = sql.first(CLAIM, row -> row.getString("waybill"), waybill);
    claimed.map(parcels::known).filter(parcel -> !parcel.hasEnded()).ifPresent(this::declare);
    claimed.ifPresent(this::forget);
    return claimed.isPresent() ? 1 : 0;
  }

  private void declare(Parcel parcel) {
    declaration.declareBySystem(parcel, CauseClass.UNKNOWN, Occasion.NO_SCAN);
  }

  private void forget(String waybill) {
    sql.update("delete from parcel_watch where waybill = ?", waybill);
  }

  /** Null where no policy says how long silence is normal. */
  private Instant silentFrom(String outlet, Instant heard) {
    var anyProblem =
        new CaseProfile(
            null,
            CaseKind.PROBLEM_PARCEL,
            CauseClass.UNKNOWN.name(),
            null,
            CustomerTier.ORDINARY,
            false,
            Channel.API_OUTLET,
            outlet);
    return deadlines.wouldBeDueAt(anyProblem, "NO_SCAN", heard);
  }
}
