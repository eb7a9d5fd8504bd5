package io.parceldesk.notification;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was sent to whom, and how that went. */
@ApplicationScoped
public class DeliveryLog {
  private static final Pattern CODE =
      Pattern.compile("(?<![0-9A-Z-])[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}(?![0-9A-Z-])");

  private final Sql sql;
  private final Seal seal;

  DeliveryLog(Sql sql, Seal seal) {
    this.sql = sql;
    this.seal = seal;
  }

  /**
   * Of a case, digests included, in the order of planning; of one outlet only where that is said.
   */
  public List<DeliveryView> ofCase(String caseNumber, String outlet) {
    return withDetails(
        sql.list(
            """
            with told as materialized (select * from delivery where case_number = ?)
            select * from (
              select * from told
              union all
              select * from delivery where id in (select digest from told)) d
             where ?::text is null or outlet = ?
             order by planned_at, id limit 1000
            """,
            this::view,
            caseNumber,
            outlet,
            outlet));
  }

  /** To a webhook endpoint, newest first, after the row with that time and id. */
  public List<DeliveryView> ofEndpoint(
      UUID endpoint, DeliveryStatus status, Instant plannedAt, UUID id, int rows) {
    return withDetails(
        sql.list(
            """
            select * from delivery
             where channel = 'WEBHOOK' and recipient = ? and (?::text is null or status = ?)
               and (planned_at, id) < (?, ?)
             order by planned_at desc, id desc limit ?
            """,
            this::view,
            endpoint.toString(),
            status,
            status,
            plannedAt,
            id,
            rows));
  }

  /** Of an event that is an endpoint's own, in the transaction that has planned it. */
  public Optional<DeliveryView> justPlanned(UUID endpoint, String source, String eventId) {
    return withDetails(
            sql.list(
                """
                select * from delivery
                 where channel = 'WEBHOOK' and recipient = ? and planned_at = now()
                   and event_source = ? and event_id = ?
                """,
                this::view,
                endpoint.toString(),
                source,
                eventId))
        .stream()
        .findFirst();
  }

  public Optional<DeliveryView> find(UUID id) {
    return withDetails(sql.list("select * from delivery where id = ?", this::view, id)).stream()
        .findFirst();
  }

  private List<DeliveryView> withDetails(List<DeliveryView> deliveries) {
    var ids = deliveries.stream().map(DeliveryView::id).toList();
    var attempts =
        grouped(
            """
            select * from delivery_attempt where delivery_id = any(?::uuid[])
             order by delivery_id, attempt
            """,
            DeliveryLog::attempt,
            ids);
    var parts =
        grouped(
            "select * from sms_part where delivery_id = any(?::uuid[]) order by delivery_id, part",
            DeliveryLog::part,
            ids);
    var cases =
        grouped(
            """
            select distinct digest as delivery_id, case_number from delivery
             where digest = any(?::uuid[]) order by case_number
            """,
            row -> row.getString("case_number"),
            ids);
    return deliveries.stream()
        .map(
            delivery ->
                delivery.with(
                    attempts.getOrDefault(delivery.id(), List.of()),
                    parts.get(delivery.id()),
                    cases.get(delivery.id())))
        .toList();
  }

  private <T> Map<UUID, List<T>> grouped(String statement, Sql.Row<T> detail, List<UUID> ids) {
    return sql
        .list(statement, row -> Map.entry(SqlValue.uuid(row, "delivery_id"), detail.read(row)), ids)
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private DeliveryView view(ResultSet row) throws SQLException {
    var message =
        seal.show(row.getString("payload"), Message.class, known -> known, Message.UNREADABLE);
    return new DeliveryView(
        SqlValue.uuid(row, "id"),
        row.getString("case_number"),
        WebhookType.shortName(row.getString("event_type")),
        row.getString("audience"),
        row.getString("outlet"),
        MessageChannel.valueOf(row.getString("channel")),
        row.getString("recipient_masked"),
        row.getString("rule"),
        row.getString("template"),
        message == null ? null : message.subject(),
        message == null ? null : withoutCode(message.text()),
        DeliveryStatus.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getBoolean("possible_duplicate"),
        row.getObject("sms_parts", Integer.class),
        SqlValue.instant(row, "planned_at"),
        SqlValue.instant(row, "next_attempt_at"),
        SqlValue.instant(row, "sent_at"),
        SqlValue.instant(row, "settled_at"),
        webhookId(row),
        SqlValue.uuid(row, "digest"),
        SqlValue.uuid(row, "fallback_of"),
        null,
        List.of(),
        null);
  }

  private static String webhookId(ResultSet row) throws SQLException {
    return row.getString("channel").equals(MessageChannel.WEBHOOK.name())
        ? WebhookId.of(row.getString("event_source"), row.getString("event_id"))
        : null;
  }

  private static DeliveryView.Attempt attempt(ResultSet row) throws SQLException {
    return new DeliveryView.Attempt(
        row.getInt("attempt"),
        row.getString("carrier"),
        row.getString("outcome"),
        row.getObject("code", Integer.class),
        row.getString("error"),
        SqlValue.instant(row, "started_at"),
        SqlValue.instant(row, "finished_at"));
  }

  private static DeliveryView.Part part(ResultSet row) throws SQLException {
    return new DeliveryView.Part(
        row.getInt("part"),
        row.getString("gateway"),
        row.getString("message_id"),
        SqlValue.instant(row, "accepted_at"),
        row.getString("state"),
        row.getString("error"),
        SqlValue.instant(row, "receipt_at"));
  }

  /** A customer's one-time code is nobody else's. */
  private static String withoutCode(String text) {
    return text == null ? null : CODE.matcher(text).replaceAll("*****-*****");
  }
}
