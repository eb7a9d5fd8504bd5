package io.parceldesk.chassis.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.rotation.Progress.Place;
import io.parceldesk.chassis.rotation.Progress.Window;
import io.parceldesk.chassis.rotation.SealedTable.Fingerprint;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks a table window by window, and seals anew what is sealed with another key. */
@ApplicationScoped
class Walk {
  private static final int WINDOW = 200;

  private final Sql sql;
  private final Seal seal;
  private final BlindIndex index;
  private final SealedTables tables;

  Walk(Sql sql, Seal seal, BlindIndex index, SealedTables tables) {
    this.sql = sql;
    this.seal = seal;
    this.index = index;
    this.tables = tables;
  }

  private record Row(String key, Map<String, String> sealed) {}

  /** Empty at the end of the table. Rows that somebody else changes just now are passed over. */
  Optional<Window> next(Place place) {
    var declared = tables.byName().get(place.table());
    var statements = new WalkSql(place.table(), declared, types(place.table()));
    var fromStart = place.lastKey() == null;
    return sql.first(
            statements.window(fromStart, WINDOW),
            row -> new Window(row.getString("last"), row.getLong("n"), 0, 0, 0),
            fromStart ? new Object[0] : new Object[] {place.lastKey()})
        .map(window -> reseal(declared, statements, place, window));
  }

  private Window reseal(SealedTable declared, WalkSql statements, Place place, Window window) {
    var fromStart = place.lastKey() == null;
    var bounds = new ArrayList<Object>();
    if (!fromStart) {
      bounds.add(place.lastKey());
    }
    bounds.add(window.lastKey());
    declared.sealed().forEach(column -> bounds.add(seal.currentHead()));
    var found =
        sql.first(statements.count(fromStart), row -> row.getLong("n"), bounds.toArray())
            .orElseThrow();
    if (found == 0) {
      return window;
    }
    var rows =
        sql.list(
            statements.lock(fromStart), row -> row(declared, statements, row), bounds.toArray());
    var tally = new Tally();
    rows.forEach(row -> reseal(declared, statements, row, tally));
    return new Window(window.lastKey(), window.rows(), found, tally.resealed, tally.unreadable);
  }

  private static Row row(SealedTable declared, WalkSql statements, ResultSet row)
      throws SQLException {
    var sealed = new LinkedHashMap<String, String>();
    for (var column : declared.sealed()) {
      var text = statements.isBytes(column) ? latin(row.getBytes(column)) : row.getString(column);
      if (text != null) {
        sealed.put(column, text);
      }
    }
    return new Row(row.getString("row_key"), sealed);
  }

  /** Each byte a character, so that the others come through unharmed. */
  private static String latin(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void reseal(SealedTable declared, WalkSql statements, Row row, Tally tally) {
    var changes = new LinkedHashMap<String, Object>();
    var unreadable = false;
    for (var column : row.sealed().entrySet()) {
      var text = new SealedText(column.getValue(), seal);
      unreadable |= text.unreadable();
      if (text.changed()) {
        changes.put(
            column.getKey(),
            statements.isBytes(column.getKey())
                ? text.toString().getBytes(StandardCharsets.ISO_8859_1)
                : text.toString());
      }
    }
    tally.unreadable += unreadable || changes.isEmpty() ? 1 : 0;
    if (!changes.isEmpty()) {
      tally.resealed++;
      changes.putAll(fingerprints(declared, changes));
      write(statements, row.key(), changes);
    }
  }

  private Map<String, String> fingerprints(SealedTable declared, Map<String, Object> changes) {
    var fresh = new HashMap<String, String>();
    declared
        .fingerprints()
        .forEach(
            (column, fingerprint) -> {
              if (changes.get(fingerprint.of()) instanceof String sealed) {
                var made = made(fingerprint, sealed);
                if (made != null) {
                  fresh.put(column, made);
                }
              }
            });
    return fresh;
  }

  private String made(Fingerprint fingerprint, String sealed) {
    var text = seal.open(sealed, JsonNode.class).at(fingerprint.at()).textValue();
    return text == null ? null : fingerprint.as().of(text, index);
  }

  private void write(WalkSql statements, String key, Map<String, Object> changes) {
    var values = new ArrayList<Object>(changes.values());
    values.add(key);
    sql.update(statements.update(List.copyOf(changes.keySet())), values.toArray());
  }

  private Map<String, String> types(String table) {
    var types = new HashMap<String, String>();
    sql.list(
        """
        select column_name, udt_name from information_schema.columns
         where table_schema = current_schema() and table_name = ?
        """,
        row -> types.put(row.getString("column_name"), row.getString("udt_name")),
        table);
    return types;
  }

  private static final class Tally {
    private long resealed;
    private long unreadable;
  }
}
