package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the open deadlines that rules would move: what is behind is seen from the rows alone. */
@ApplicationScoped
class Behind {
  /** About so many are open: enough of them for a batch of cases. */
  private static final int DEADLINES_A_CASE = 4;

  private static final String OF_POLICY =
      """
      select case_id from deadline
       where state in ('RUNNING', 'PAUSED') and policy_id = ? and policy_version < ?
      """;

  // the company's calendar is above all others; then the outlets whose calendar is newer still,
  // each looked up in the index (offset 0 keeps it so, however many there are)
  private static final String OF_CALENDARS =
      """
      select case_id from deadline
       where state in ('RUNNING', 'PAUSED') and calendar_revision < ?
      union all
      select d.case_id from unnest(?::text[], ?::bigint[]) as newer(id, revision)
       cross join lateral (
         select case_id from deadline
          where calendar_id = newer.id and calendar_revision < newer.revision
            and calendar_revision >= ? and state in ('RUNNING', 'PAUSED') offset 0) d
      """;

  /** The case of each deadline that is behind, as a query. */
  record Query(String sql, Object... parameters) {}

  /** Cases, and how many of their deadlines are behind. */
  record Sample(List<UUID> cases, long deadlines) {}

  private final Sql sql;

  Behind(Sql sql) {
    this.sql = sql;
  }

  static Query policy(DeadlinePolicy newest) {
    return new Query(OF_POLICY, newest.id(), newest.version());
  }

  static Query calendars(CalendarBook book) {
    var companys = book.get(CalendarId.COMPANY.text()).revision();
    var newer = book.newerThanCompanys();
    return new Query(
        OF_CALENDARS, companys, List.copyOf(newer.keySet()), List.copyOf(newer.values()), companys);
  }

  /** A batch of cases, those left out that are not to be tried now. */
  List<UUID> cases(Query query, Collection<UUID> leftOut) {
    return sql.list(
        """
        select distinct case_id from (
          select case_id from (%s) b where not case_id = any(?::uuid[]) limit %d) found
         limit %d
        """
            .formatted(query.sql(), DEADLINES_A_CASE * LockedCases.BATCH, LockedCases.BATCH),
        row -> SqlValue.uuid(row, "case_id"),
        plus(query, leftOut));
  }

  long count(Query query) {
    return sql.first(
            "select count(*) from (%s) b".formatted(query.sql()),
            row -> row.getLong(1),
            query.parameters())
        .orElseThrow();
  }

  /** So many of the cases at most, spread over all and the same ones each time. */
  Sample sample(Query query, int most) {
    var counts =
        sql.list(
            """
            select case_id, count(*) as deadlines from (%s) b
             group by case_id order by uuid_hash_extended(case_id, 0) limit %d
            """
                .formatted(query.sql(), most),
            row -> Map.entry(SqlValue.uuid(row, "case_id"), row.getLong("deadlines")),
            query.parameters());
    return new Sample(
        counts.stream().map(Map.Entry::getKey).toList(),
        counts.stream().mapToLong(Map.Entry::getValue).sum());
  }

  private static Object[] plus(Query query, Object last) {
    var all = Arrays.copyOf(query.parameters(), query.parameters().length + 1);
    all[all.length - 1] = last;
    return all;
  }
}
