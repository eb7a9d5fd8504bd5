package io.parceldesk.chassis.rotation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements by which one table is walked, made from its declaration and column types. */
final class WalkSql {
  private final String table;
  private final SealedTable declared;
  private final Map<String, String> types;

  /** {@code types} by column, as PostgreSQL names them. */
  WalkSql(String table, SealedTable declared, Map<String, String> types) {
    this.table = table;
    this.declared = declared;
    this.types = types;
    var missing =
        Stream.of(List.of(declared.key()), declared.sealed(), declared.fingerprints().keySet())
            .flatMap(Collection::stream)
            .filter(column -> !types.containsKey(column))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "privacy/sealed.yaml names what table %s does not have: %s".formatted(table, missing));
    }
  }

  /**
   * The last key of the next window, and how many rows it has; the parameter is where it begins.
   */
  String window(boolean fromStart, int rows) {
    return """
    select k::text as last, n from (
      select %1$s as k, row_number() over (order by %1$s) as n from %2$s%3$s order by %1$s limit %4$d) w
     order by n desc limit 1
    """
        .formatted(declared.key(), table, fromStart ? "" : " where " + after(), rows);
  }

  /** How many rows of the window hold what is sealed with another key than the parameter's. */
  String count(boolean fromStart) {
    return "select count(*) as n from %s where %s".formatted(table, inWindow(fromStart));
  }

  /** Those of them that nobody else holds; they are held until the transaction ends. */
  String lock(boolean fromStart) {
    return "select %s::text as row_key, %s from %s where %s order by %s for no key update skip locked"
        .formatted(
            declared.key(),
            declared.sealed().stream().map(this::read).collect(Collectors.joining(", ")),
            table,
            inWindow(fromStart),
            declared.key());
  }

  /** Nothing but these columns changes: not the version, so that nobody's change is refused. */
  String update(List<String> columns) {
    return "update %s set %s where %s = ?::%s"
        .formatted(
            table,
            columns.stream().map(this::write).collect(Collectors.joining(", ")),
            declared.key(),
            types.get(declared.key()));
  }

  private String inWindow(boolean fromStart) {
    var sealedElsewhere =
        declared.sealed().stream()
            .map(column -> "replace(%s, ?, '') ~ '%s'".formatted(text(column), SealedText.HEAD))
            .collect(Collectors.joining(" or "));
    return "%s%s <= ?::%s and (%s)"
        .formatted(
            fromStart ? "" : after() + " and ",
            declared.key(),
            types.get(declared.key()),
            sealedElsewhere);
  }

  private String after() {
    return "%s > ?::%s".formatted(declared.key(), types.get(declared.key()));
  }

  private String read(String column) {
    return isBytes(column) ? column : column + "::text as " + column;
  }

  /** Bytes keep what is plain ASCII, which sealed values are. */
  private String text(String column) {
    return isBytes(column) ? "encode(" + column + ", 'escape')" : column + "::text";
  }

  private String write(String column) {
    return column + " = ?::" + types.get(column);
  }

  boolean isBytes(String column) {
    return "bytea".equals(types.get(column));
  }
}
