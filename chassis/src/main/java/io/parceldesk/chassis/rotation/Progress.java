package io.parceldesk.chassis.rotation;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Remembers how far each table has been walked, for all replicas and across restarts. */
@ApplicationScoped
class Progress {
  private static final String BEGIN =
      """
      insert into key_rotation as r (table_name, key_id) select unnest(?), ?
      on conflict (table_name) do update
        set key_id = excluded.key_id, last_key = null, looked_at = 0, found = 0, unreadable = 0,
            unreadable_rows = 0, resealed = 0, clean_at = null, next_walk_at = clock_timestamp()
        where r.key_id <> excluded.key_id
      """;

  private static final String NEXT =
      """
      select table_name, last_key from key_rotation
       where table_name = any(?) and next_walk_at <= clock_timestamp()
       order by next_walk_at, table_name limit 1 for update skip locked
      """;

  private static final String ADVANCE =
      """
      update key_rotation
         set last_key = ?, looked_at = looked_at + ?, found = found + ?, resealed = resealed + ?,
             unreadable = unreadable + ?
       where table_name = ?
      """;

  /**
   * What a change had in its hands while it was sealed anew is written back as it was: so a walk
   * follows until one has found nothing. Where only keys are missing, once in an hour.
   */
  private static final String FINISH =
      """
      update key_rotation
         set last_key = null, looked_at = 0, found = 0, unreadable = 0,
             unreadable_rows = unreadable,
             clean_at = case when found = 0 then clock_timestamp() end,
             next_walk_at = case when found = 0 then 'infinity'
                                 when found = unreadable then clock_timestamp() + interval '1 hour'
                                 else clock_timestamp() end
       where table_name = ?
      """;

  private static final String AGAIN =
      """
      update key_rotation
         set last_key = null, looked_at = 0, found = 0, unreadable = 0, unreadable_rows = 0,
             clean_at = null, next_walk_at = clock_timestamp()
      """;

  /** Rows still to look at are estimated from the planner's statistics, month by month. */
  private static final String STATE =
      """
      select r.table_name, r.resealed, r.unreadable_rows, r.looked_at, r.clean_at,
             case when r.clean_at is not null then 0
                  else greatest(1, r.unreadable_rows, c.rows - r.looked_at) end as rows_left
        from key_rotation r, lateral (
          select sum(greatest(reltuples, 0))::bigint as rows from pg_class
           where oid = to_regclass(quote_ident(r.table_name))
              or oid in (select inhrelid from pg_inherits
                          where inhparent = to_regclass(quote_ident(r.table_name)))) c
       where r.table_name = any(?) order by r.table_name
      """;

  private final Sql sql;
  private final Seal seal;
  private final SealedTables tables;

  Progress(Sql sql, Seal seal, SealedTables tables) {
    this.sql = sql;
    this.seal = seal;
    this.tables = tables;
  }

  /** Where a walk goes on: behind this key, or at the start. */
  record Place(String table, String lastKey) {}

  /** What was found in one window of a table. */
  record Window(String lastKey, long rows, long found, long resealed, long unreadable) {}

  void begin() {
    sql.update(BEGIN, names(), seal.currentKey());
  }

  /** The table that waits longest; it is this replica's until the transaction ends. */
  Optional<Place> next() {
    return sql.first(
        NEXT, row -> new Place(row.getString("table_name"), row.getString("last_key")), names());
  }

  void advance(String table, Window window) {
    sql.update(
        ADVANCE,
        window.lastKey(),
        window.rows(),
        window.found(),
        window.resealed(),
        window.unreadable(),
        table);
  }

  void finish(String table) {
    sql.update(FINISH, table);
  }

  void again() {
    sql.update(AGAIN);
  }

  List<TableProgress> state() {
    return sql.list(
        STATE,
        row ->
            new TableProgress(
                row.getString("table_name"),
                tables.byName().get(row.getString("table_name")).sealed(),
                row.getLong("looked_at"),
                row.getLong("resealed"),
                row.getLong("rows_left"),
                row.getLong("unreadable_rows"),
                SqlValue.instant(row, "clean_at")),
        names());
  }

  private List<String> names() {
    return List.copyOf(tables.byName().keySet());
  }
}
