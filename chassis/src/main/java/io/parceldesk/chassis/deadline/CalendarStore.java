package io.parceldesk.chassis.deadline;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.deadline.CalendarEdit.Action;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads and writes calendars and their history; writers hold the lock of the rules. */
@ApplicationScoped
class CalendarStore {
  private static final String EDITS =
      """
      select stamp, calendar_id, action, year, reason, author, edited_at from calendar_edit
       where calendar_id = any(?) and stamp > ? order by stamp desc limit 50
      """;

  private record YearRow(String calendar, int year, OwnCalendar.Year content) {}

  private final Sql sql;

  CalendarStore(Sql sql) {
    this.sql = sql;
  }

  CalendarBook book() {
    return new CalendarBook(own(), edits(), regions());
  }

  /** Writes the whole calendar; {@code null} as content removes it. */
  void save(CalendarId id, OwnCalendar content) {
    sql.update("delete from calendar_year where calendar_id = ?", id.text());
    if (content == null) {
      sql.update("delete from calendar where id = ?", id.text());
      return;
    }
    sql.update(
        """
        insert into calendar (id, week) values (?, ?::jsonb)
        on conflict (id) do update set week = excluded.week
        """,
        id.text(),
        content.week() == null ? null : RulesJson.write(content.week()));
    content.years().forEach((year, days) -> insert(id, year, days));
  }

  void record(CalendarEdit edit) {
    sql.update(
        """
        insert into calendar_edit (stamp, calendar_id, action, year, reason, author)
        values (?, ?, ?, ?, ?, ?)
        """,
        edit.version(),
        edit.calendar(),
        edit.action(),
        edit.year(),
        edit.reason(),
        edit.author());
  }

  /** Edits of the calendars after the stamp, the newest first, at most 50. */
  List<CalendarEdit> editsSince(long stamp, Collection<String> calendars) {
    return sql.list(EDITS, CalendarStore::edit, calendars, stamp);
  }

  /** The codes of a region's outlets; none where there is no such region. */
  List<String> outletsOf(String region) {
    return sql.list(
        "select code from known_outlet where region = ?", row -> row.getString("code"), region);
  }

  /** Whether anything was ever written for one of these. */
  boolean wereEdited(Collection<String> calendars) {
    return sql.first(
            "select 1 from calendar_edit where calendar_id = any(?) limit 1",
            row -> true,
            calendars)
        .isPresent();
  }

  private void insert(CalendarId id, int year, OwnCalendar.Year content) {
    sql.update(
        """
        insert into calendar_year (calendar_id, year, provisional, days, author)
        values (?, ?, ?, ?::jsonb, ?)
        """,
        id.text(),
        year,
        content.provisional(),
        RulesJson.write(content.days()),
        content.author());
  }

  private Map<String, OwnCalendar> own() {
    var own = new HashMap<String, OwnCalendar>();
    sql.list(
            "select id, week::text as week from calendar",
            row -> Map.entry(row.getString("id"), OwnCalendar.ofWeek(week(row.getString("week")))))
        .forEach(entry -> own.put(entry.getKey(), entry.getValue()));
    var years = new HashMap<String, TreeMap<Integer, OwnCalendar.Year>>();
    for (var row : years()) {
      years.computeIfAbsent(row.calendar(), id -> new TreeMap<>()).put(row.year(), row.content());
    }
    years.forEach(
        (id, some) -> own.computeIfPresent(id, (same, c) -> new OwnCalendar(c.week(), some)));
    return own;
  }

  private List<YearRow> years() {
    return sql.list(
        "select calendar_id, year, provisional, days::text as days, author from calendar_year",
        row ->
            new YearRow(
                row.getString("calendar_id"),
                row.getInt("year"),
                new OwnCalendar.Year(
                    row.getBoolean("provisional"),
                    RulesJson.read(row.getString("days"), new TypeReference<>() {}),
                    row.getString("author"))));
  }

  private Map<String, Long> edits() {
    return sql
        .list(
            "select calendar_id, max(stamp) as stamp from calendar_edit group by calendar_id",
            row -> Map.entry(row.getString("calendar_id"), row.getLong("stamp")))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Of the outlets whose region was edited; the others follow the company's calendar. */
  private Map<String, String> regions() {
    return sql
        .list(
            """
            select code, region from known_outlet
             where 'region:' || region in (select calendar_id from calendar_edit)
            """,
            row -> Map.entry(row.getString("code"), row.getString("region")))
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static WorkWeek week(String json) {
    return json == null ? null : RulesJson.read(json, WorkWeek.class);
  }

  private static CalendarEdit edit(ResultSet row) throws SQLException {
    return new CalendarEdit(
        row.getLong("stamp"),
        row.getString("calendar_id"),
        Action.valueOf(row.getString("action")),
        row.getObject("year", Integer.class),
        row.getString("reason"),
        row.getString("author"),
        SqlValue.instant(row, "edited_at"));
  }
}
