package io.parceldesk.inquiry.parcel;

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
 * Sender and recipient of parcels: forgotten some time after the arrival, or after the dispatch of
 * what never arrived, unless a case about the parcel is open or somebody is under a legal hold
 * (REG-10, REG-11). Under the lock of the parcel's stream, as whatever is told of it.
 */
@Singleton
class ParcelParties implements DataClass, SubjectData {
  private static final int BATCH = 500;
  private static final int MOST_COUNTED = 100_000;
  private static final String PERIOD_RUNS = "PERIOD_RUNS";

  private static final Set<String> FACTS =
      Set.of("waybill", "route", "dispatched_on", "ending_at", "ending_type");

  private static final String ENDED =
      """
      (p.ending_at < ? or p.ending_at is null and p.dispatched_on
         < (?::timestamptz at time zone 'Asia/Shanghai')::date)
      """;

  private static final String NAMED = "(p.sender is not null or p.recipient is not null)";

  private static final String OBSTACLE =
      """
      case
        when exists (select 1 from inquiry c where c.waybill = p.waybill and c.closed_at is null)
          or exists (select 1 from problem_parcel c where c.waybill = p.waybill and c.closed_at is null)
          or exists (select 1 from pickup c where c.waybill = p.waybill and c.closed_at is null)
        then 'CASE_OPEN'
        when exists (select 1 from legal_hold h where h.released_at is null
          and (h.subjects && array[p.sender_phone_index, p.recipient_phone_index]
            or h.case_id in (
              select c.id from inquiry c where c.waybill = p.waybill
              union all select c.id from problem_parcel c where c.waybill = p.waybill
              union all select c.id from pickup c where c.waybill = p.waybill)))
        then 'LEGAL_HOLD' end
      """;

  private static final String CLEAR =
      """
      with due as (
        select p.id from parcel p join case_stream s on s.case_id = p.id
         where %s and %s and (%s) is null order by p.id limit %d for update of s skip locked)
      update parcel p
         set sender = null, sender_phone_index = null, sender_name_index = null,
             recipient = null, recipient_phone_index = null, recipient_name_index = null,
             version = version + 1
        from due where p.id = due.id
      """
          .formatted(NAMED, ENDED, OBSTACLE, BATCH);

  private final Sql sql;
  private final Transactions transactions;
  private final OpenedRow rows;
  private final RetentionPeriods periods;

  ParcelParties(Sql sql, Transactions transactions, OpenedRow rows, RetentionPeriods periods) {
    this.sql = sql;
    this.transactions = transactions;
    this.rows = rows;
    this.periods = periods;
  }

  @Override
  public String name() {
    return "parcel-parties";
  }

  @Override
  public List<Overdue> overdue(Instant closedBefore) {
    return sql.list(
        """
        select obstacle, count(*) as n from (
          select %s as obstacle from parcel p where %s and %s limit %d) due
         group by obstacle order by obstacle nulls first
        """
            .formatted(OBSTACLE, NAMED, ENDED, MOST_COUNTED),
        row -> new Overdue(row.getString("obstacle"), row.getLong("n")),
        closedBefore,
        closedBefore);
  }

  @Override
  public void clear(Instant closedBefore) {
    var cleared = BATCH;
    while (cleared == BATCH) {
      cleared = transactions.runNew(() -> sql.update(CLEAR, closedBefore, closedBefore));
    }
  }

  @Override
  public String what() {
    return "PARCEL";
  }

  @Override
  public List<Held> held(List<String> subjects, UUID after, int most) {
    return sql.list(
        """
        select id, waybill, ending_at from parcel
         where (sender_phone_index = any(?) or recipient_phone_index = any(?)) and id > ?
         order by id limit ?
        """,
        row ->
            new Held(
                SqlValue.uuid(row, "id"),
                row.getString("waybill"),
                SqlValue.instant(row, "ending_at")),
        subjects,
        subjects,
        after == null ? new UUID(0, 0) : after,
        most);
  }

  @Override
  public JsonNode tell(List<String> subjects, Held one) {
    return rows.of("parcel", one.id(), FACTS, sidesOf(subjects, one.id()));
  }

  /** The sender and the recipient are not told of each other. */
  private List<String> sidesOf(List<String> subjects, UUID id) {
    return sql.list(
        """
        select side from parcel p, lateral (values
          ('sender', sender_phone_index), ('recipient', recipient_phone_index)) s(side, fingerprint)
         where p.id = ? and fingerprint = any(?)
        """,
        row -> row.getString("side"),
        id,
        subjects);
  }

  @Override
  public Verdict erase(List<String> subjects, Held one, String because) {
    sql.list("select 1 from case_stream where case_id = ? for update", row -> null, one.id());
    var obstacle = obstacle(one.id(), periods.erasableBefore(name()));
    if (obstacle.isEmpty()) {
      sidesOf(subjects, one.id()).forEach(side -> clear(side, one.id()));
      return Verdict.ERASED;
    }
    var until =
        obstacle.get().equals(PERIOD_RUNS) && one.closedAt() != null
            ? periods.erasableFrom(name(), one.closedAt())
            : null;
    return new Verdict(obstacle.get(), until);
  }

  private Optional<String> obstacle(UUID id, Instant erasableBefore) {
    return sql.first(
        """
        select obstacle from (
          select coalesce(%s, case when not %s then '%s' end) as obstacle
            from parcel p where p.id = ?) kept where obstacle is not null
        """
            .formatted(OBSTACLE, ENDED, PERIOD_RUNS),
        row -> row.getString("obstacle"),
        erasableBefore,
        erasableBefore,
        id);
  }

  private void clear(String side, UUID id) {
    sql.update(
        """
        update parcel set %1$s = null, %1$s_phone_index = null, %1$s_name_index = null,
               version = version + 1 where id = ?
        """
            .formatted(side),
        id);
  }

  @Override
  public void lock(List<String> subjects) {
    sql.list(
        """
        select case_id from case_stream where case_id in (
          select id from parcel where sender_phone_index = any(?) or recipient_phone_index = any(?))
         order by case_id for update
        """,
        row -> null,
        subjects,
        subjects);
  }
}
