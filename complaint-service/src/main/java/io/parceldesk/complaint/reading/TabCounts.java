package io.parceldesk.complaint.reading;

import io.parceldesk.chassis.identity.Caller;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
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

/** Counts all tabs of a desk in one read; of role outlet, only the rows of its own outlet. */
@ApplicationScoped
class TabCounts {
  private static final String END_OF_DAY =
      """
      (date_trunc('day', now() at time zone 'Asia/Shanghai') + interval '1 day')
        at time zone 'Asia/Shanghai'\
      """;

  // only columns of index complaint_status_due, so that no row is read for the whole desk
  private static final String COUNT =
      "select %s,\n%s as today\n  from complaint where closed_at is null%s";

  private final Sql sql;
  private final CurrentCaller caller;

  TabCounts(Sql sql, CurrentCaller caller) {
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
    only("outlet", own.isOutletOnly() ? String.valueOf(own.outlet()) : null, where, parameters);
    only("outlet", place.outlet(), where, parameters);
    only("department", place.department(), where, parameters);
    return new Statement(COUNT.formatted(columns(), END_OF_DAY, where), parameters);
  }

  record Statement(String sql, List<Object> parameters) {}

  private static void only(
      String column, String value, StringBuilder where, List<Object> parameters) {
    if (value != null) {
      where.append(" and ").append(column).append(" = ?");
      parameters.add(value);
    }
  }

  private static String columns() {
    return Arrays.stream(Tab.values())
        .map(tab -> tab.column(END_OF_DAY))
        .collect(Collectors.joining(",\n"));
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
