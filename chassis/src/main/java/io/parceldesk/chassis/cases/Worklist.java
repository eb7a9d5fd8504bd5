package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Pages of cases, oldest first by opening or by the next deadline. A caller of role outlet gets the
 * rows of its own outlet, and those where it was asked to help.
 */
@ApplicationScoped
public class Worklist {
  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  private record Entry(UUID id, Instant key) {}

  private final Sql sql;
  private final CurrentCaller caller;

  Worklist(Sql sql, CurrentCaller caller) {
    this.sql = sql;
    this.caller = caller;
  }

  public <C extends Case> Page<CaseFile<C>> page(Cases<C> cases, CaseQuery query) {
    var limit = query.limitOrDefault().rows();
    var entries = entries(cases, query, limit + 1);
    var shown = entries.subList(0, Math.min(limit, entries.size()));
    var last = entries.size() > limit ? shown.get(limit - 1) : null;
    return new Page<>(
        cases.files(shown.stream().map(Entry::id).toList()),
        last == null ? null : new Cursor(last.key(), last.id()).text());
  }

  private List<Entry> entries(Cases<?> cases, CaseQuery query, int rows) {
    var where = new Conditions();
    if (query.status != null && !query.status.isEmpty()) {
      where.and("c.status = any(?)", query.status);
    }
    var own = caller.get();
    where.and(cases.ofOutlet(), own.isOutletOnly() ? String.valueOf(own.outlet()) : null);
    where.and("c.outlet = ?", query.outlet);
    where.and("c.assignee = ?", query.assignee);
    where.and("c.tier = ?", query.tier);
    where.and("c.category = ?", query.category);
    where.and("c.waybill = ?", query.waybill);
    where.and("c.opened_at >= ?", CaseQuery.instant("openedFrom", query.openedFrom));
    where.and("c.opened_at < ?", CaseQuery.instant("openedTo", query.openedTo));
    where.and("due.at >= ?", CaseQuery.instant("dueFrom", query.dueFrom));
    where.and("due.at < ?", CaseQuery.instant("dueTo", query.dueTo));
    var key =
        query.sortsByDueAt() ? "coalesce(due.at, '" + NEVER + "'::timestamptz)" : "c.opened_at";
    if (query.cursor != null) {
      where.and("(" + key + ", c.id) > (?, ?)", query.cursor.key(), query.cursor.id());
    }
    return sql.list(
        """
        select c.id, %2$s as key from %1$s c
          left join lateral (
            select min(d.due_at) as at from deadline d
             where d.case_id = c.id and d.met_at is null and d.state in ('RUNNING', 'BREACHED')) due on true
         %3$s order by %2$s, c.id limit %4$d
        """
            .formatted(cases.table(), key, where.sql(), rows),
        row -> new Entry(SqlValue.uuid(row, "id"), SqlValue.instant(row, "key")),
        where.values.toArray());
  }

  /** The conditions that the query really has. */
  private static final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** The value stands for each parameter of the condition. */
    void and(String condition, Object value) {
      if (value != null) {
        conditions.add(condition);
        condition.chars().filter(c -> c == '?').forEach(parameter -> values.add(value));
      }
    }

    void and(String condition, Object first, Object second) {
      conditions.add(condition);
      values.add(first);
      values.add(second);
    }

    String sql() {
      return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }
  }
}
