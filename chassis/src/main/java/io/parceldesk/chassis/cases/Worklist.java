package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Fingerprints;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.identity.Permissions;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Pages of cases, oldest first by opening or by the next deadline. A caller of role outlet gets the
 * rows of its own outlet, and those where it was asked to help.
 */
@ApplicationScoped
public class Worklist {
  private record Entry(UUID id, Instant key) {}

  private final Sql sql;
  private final CurrentCaller caller;
  private final Permissions permissions;
  private final BlindIndex index;

  Worklist(Sql sql, CurrentCaller caller, Permissions permissions, BlindIndex index) {
    this.sql = sql;
    this.caller = caller;
    this.permissions = permissions;
    this.index = index;
  }

  public <C extends Case> Page<CaseFile<C>> page(Cases<C> cases, CaseQuery query) {
    var limit = query.limitOrDefault().rows();
    var entries = entries(statement(cases, query));
    var shown = entries.subList(0, Math.min(limit, entries.size()));
    var last = entries.size() > limit ? shown.get(limit - 1) : null;
    return new Page<>(
        cases.files(shown.stream().map(Entry::id).toList()),
        last == null ? null : new Cursor(last.key(), last.id()).text());
  }

  /** Reads one row more than the page has, to know whether there is another page. */
  public WorklistStatement statement(Cases<?> cases, CaseQuery query) {
    var rows = query.limitOrDefault().rows() + 1;
    return WorklistStatement.of(cases, query, conditions(cases, query), rows);
  }

  private List<Entry> entries(WorklistStatement statement) {
    return sql.list(
        statement.sql(),
        row -> new Entry(SqlValue.uuid(row, "id"), SqlValue.instant(row, "key")),
        statement.parameters().toArray());
  }

  private Conditions conditions(Cases<?> cases, CaseQuery query) {
    var where = new Conditions();
    var own = caller.get();
    where.and(cases.ofOutlet(), own.isOutletOnly() ? String.valueOf(own.outlet()) : null);
    where.and("c.outlet = ?", query.outlet);
    where.and("c.department = ?", query.department);
    where.and("c.assignee = ?", query.assignee);
    where.and("c.tier = ?", query.tier);
    where.and("c.priority = ?", query.priority);
    where.and("c.category = ?", query.category);
    where.and("c.waybill = ?", query.waybill);
    where.and("c.opened_at >= ?", CaseQuery.instant("openedFrom", query.openedFrom));
    where.and("c.opened_at < ?", CaseQuery.instant("openedTo", query.openedTo));
    where.and("c.next_due_at >= ?", CaseQuery.instant("dueFrom", query.dueFrom));
    where.and("c.next_due_at < ?", CaseQuery.instant("dueTo", query.dueTo));
    if (query.breached != null) {
      where.and("c.next_due_at " + (query.breached ? "<=" : ">") + " now()");
    }
    if (Boolean.TRUE.equals(query.legalHold)) {
      where.and(
          "exists (select 1 from legal_hold h where h.case_id = c.id and h.released_at is null)");
    }
    return where.and(ofLevel(cases, query)).and(ofCustomer(cases, query));
  }

  private static Conditions ofLevel(Cases<?> cases, CaseQuery query) {
    var where = new Conditions();
    if (query.asksForLevel()) {
      require(cases, ListFilter.ESCALATION_LEVEL, "escalationLevel");
      var levels = query.escalationLevel.stream().map(Integer::longValue).distinct().toList();
      if (!levels.contains(0L)) {
        where.and("c.escalation_level > 0"); // said so that the index of escalated ones is used
      }
      if (!levels.containsAll(List.of(1L, 2L, 3L)) || levels.contains(0L)) {
        where.and("c.escalation_level = any(?)", levels);
      }
    }
    return where;
  }

  private Conditions ofCustomer(Cases<?> cases, CaseQuery query) {
    var where = new Conditions();
    if (query.asksForCustomer()) {
      require(cases, ListFilter.CUSTOMER, "phone and name");
      requireSightOfContacts(cases);
      search(where, "c.phone_index", index.anyPhone(query.phone));
      search(where, "c.name_index", index.anyName(query.name));
    }
    return where;
  }

  private static void search(Conditions where, String column, Fingerprints wanted) {
    if (wanted != null) {
      where.and(wanted.in(column), wanted.value());
    }
  }

  private static void require(Cases<?> cases, ListFilter filter, String parameter) {
    if (!cases.filters().contains(filter)) {
      throw new DomainException(
          400, "unknown-filter", "These cases cannot be searched by " + parameter);
    }
  }

  /** Who may have contacts revealed may search by them. */
  private void requireSightOfContacts(Cases<?> cases) {
    var reveal = cases.path() + "/{number}/contact-reveal";
    if (!permissions.allows(caller.get().roles(), "POST", reveal)) {
      throw new DomainException(403, "forbidden", "Only who may see contacts may search by them");
    }
  }
}
