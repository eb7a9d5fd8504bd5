package io.parceldesk.notification;

import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The table that every message goes through. Each method is part of the current transaction; the
 * time is the database's.
 */
@ApplicationScoped
public class DeliveryRepository {
  /** How long a replica may hold a message before another may take it. */
  public static final Duration LEASE = Duration.ofSeconds(60);

  /** How long a receipt may take to tell what became of a message whose sender vanished. */
  private static final Duration SETTLE = Duration.ofSeconds(60);

  /** What is too late, or refused by its recipient since it was planned, is not sent any more. */
  private static final String CLAIM =
      """
      with due as materialized (
        select id, case
                 when not_after <= now() then 'EXPIRED'
                 when class <> 'CRITICAL' and exists (
                        select 1 from opt_out o
                         where o.recipient = w.recipient and o.channel = w.channel
                           and (o.class = w.class or w.class = 'MARKETING')) then 'SUPPRESSED'
               end as ends
          from delivery w
         where lane = ? and status in ('PENDING', 'UNKNOWN') and next_attempt_at <= now()
         order by next_attempt_at, id limit ? for update skip locked)
      update delivery d
         set status = case when due.ends is null then 'SENDING'
                           when d.status = 'UNKNOWN' then 'UNKNOWN' else due.ends end,
             reason = case when due.ends = 'SUPPRESSED' and d.status <> 'UNKNOWN' then 'opted out'
                           else d.reason end,
             possible_duplicate = d.possible_duplicate or d.status = 'UNKNOWN',
             attempt = d.attempt + case when due.ends is null then 1 else 0 end,
             next_attempt_at = case when due.ends is null then d.next_attempt_at else 'infinity' end,
             settled_at = case when due.ends is null then null else now() end,
             lease_until = case when due.ends is null then now() + ?::interval end,
             lease_token = case when due.ends is null then ?::uuid end
        from due where d.id = due.id
      """
          + SettledDelivery.RETURNING
          + ", new.*";

  private static final String END_LOST_LEASES =
      """
      with lost as materialized (
        select id from delivery where status = 'SENDING' and lease_until < now()
         limit 1000 for update skip locked),
      ended as (
        update delivery d
           set status = case channel when 'SMS' then 'UNKNOWN' else 'PENDING' end,
               next_attempt_at = case when channel <> 'SMS' then now()
                                      when possible_duplicate then 'infinity'
                                      else now() + ?::interval end,
               unsure_part = sms_parts, lease_until = null, lease_token = null
          from lost where d.id = lost.id
      %s),
      logged as (
        insert into delivery_attempt
          (delivery_id, attempt, carrier, started_at, finished_at, outcome, error)
        select id, attempt, 'lost', now(), now(), 'UNKNOWN', 'the sender vanished' from ended
        on conflict do nothing)
      select * from ended
      """
          .formatted(SettledDelivery.RETURNING);

  private static final Logger LOG = Logger.getLogger(DeliveryRepository.class);

  private final Sql sql;
  private final Seal seal;
  private final DeliveryBatches batches;
  private final DeliveryEvents events;
  private final Event<DeliveriesPlanned> news;

  DeliveryRepository(
      Sql sql,
      Seal seal,
      DeliveryBatches batches,
      DeliveryEvents events,
      Event<DeliveriesPlanned> news) {
    this.sql = sql;
    this.seal = seal;
    this.batches = batches;
    this.events = events;
    this.news = news;
  }

  /** Stores what was not planned before; returns how many that were. */
  public int plan(List<PlannedDelivery> planned) {
    var stored = batches.plan(planned);
    if (stored > 0) {
      news.fire(new DeliveriesPlanned());
    }
    return stored;
  }

  /** Makes a settled message due again, for another day. */
  public boolean planAgain(UUID id) {
    var again =
        sql.update(
            """
            update delivery
               set status = 'PENDING', reason = null, settled_at = null, possible_duplicate = false,
                   next_attempt_at = now(), not_after = now() + interval '1 day',
                   attempts_before = attempt
             where id = ? and payload is not null
               and (status in ('SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'EXPIRED')
                    or status = 'UNKNOWN' and next_attempt_at = 'infinity'
                    or status = 'SUPPRESSED' and channel = 'WEBHOOK')
            """,
            id);
    if (again == 0) {
      return false;
    }
    sql.update("delete from sms_part where delivery_id = ?", id);
    news.fire(new DeliveriesPlanned());
    return true;
  }

  /** Makes all that a webhook endpoint did not get since then due again, for two days. */
  public int planMissedAgain(UUID endpoint, Instant since) {
    var again =
        sql.update(
            """
            update delivery
               set status = 'PENDING', reason = null, settled_at = null, next_attempt_at = now(),
                   not_after = now() + interval '2 days', attempts_before = attempt
             where channel = 'WEBHOOK' and recipient = ? and planned_at >= ?
               and payload is not null and status in ('FAILED', 'EXPIRED', 'SUPPRESSED')
            """,
            endpoint.toString(),
            since);
    if (again > 0) {
      news.fire(new DeliveriesPlanned());
    }
    return again;
  }

  /**
   * Takes what is due in the lane. Run it in a transaction of its own and commit before sending.
   */
  public List<Delivery> claim(String lane, int most, UUID leaseToken) {
    var ended = new ArrayList<SettledDelivery>();
    var claimed =
        sql.list(
            CLAIM,
            row -> {
              ended.add(SettledDelivery.of(row));
              return claimed(row);
            },
            lane,
            most,
            LEASE.toString(),
            leaseToken);
    events.tell(ended);
    return claimed.stream().filter(delivery -> delivery.leaseToken() != null).toList();
  }

  /** Writes down what came of attempts; a lease that was lost keeps the outcome from counting. */
  public void finish(List<FinishedAttempt> attempts) {
    batches.finish(attempts);
  }

  /**
   * Takes messages back whose lease has run out. An SMS may have left: it waits for its receipt
   * first.
   */
  public int endLostLeases() {
    var ended = sql.list(END_LOST_LEASES, SettledDelivery::of, SETTLE.toString());
    events.tell(ended);
    return ended.size();
  }

  /** The webhook endpoints' lanes in which something is due. */
  public List<String> webhookLanesDue() {
    // a loose index scan: one step for each lane, however much waits in it; ';' comes after ':'
    return sql.list(
        """
        with recursive lanes (lane, next_attempt_at) as (
          (select lane, next_attempt_at from delivery
            where status in ('PENDING', 'UNKNOWN') and lane > 'webhook:' and lane < 'webhook;'
            order by lane, next_attempt_at limit 1)
          union all
          select d.* from lanes l, lateral (
            select lane, next_attempt_at from delivery
             where status in ('PENDING', 'UNKNOWN') and lane > l.lane and lane < 'webhook;'
             order by lane, next_attempt_at limit 1) d)
        select lane from lanes where next_attempt_at <= now()
        """,
        row -> row.getString("lane"));
  }

  /** What still waits in a lane is not to be sent any more. */
  public int suppress(String lane, String reason) {
    return sql.update(
        """
        update delivery set status = 'SUPPRESSED', reason = ?, settled_at = now()
         where lane = ? and status = 'PENDING'
        """,
        reason,
        lane);
  }

  /** The parts of an SMS that a gateway has accepted. */
  public List<Integer> acceptedParts(UUID id) {
    return sql.list(
        "select part from sms_part where delivery_id = ?", row -> row.getInt("part"), id);
  }

  private Delivery claimed(ResultSet row) throws SQLException {
    return new Delivery(
        SqlValue.uuid(row, "id"),
        MessageChannel.valueOf(row.getString("channel")),
        row.getString("lane"),
        row.getInt("attempt"),
        row.getInt("attempts_before"),
        row.getString("recipient"),
        row.getBoolean("possible_duplicate"),
        row.getString("event_source"),
        row.getString("event_id"),
        SqlValue.instant(row, "event_at"),
        row.getString("case_number"),
        row.getString("traceparent"),
        SqlValue.uuid(row, "lease_token"),
        open(row.getString("payload")));
  }

  /** One message whose key is gone must not hold its lane up. */
  private Message open(String sealed) {
    try {
      return seal.open(sealed, Message.class);
    } catch (BrokenSeal e) {
      LOG.error("A stored message cannot be opened", e);
      return null;
    }
  }
}
