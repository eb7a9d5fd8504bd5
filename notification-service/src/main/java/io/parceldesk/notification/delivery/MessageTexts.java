package io.parceldesk.notification.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.retention.DataClass;
import io.parceldesk.chassis.retention.OpenedRow;
import io.parceldesk.chassis.retention.RetentionPeriods;
import io.parceldesk.chassis.retention.SubjectData;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Addresses and texts of messages: forgotten after half a year (REG-12), so that the log of
 * deliveries names nobody any more. A person's can be erased from then on only, as the law asks to
 * keep them until then; those of somebody under a legal hold stay.
 */
@Singleton
class MessageTexts implements DataClass, SubjectData {
  private static final int BATCH = 5_000;
  private static final int MOST_COUNTED = 100_000;
  private static final String PERIOD_RUNS = "PERIOD_RUNS";
  private static final Set<String> FACTS =
      Set.of("channel", "class", "status", "case_number", "event_type", "planned_at", "sent_at");

  static final String HELD =
      """
      exists (select 1 from legal_hold h where d.recipient = any(h.subjects) and h.released_at is null)
      """;

  /** Ids begin with the time; a run looks back far enough for a service that rested for weeks. */
  private static final String DUE =
      """
      select d.id from delivery d
       where d.id >= %s and d.id < %s and d.payload is not null
         and d.status not in ('PENDING', 'SENDING') and not %s limit %%d
      """
          .formatted(
              firstOf("?::timestamptz - interval '90 days'"), firstOf("?::timestamptz"), HELD);

  private static final String FORGET =
      "update delivery set payload = null, fallback = null where id in (%s)"
          .formatted(DUE.formatted(BATCH));

  private final Sql sql;
  private final Transactions transactions;
  private final OpenedRow rows;
  private final RetentionPeriods periods;

  MessageTexts(Sql sql, Transactions transactions, OpenedRow rows, RetentionPeriods periods) {
    this.sql = sql;
    this.transactions = transactions;
    this.rows = rows;
    this.periods = periods;
  }

  @Override
  public String name() {
    return "message-texts";
  }

  @Override
  public List<Overdue> overdue(Instant closedBefore) {
    return sql.list(
        "select count(*) as n from (%s) due".formatted(DUE.formatted(MOST_COUNTED)),
        row -> new Overdue(null, row.getLong("n")),
        closedBefore,
        closedBefore);
  }

  @Override
  public void clear(Instant closedBefore) {
    var forgotten = BATCH;
    while (forgotten == BATCH) {
      forgotten = transactions.runNew(() -> sql.update(FORGET, closedBefore, closedBefore));
    }
  }

  @Override
  public String what() {
    return "MESSAGE";
  }

  @Override
  public List<Held> held(List<String> subjects, UUID after, int most) {
    return sql.list(
        """
        select id, planned_at from delivery
         where recipient = any(?) and payload is not null and outlet is null and id > ?
         order by id limit ?
        """,
        row ->
            new Held(
                SqlValue.uuid(row, "id"), row.getString("id"), SqlValue.instant(row, "planned_at")),
        subjects,
        after == null ? new UUID(0, 0) : after,
        most);
  }

  @Override
  public JsonNode tell(List<String> subjects, Held one) {
    return rows.of("delivery", one.id(), FACTS, Set.of("payload"));
  }

  @Override
  public Verdict erase(List<String> subjects, Held one, String because) {
    var obstacle = obstacle(one.id(), periods.erasableBefore(name()));
    if (obstacle.isEmpty()) {
      sql.update("update delivery set payload = null, fallback = null where id = ?", one.id());
      return Verdict.ERASED;
    }
    return new Verdict(
        obstacle.get(),
        obstacle.get().equals(PERIOD_RUNS) ? periods.erasableFrom(name(), one.closedAt()) : null);
  }

  private Optional<String> obstacle(UUID id, Instant erasableBefore) {
    return sql.first(
        """
        select obstacle from (
          select case when d.status in ('PENDING', 'SENDING') then 'OPEN'
                      when %s then 'LEGAL_HOLD'
                      when d.planned_at >= ? then '%s' end as obstacle
            from (select * from delivery where id = ? for update) d) kept
         where obstacle is not null
        """
            .formatted(HELD, PERIOD_RUNS),
        row -> row.getString("obstacle"),
        erasableBefore,
        id);
  }

  /** The smallest id of a delivery that was planned then. */
  private static String firstOf(String time) {
    return """
    (lpad(to_hex((extract(epoch from %s) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid
    """
        .formatted(time);
  }
}
