package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.inquiry.CauseClass;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.ParcelRepository;
import io.parceldesk.inquiry.Scan;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Notices parcels of which nothing more is heard. How long silence is normal is a policy (NO_SCAN).
 * Each silent parcel is a transaction of its own, and is looked at by one replica.
 */
@ApplicationScoped
class ParcelWatch {
  private final Sql sql;
  private final Transactions transactions;
  private final Deadlines deadlines;
  private final ParcelRepository parcels;
  private final ProblemDeclaration declaration;

  ParcelWatch(
      Sql sql,
      Transactions transactions,
      Deadlines deadlines,
      ParcelRepository parcels,
      ProblemDeclaration declaration) {
    this.sql = sql;
    this.transactions = transactions;
    this.deadlines = deadlines;
    this.parcels = parcels;
    this.declaration = declaration;
  }

  /** The newest scan says by when the next one should come; after the last one none should. */
  void expectNext(Parcel parcel, Scan scan) {
    if (parcel.hasEnded()) {
      sql.update("delete from parcel_watch where waybill = ?", parcel.waybill());
      return;
    }
    sql.update(
        """
        insert into parcel_watch (waybill, next_scan_due) values (?, ?)
        on conflict (waybill) do update set next_scan_due = excluded.next_scan_due
          where parcel_watch.next_scan_due < excluded.next_scan_due
        """,
        parcel.waybill(),
        silentFrom(scan));
  }

  /** A scan of long ago, told only now, is no reason to bother anybody with it. */
  boolean isNews(Scan scan) {
    return sql.first(
            "select clock_timestamp() < ? as news", row -> row.getBoolean("news"), silentFrom(scan))
        .orElseThrow();
  }

  @Scheduled(
      every = "${parceldesk.inquiry.parcel-watch-every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    while (transactions.runNew(this::lookAtOne)) {
      // until nobody is silent any more
    }
  }

  private boolean lookAtOne() {
    var silent =
        sql.first(
            """
            select waybill, next_scan_due from parcel_watch where next_scan_due <= clock_timestamp()
             order by next_scan_due limit 1 for update skip locked
            """,
            row -> new Silent(row.getString("waybill"), SqlValue.instant(row, "next_scan_due")));
    silent.ifPresent(
        found -> {
          var parcel = parcels.known(found.waybill());
          if (parcel != null && !parcel.hasEnded()) {
            declaration.declareBySystem(parcel, CauseClass.HUMAN);
          }
          sql.update("delete from parcel_watch where waybill = ?", found.waybill());
        });
    return silent.isPresent();
  }

  private record Silent(String waybill, Instant since) {}

  private Instant silentFrom(Scan scan) {
    var anyProblem =
        new CaseProfile(
            null,
            CaseKind.PROBLEM_PARCEL,
            CauseClass.HUMAN.name(),
            null,
            CustomerTier.ORDINARY,
            false,
            Channel.API_OUTLET,
            scan.outlet());
    return deadlines.wouldBeDueAt(anyProblem, "NO_SCAN", scan.at());
  }
}
