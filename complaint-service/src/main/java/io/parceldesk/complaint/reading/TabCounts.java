package io.parceldesk.complaint.reading;

import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.complaint.Complaints;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Counts all tabs of a desk in one read; of role outlet, only the rows that it sees. */
@ApplicationScoped
class TabCounts {
  // one pile for all complaints that every tab treats alike; made of columns of index
  // complaint_status_due, so that no row is read for the whole desk
  private static final String COUNT =
      """
      with day as materialized (
        select (date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '1 day')
                 at time zone 'Asia/Shanghai' as ends_at),
      piles as (
        select status, escalation_level > 0 as escalated, assignee = ? as mine,
               case when next_due_at <= now() then 'OVERDUE'
                    when next_due_at < (select ends_at from day) then 'TODAY' end as due,
               count(*) as n
          from complaint c where closed_at is null%s
         group by 1, 2, 3, 4)
      select %s, (select ends_at from day) as today from piles
      """;

  private final Complaints complaints;
  private final Sql sql;
  private final CurrentCaller caller;

  TabCounts(Complaints complaints, Sql sql, CurrentCaller caller) {
    this.complaints = complaints;
    this.sql = sql;
    this.caller = caller;
  }

  /** How many complaints are in a tab, and where they are listed. */
  record TabView(Tab tab, long count, String cases) {}

  /** Whose desk it is; null for everybody's. */
  record Place(String outlet, String department) {}

  List<TabView> of(Place place) {
    var statement = statement(place);
    return sql.first(statement.sql(), row -> views(row, place), statement.parameters().toArray())
        .orElseThrow();
  }

  /** One read; a desk's own, where it is that of an outlet. */
  Statement statement(Place place) {
    var own = caller.get();
    var parameters = new ArrayList<Object>(List.of(own.name()));
    var where = new StringBuilder();
    var ownOutlet = own.isOutletOnly() ? String.valueOf(own.outlet()) : null;
    only(complaints.ofOutlet(), ownOutlet, where, parameters);
    only("c.outlet = ?", place.outlet(), where, parameters);
    only("c.department = ?", place.department(), where, parameters);
    return new Statement(COUNT.formatted(where, columns()), parameters);
  }

  record Statement(String sql, List<Object> parameters) {}

  private static void only(
      String condition, String value, StringBuilder where, List<Object> parameters) {
    if (value != null) {
      where.append(" and ").append(condition);
      condition.chars().filter(c -> c == '?').forEach(parameter -> parameters.add(value));
    }
  }

  private static String columns() {
    return Arrays.stream(Tab.values()).map(Tab::column).collect(Collectors.joining(", "));
  }

  private List<TabView> views(ResultSet row, Place place) throws SQLException {
    var own = caller.get();
    var today = SqlValue.instant(row, "today");
    var views = new ArrayList<TabView>();
    for (var tab : Tab.values()) {
      views.add(new TabView(tab, row.getLong(tab.name()), list(tab, own, today, place)));
    }
    return views;
  }

  private static String list(Tab tab, Caller own, Instant today, Place place) {
    return "/api/v1/complaints?"
        + tab.query(encoded(own.name()), today.toString())
        + (place.outlet() == null ? "" : "&outlet=" + encoded(place.outlet()))
        + (place.department() == null ? "" : "&department=" + encoded(place.department()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
