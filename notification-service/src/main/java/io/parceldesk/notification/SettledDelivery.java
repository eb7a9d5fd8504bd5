package io.parceldesk.notification;

import io.parceldesk.chassis.transaction.SqlValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * What an update made of a delivery, as far as it is told.
 *
 * @param caseNumber null for a digest, a test event and a warning
 * @param news whether it can be told something that was not known before
 */
public record SettledDelivery(
    UUID id,
    String caseNumber,
    String eventType,
    String eventId,
    String template,
    MessageChannel channel,
    String audience,
    String outlet,
    DeliveryStatus status,
    int attempts,
    Instant plannedAt,
    Instant sentAt,
    Instant settledAt,
    boolean news) {
  /** What an {@code update delivery} has to return. */
  public static final String RETURNING =
      """
      returning new.id, new.case_number, new.event_type, new.event_id, new.template, new.channel,
                new.audience, new.outlet, new.status, new.attempt, new.planned_at, new.sent_at,
                now() as told_at,
                new.status in ('SENT', 'DELIVERED', 'UNDELIVERED', 'FAILED', 'EXPIRED')
                    and new.status <> old.status
                  or new.status = 'UNKNOWN' and new.next_attempt_at = 'infinity'
                    and old.next_attempt_at < 'infinity' as news
      """;

  public static SettledDelivery of(ResultSet row) throws SQLException {
    return new SettledDelivery(
        SqlValue.uuid(row, "id"),
        row.getString("case_number"),
        row.getString("event_type"),
        row.getString("event_id"),
        row.getString("template"),
        MessageChannel.valueOf(row.getString("channel")),
        row.getString("audience"),
        row.getString("outlet"),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getInt("attempt"),
        SqlValue.instant(row, "planned_at"),
        SqlValue.instant(row, "sent_at"),
        SqlValue.instant(row, "told_at"),
        row.getBoolean("news"));
  }

  /** The message of a case that this digest tells: it fares as the digest does. */
  SettledDelivery telling(ResultSet row) throws SQLException {
    return new SettledDelivery(
        SqlValue.uuid(row, "id"),
        row.getString("case_number"),
        row.getString("event_type"),
        row.getString("event_id"),
        template,
        channel,
        row.getString("audience"),
        row.getString("outlet"),
        status,
        attempts,
        SqlValue.instant(row, "planned_at"),
        sentAt,
        settledAt,
        news);
  }

  boolean isToPeople() {
    return channel != MessageChannel.WEBHOOK;
  }
}
