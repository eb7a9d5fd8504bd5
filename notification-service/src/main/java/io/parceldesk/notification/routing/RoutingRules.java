package io.parceldesk.notification.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.shipped.ShippedFile;
import io.parceldesk.chassis.transaction.AfterCommit;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Recent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The newest version of every routing rule. Rules that somebody has edited stay in use. */
@ApplicationScoped
class RoutingRules {
  private static final TypeReference<List<RoutingRule>> RULES = new TypeReference<>() {};
  private static final String NEWEST =
      """
      select r.* from (
        select distinct on (id) * from routing_rule order by id, version desc) r
       order by r.position, r.id
      """;

  private final Transactions transactions;
  private final Sql sql;
  private final ObjectMapper json;
  private final AfterCommit afterCommit;
  private final Recent<List<Versioned>> current;

  /** A rule as it is applied, with its number. */
  record Versioned(RoutingRule rule, int version) {
    String name() {
      return rule.id() + "@" + version;
    }
  }

  /** A rule as it is stored. */
  record Stored(RoutingRule rule, int version, int position, String author, Instant createdAt) {}

  RoutingRules(Transactions transactions, Sql sql, ObjectMapper json, AfterCommit afterCommit) {
    this.transactions = transactions;
    this.sql = sql;
    this.json = json;
    this.afterCommit = afterCommit;
    this.current = new Recent<>(Duration.ofSeconds(5), () -> transactions.run(this::applied));
  }

  /** In the order in which they were written: where two reach one recipient, the first speaks. */
  List<Versioned> current() {
    return current.get();
  }

  /** The newest version of each rule, in their order. */
  List<Stored> newest() {
    return sql.list(NEWEST, this::stored);
  }

  /** The newest first; empty for a rule that there is not. */
  List<Stored> versions(String id) {
    return sql.list(
        "select * from routing_rule where id = ? order by version desc", this::stored, id);
  }

  /** Writers of rules wait for each other. */
  void lock() {
    sql.list("select pg_advisory_xact_lock(hashtext('shipping'))", row -> null);
  }

  /** The position behind all others. */
  int after() {
    return sql.first(
            "select coalesce(max(position), 0) + 1 as p from routing_rule", row -> row.getInt("p"))
        .orElseThrow();
  }

  /** Used by this replica at once, by the others within seconds. */
  Stored add(RoutingRule rule, int version, int position, String author) {
    var definition = write(rule);
    afterCommit.run(current::forget);
    return sql.first(
            """
            insert into routing_rule (id, version, position, definition, hash, author)
            values (?, ?, ?, ?::jsonb, ?, ?) returning *
            """,
            this::stored,
            rule.id(),
            version,
            position,
            definition,
            ShippedFile.hash(String.valueOf(definition)),
            author)
        .orElseThrow();
  }

  static List<RoutingRule> shipped() {
    return ShippedFile.yaml("notifications/routing.yaml", RULES);
  }

  /** Before the first event is taken in. */
  void ship(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    transactions.run(
        () -> {
          lock();
          var rules = shipped();
          for (var position = 0; position < rules.size(); position++) {
            ship(rules.get(position), position);
          }
          return null;
        });
  }

  /** Stores what is new, unless a person's version is in use. */
  private void ship(RoutingRule rule, int position) {
    var definition = write(rule);
    sql.update(
        """
        insert into routing_rule (id, version, position, definition, hash, author)
        select n.id, coalesce(max(r.version), 0) + 1, n.position, n.definition::jsonb, n.hash, n.author
          from (select ? as id, ? as position, ? as definition, ? as hash, ? as author) n
          left join routing_rule r on r.id = n.id
         group by n.id, n.position, n.definition, n.hash, n.author
        having not coalesce(bool_or(r.hash = n.hash), false)
           and not coalesce(bool_or(r.author <> n.author), false)
        """,
        rule.id(),
        position,
        definition,
        ShippedFile.hash(String.valueOf(definition)),
        ShippedFile.AUTHOR);
  }

  private List<Versioned> applied() {
    return newest().stream().map(s -> new Versioned(s.rule(), s.version())).toList();
  }

  private Stored stored(ResultSet row) throws SQLException {
    try {
      return new Stored(
          json.readValue(row.getString("definition"), RoutingRule.class),
          row.getInt("version"),
          row.getInt("position"),
          row.getString("author"),
          SqlValue.instant(row, "created_at"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(RoutingRule rule) {
    try {
      return json.writeValueAsString(rule);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
