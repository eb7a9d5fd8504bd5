package io.parceldesk.notification;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Every outlet's events in an order that never changes. Positions are taken under the lock of the
 * outlet's {@code feed} row, which is held to the end of the transaction: whoever sees position n
 * sees every position before it, in whatever order transactions began or their events arrived.
 */
@ApplicationScoped
public class FeedRepository {
  /**
   * One statement for a whole batch. Outlets are locked in the order of their codes, so that two
   * batches never wait for each other in a circle.
   */
  private static final String APPEND =
      """
      with event as (
        select e.* from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                               ?::text[]) with ordinality
          as e (outlet, source, id, type, at, case_number, body, n)
          join outlet o on o.code = e.outlet and o.active),
      wanted as (select outlet, count(*) as n from event group by outlet),
      head as (
        insert into feed as f (outlet, last_position)
        select outlet, n from wanted order by outlet
        on conflict (outlet) do update set last_position = f.last_position + excluded.last_position
        returning outlet, last_position)
      insert into feed_event
        (outlet, position, event_source, event_id, event_type, event_at, case_number, body)
      select e.outlet,
             h.last_position - w.n + row_number() over (partition by e.outlet order by e.n),
             e.source, e.id, e.type, e.at::timestamptz, e.case_number, e.body
        from event e join head h using (outlet) join wanted w using (outlet)
      """;

  /** One statement, so that what is forgotten meanwhile cannot leave a gap unseen. */
  private static final String READ =
      """
      select f.last_position, coalesce(
               (select position from feed_event where outlet = f.outlet order by position limit 1),
               f.last_position + 1) as first_position, e.*
        from feed f
        left join lateral (
               select * from feed_event
                where outlet = f.outlet and position > ?
                  and (?::text[] = '{}' or event_type = any(?::text[]))
                order by position limit ?) e on true
       where f.outlet = ? order by e.position
      """;

  private final Sql sql;

  FeedRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * A part of a feed, with where the feed begins and ends.
   *
   * @param first the oldest position that is still kept; {@code last + 1} when none is
   * @param last the newest position that was given, 0 before the first
   */
  public record Stretch(long first, long last, List<FeedEvent> events) {
    static final Stretch EMPTY = new Stretch(1, 0, List.of());
  }

  /** Do this last in a transaction: others that tell the same outlets wait for its end. */
  public void append(List<FeedEvent> events) {
    if (!events.isEmpty()) {
      sql.update(
          APPEND,
          column(events, FeedEvent::outlet),
          column(events, FeedEvent::eventSource),
          column(events, FeedEvent::eventId),
          column(events, FeedEvent::type),
          column(events, event -> event.at().toString()),
          column(events, FeedEvent::caseNumber),
          column(events, FeedEvent::body));
    }
  }

  private static List<String> column(List<FeedEvent> events, Function<FeedEvent, String> value) {
    return events.stream().map(value).toList();
  }

  /** Of the types, or of all where there are none, in the order of their positions. */
  public Stretch read(String outlet, long after, List<String> types, int rows) {
    var found =
        sql.list(
            READ,
            row ->
                new Stretch(
                    row.getLong("first_position"),
                    row.getLong("last_position"),
                    row.getString("body") == null ? List.of() : List.of(event(row))),
            after,
            types,
            types,
            rows,
            outlet);
    return found.isEmpty()
        ? Stretch.EMPTY
        : new Stretch(
            found.get(0).first(),
            found.get(0).last(),
            found.stream().flatMap(row -> row.events().stream()).toList());
  }

  /** What the outlet was told from then on, but not this endpoint. */
  public List<FeedEvent> missedBy(WebhookEndpoint endpoint, Instant since, int rows) {
    return sql.list(
        """
        select e.* from feed_event e
         where e.outlet = ? and e.recorded_at >= ?
           and (?::text[] = '{}' or e.event_type = any(?::text[]))
           and not exists (
                 select 1 from delivery_key k
                  where k.key = delivery_key(e.event_source, e.event_id, ?, 'WEBHOOK'))
         order by e.position limit ?
        """,
        FeedRepository::event,
        endpoint.outlet(),
        since,
        endpoint.eventTypes(),
        endpoint.eventTypes(),
        endpoint.id().toString(),
        rows);
  }

  /** Forgets what is older; returns how many events that were, {@code most} at a time. */
  public int forget(Duration olderThan, int most) {
    return sql.update(
        """
        delete from feed_event where ctid = any(array(
          select ctid from feed_event where recorded_at < now() - ?::interval limit ?))
        """,
        olderThan.toString(),
        most);
  }

  private static FeedEvent event(ResultSet row) throws SQLException {
    return new FeedEvent(
        row.getString("outlet"),
        row.getLong("position"),
        row.getString("event_source"),
        row.getString("event_id"),
        row.getString("event_type"),
        SqlValue.instant(row, "event_at"),
        row.getString("case_number"),
        row.getString("body"));
  }
}
