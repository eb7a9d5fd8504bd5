package io.parceldesk.chassis.cases;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a case names besides its customer, by phone or e-mail (REG-10). */
@ApplicationScoped
public class NamedPeople {
  private final Sql sql;
  private final SealedJson sealed;
  private final BlindIndex index;

  NamedPeople(Sql sql, SealedJson sealed, BlindIndex index) {
    this.sql = sql;
    this.sealed = sealed;
    this.index = index;
  }

  /** Somebody in a role, by a fingerprint of the current key. */
  record Entry(String role, String subject) {}

  /** What a case says of somebody. */
  public record Mention(String role, JsonNode data) {}

  /** Those that the columns name. */
  Collection<Entry> in(Cases<?> cases, Map<String, String> columns) {
    var entries = new LinkedHashSet<Entry>();
    for (var named : cases.named()) {
      of(named, columns)
          .flatMap(this::addresses)
          .map(index::address)
          .forEach(subject -> entries.add(new Entry(named.role(), subject)));
    }
    return entries;
  }

  /** What a case says of whoever has one of the fingerprints. */
  public List<Mention> mentions(Cases<?> cases, UUID id, List<String> subjects) {
    var columns = columns(cases, id);
    return cases.named().stream()
        .flatMap(
            named ->
                of(named, columns)
                    .filter(isOneOf(subjects))
                    .map(person -> new Mention(named.role(), person)))
        .toList();
  }

  /** Takes them out of a case whose lock is held; the roles that they had. */
  List<String> erase(Cases<?> cases, UUID id, List<String> subjects) {
    var columns = columns(cases, id);
    var roles = new ArrayList<String>();
    for (var named : cases.named()) {
      if (of(named, columns).anyMatch(isOneOf(subjects))) {
        roles.add(named.role());
        var left =
            sealed.without(
                sealed.read(columns.get(named.column())),
                named.path(),
                named.besides(),
                isOneOf(subjects));
        columns.put(named.column(), sealed.write(left));
        write(cases, id, named.column(), columns.get(named.column()));
      }
    }
    return roles;
  }

  private void write(Cases<?> cases, UUID id, String column, String value) {
    var type =
        sql.first(
                "select pg_typeof(%s)::text as type from %s where id = ?"
                    .formatted(column, cases.table()),
                row -> row.getString("type"),
                id)
            .orElseThrow();
    sql.update(
        "update %s set %s = ?::%s where id = ?".formatted(cases.table(), column, type), value, id);
  }

  private Stream<JsonNode> of(NamedPerson named, Map<String, String> columns) {
    var value = columns.get(named.column());
    return value == null ? Stream.of() : sealed.at(sealed.read(value), named.path());
  }

  private Predicate<JsonNode> isOneOf(List<String> subjects) {
    return person ->
        addresses(person)
            .flatMap(address -> index.anyAddress(address).all().stream())
            .anyMatch(subjects::contains);
  }

  private Stream<String> addresses(JsonNode person) {
    return Stream.of(person.at("/phone/e164").textValue(), person.path("email").textValue())
        .filter(Objects::nonNull);
  }

  /** Those of a case in which somebody may be named, null ones left out. */
  Map<String, String> columns(Cases<?> cases, UUID id) {
    if (cases.named().isEmpty()) {
      return Map.of();
    }
    return sql.first(
            "select %s from %s c where c.id = ?".formatted(select(cases), cases.table()),
            row -> {
              var found = new HashMap<String, String>();
              for (var column : names(cases)) {
                found.put(column, row.getString(column));
              }
              return found;
            },
            id)
        .orElseGet(HashMap::new);
  }

  /** As columns of a query on {@code c}. */
  static String select(Cases<?> cases) {
    return names(cases).stream()
        .map(column -> "c.%1$s::text as %1$s".formatted(column))
        .collect(Collectors.joining(", "));
  }

  static List<String> names(Cases<?> cases) {
    return cases.named().stream().map(NamedPerson::column).distinct().toList();
  }
}
