package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The rules in force, remembered until something newer is stored. Asking the stamp costs one small
 * statement; with it, a policy added through any replica counts at the next opening in all of them.
 */
@ApplicationScoped
class Rulebooks {
  private record CalendarRow(String id, String parent, WorkWeek week, long revision) {}

  private record YearRow(String calendar, int year, boolean provisional, List<CalendarDay> days) {}

  private final Sql sql;
  private final ShippedRules shipped;
  private volatile Rulebook remembered;

  Rulebooks(Sql sql, ShippedRules shipped) {
    this.sql = sql;
    this.shipped = shipped;
  }

  Rulebook current() {
    shipped.storeOnce();
    return asOf(stamp());
  }

  /** The rules as of a stamp that the caller has just read. */
  Rulebook asOf(long stamp) {
    var book = remembered;
    if (book == null || book.stamp() < stamp) {
      book = read();
      remembered = book;
    }
    return book;
  }

  private long stamp() {
    return sql.first("select stamp from deadline_rules", row -> row.getLong(1)).orElseThrow();
  }

  private Rulebook read() {
    // the stamp first: what is written meanwhile has a higher one and is read next time
    var stamp = stamp();
    return new Rulebook(stamp, policies(), calendars());
  }

  private Map<String, List<DeadlinePolicy>> policies() {
    return sql
        .list(
            """
            select id, version, terms::text as terms, effective_from, author, created_at
              from deadline_policy order by id, version
            """,
            row ->
                new DeadlinePolicy(
                    row.getString("id"),
                    row.getInt("version"),
                    RulesJson.read(row.getString("terms"), PolicyTerms.class),
                    SqlValue.instant(row, "effective_from"),
                    row.getString("author"),
                    SqlValue.instant(row, "created_at")))
        .stream()
        .collect(groupingBy(DeadlinePolicy::id));
  }

  private Map<String, WorkingCalendar> calendars() {
    var rows =
        sql
            .list(
                "select id, parent, week::text as week, revision from calendar",
                row ->
                    new CalendarRow(
                        row.getString("id"),
                        row.getString("parent"),
                        row.getString("week") == null
                            ? null
                            : RulesJson.read(row.getString("week"), WorkWeek.class),
                        row.getLong("revision")))
            .stream()
            .collect(Collectors.toMap(CalendarRow::id, Function.identity()));
    var years = years();
    var calendars = new HashMap<String, WorkingCalendar>();
    rows.keySet().forEach(id -> calendars.put(id, inherit(id, lineage(id, rows), years)));
    return calendars;
  }

  private Map<String, List<YearRow>> years() {
    return sql
        .list(
            "select calendar_id, year, provisional, days::text as days from calendar_year",
            row ->
                new YearRow(
                    row.getString("calendar_id"),
                    row.getInt("year"),
                    row.getBoolean("provisional"),
                    RulesJson.read(row.getString("days"), new TypeReference<>() {})))
        .stream()
        .collect(groupingBy(YearRow::calendar));
  }

  /** From the oldest ancestor down to the calendar itself. */
  private static List<CalendarRow> lineage(String id, Map<String, CalendarRow> rows) {
    var lineage = new java.util.ArrayDeque<CalendarRow>();
    for (var row = rows.get(id); row != null; row = rows.get(row.parent())) {
      lineage.addFirst(row);
    }
    return List.copyOf(lineage);
  }

  private static WorkingCalendar inherit(
      String id, List<CalendarRow> lineage, Map<String, List<YearRow>> years) {
    var known = new HashSet<Integer>();
    var days = new LinkedHashMap<LocalDate, CalendarDay>();
    for (var ancestor : lineage) {
      for (var year : years.getOrDefault(ancestor.id(), List.of())) {
        year.days().forEach(day -> days.put(day.date(), day));
        if (!year.provisional()) {
          known.add(year.year());
        }
      }
    }
    var week = lineage.stream().map(CalendarRow::week).filter(Objects::nonNull).reduce((a, b) -> b);
    var revision = lineage.stream().mapToLong(CalendarRow::revision).max().orElseThrow();
    return new WorkingCalendar(id, revision, week.orElseThrow(), known, days);
  }
}
