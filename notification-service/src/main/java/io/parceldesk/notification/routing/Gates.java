package io.parceldesk.notification.routing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Keeps recipients from being told too much at once. The rows of a batch's recipients are locked in
 * one order until the commit, so that replicas count each other's messages and no two of them open
 * a digest for the same recipient.
 */
@ApplicationScoped
class Gates {
  private static final String LOCK =
      """
      insert into recipient_gate as g (recipient, channel)
      select recipient, channel
        from jsonb_to_recordset(?::jsonb) as r (recipient text, channel text)
       order by recipient, channel
      on conflict (recipient, channel) do update set touched_at = now()
      returning g.recipient, g.channel, g.told::text, g.digest, g.digest_closes_at
      """;
  private static final String UNLOCK =
      """
      update recipient_gate g
         set told = n.told, digest = n.digest, digest_closes_at = n."closesAt"
        from jsonb_to_recordset(?::jsonb) as n (
          recipient text, channel text, told jsonb, digest uuid, "closesAt" timestamptz)
       where g.recipient = n.recipient and g.channel = n.channel
      """;

  private final Sql sql;
  private final ObjectMapper json;
  private final Digests digests;

  Gates(Sql sql, ObjectMapper json, Digests digests) {
    this.sql = sql;
    this.json = json;
    this.digests = digests;
  }

  /** The messages as they may go out: by themselves, by a digest, or not at all. */
  List<Wanted> pass(List<Wanted> wanted, Instant now) {
    var gates = lock(wanted);
    if (gates.isEmpty()) {
      return wanted;
    }
    var passed = wanted.stream().map(each -> pass(each, gates.get(each.gate()), now)).toList();
    sql.update(UNLOCK, write(gates.values().stream().map(gate -> gate.row(now)).toList()));
    return passed;
  }

  private Map<List<String>, Gate> lock(List<Wanted> wanted) {
    var rows =
        wanted.stream()
            .filter(Wanted::isPaced)
            .map(Wanted::gate)
            .distinct()
            .map(gate -> Map.of("recipient", gate.get(0), "channel", gate.get(1)))
            .toList();
    var gates = new HashMap<List<String>, Gate>();
    if (!rows.isEmpty()) {
      sql.list(LOCK, this::gate, write(rows)).forEach(gate -> gates.put(gate.key, gate));
    }
    return gates;
  }

  private Wanted pass(Wanted wanted, Gate gate, Instant now) {
    if (!wanted.isPaced()) {
      return wanted;
    }
    var at = wanted.delivery().firstAttemptAt();
    return switch (gate.told.oneMore(wanted.rule(), at)) {
      case GOES -> wanted;
      case COLLECTED -> wanted.as(delivery -> delivery.toldBy(digestOf(gate, wanted, now)));
      case DROPPED ->
          wanted.as(delivery -> delivery.suppressedFor("too many for this recipient just now"));
    };
  }

  private UUID digestOf(Gate gate, Wanted wanted, Instant now) {
    if (gate.digest == null) {
      gate.closesAt = digests.closingTime(wanted, now);
      gate.digest = digests.open(wanted, gate.closesAt);
    }
    return gate.digest;
  }

  /** One recipient on one channel. */
  private static final class Gate {
    private final List<String> key;
    private final Told told;
    private UUID digest;
    private Instant closesAt;

    Gate(List<String> key, Told told, UUID digest, Instant closesAt) {
      this.key = key;
      this.told = told;
      this.digest = digest;
      this.closesAt = closesAt;
    }

    Row row(Instant now) {
      var times = told.lately(now).stream().map(Instant::toEpochMilli).toList();
      return new Row(key.get(0), key.get(1), times, digest, closesAt);
    }
  }

  private record Row(
      String recipient, String channel, Collection<Long> told, UUID digest, Instant closesAt) {}

  private Gate gate(ResultSet row) throws SQLException {
    return new Gate(
        List.of(row.getString("recipient"), row.getString("channel")),
        new Told(times(row.getString("told"))),
        SqlValue.uuid(row, "digest"),
        SqlValue.instant(row, "digest_closes_at"));
  }

  private List<Instant> times(String told) {
    try {
      var millis = json.readValue(told, long[].class);
      return new ArrayList<>(Arrays.stream(millis).mapToObj(Instant::ofEpochMilli).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String write(Object rows) {
    try {
      return json.writeValueAsString(rows);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
