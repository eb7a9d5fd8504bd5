package io.parceldesk.inquiry.parcel;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.sweep.DueLoop.Next;
import io.parceldesk.chassis.sweep.DueLoop.Work;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.Topics;
import io.parceldesk.inquiry.ParcelNearsLimit;
import io.parceldesk.inquiry.ParcelRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Announces parcels whose promised time or thorough-delay limit has passed, and notices those that
 * come near the limit, whether they were ever scanned or not (REG-07, PRB-02). Any number of
 * replicas may: the lock of a parcel's stream says who does, the parcel itself that it was not done
 * before.
 */
@ApplicationScoped
class ParcelSweep implements Work {
  private static final Logger LOG = Logger.getLogger(ParcelSweep.class);
  private static final int BATCH = 200;

  private static final String NEXT =
      """
      select clock_timestamp() as now,
             (select min(next_due_at) from parcel where next_due_at > ?) as next
      """;

  // now() and not clock_timestamp(), which the index could not be searched with; more candidates
  // than fit a batch, so that other replicas find parcels that are free
  private static final String DUE =
      """
      select id from parcel where next_due_at > ? and next_due_at <= now()
       order by next_due_at, id limit %d
      """
          .formatted(5 * BATCH);

  private static final String PUT_OFF =
      "update parcel set next_due_at = clock_timestamp() + interval '1 minute' where id = ?";

  private final Sql sql;
  private final Transactions transactions;
  private final ParcelRepository parcels;
  private final Outbox outbox;
  private final Event<ParcelNearsLimit> nearing;
  private final Counter failures;

  ParcelSweep(
      Sql sql,
      Transactions transactions,
      ParcelRepository parcels,
      Outbox outbox,
      Event<ParcelNearsLimit> nearing,
      MeterRegistry metrics) {
    this.sql = sql;
    this.transactions = transactions;
    this.parcels = parcels;
    this.outbox = outbox;
    this.nearing = nearing;
    this.failures = metrics.counter("parceldesk.parcel.sweep.failures");
  }

  @Override
  public Next next(Instant lowWater) {
    return sql.first(
            NEXT,
            row -> new Next(SqlValue.instant(row, "now"), SqlValue.instant(row, "next")),
            lowWater)
        .orElseThrow();
  }

  @Override
  public int sweep(Instant lowWater) {
    var candidates = sql.list(DUE, row -> SqlValue.uuid(row, "id"), lowWater);
    return candidates.isEmpty() ? 0 : announce(candidates);
  }

  private int announce(List<UUID> candidates) {
    try {
      return transactions.runNew(() -> announceFree(candidates));
    } catch (RuntimeException e) {
      if (DatabaseFailure.isOutage(e)) {
        throw e;
      }
      LOG.debug("A batch of parcels is announced one by one", e);
      return candidates.stream().limit(BATCH).mapToInt(this::announceAlone).sum();
    }
  }

  /** What fails for one parcel must not keep the others from being announced. */
  private int announceAlone(UUID id) {
    try {
      return transactions.runNew(() -> announceFree(List.of(id)));
    } catch (RuntimeException e) {
      if (DatabaseFailure.isOutage(e)) {
        throw e;
      }
      failures.increment();
      LOG.errorf(e, "Parcel %s could not be announced overdue and is put off", id);
      return transactions.runNew(
          () -> outbox.lockFreeStreams(List.of(id), 1).isEmpty() ? 0 : sql.update(PUT_OFF, id));
    }
  }

  private int announceFree(List<UUID> candidates) {
    var locked = outbox.lockFreeStreams(candidates, BATCH);
    if (locked.isEmpty()) {
      return 0;
    }
    var now = now();
    var due = parcels.ofStreams(locked);
    var near = due.stream().filter(parcel -> parcel.nearsLimit(now)).toList();
    outbox.together(
        () -> {
          for (var parcel : due) {
            var events = parcel.fallDue(now);
            events.forEach(event -> outbox.append(parcel.id(), Topics.PARCEL, event));
          }
          parcels.flush();
        });
    near.forEach(parcel -> nearing.fire(new ParcelNearsLimit(parcel)));
    return locked.size();
  }

  private Instant now() {
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow();
  }
}
