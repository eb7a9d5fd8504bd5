package io.parceldesk.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What recipients do not want. Critical messages are not asked about: they may always go. */
@ApplicationScoped
public class PreferenceRepository {
  private static final String OBJECTIONS =
      """
      select r.recipient, r.channel, r.class,
             case when exists (
                    select 1 from opt_out o
                     where o.recipient = any(r.fingerprints) and o.channel = r.channel
                       and (o.class = r.class or r.class = 'MARKETING')) then 'opted out'
                  when r.class = 'MARKETING' and not exists (
                    select 1 from consent c
                     where c.recipient = any(r.fingerprints) and c.channel = r.channel) then 'no consent'
             end as objection
        from jsonb_to_recordset(?::jsonb) as r (
               recipient text, fingerprints text[], channel text, class text)
      """;

  private final Sql sql;
  private final ObjectMapper json;
  private final BlindIndex index;

  PreferenceRepository(Sql sql, ObjectMapper json, BlindIndex index) {
    this.sql = sql;
    this.json = json;
    this.index = index;
  }

  private record Asked(String recipient, MessageChannel channel, String group) {}

  /** What is known of somebody may bear the fingerprint of another key still. */
  private Map<String, Object> row(Asked asked, PlannedDelivery delivery) {
    var known = delivery.channel() != MessageChannel.WEBHOOK && delivery.message() != null;
    return Map.of(
        "recipient", asked.recipient(),
        "fingerprints",
            known
                ? index.anyAddress(delivery.message().address()).all()
                : List.of(asked.recipient()),
        "channel", asked.channel(),
        "class", asked.group());
  }

  /** Why a message must not go, by {@link PlannedDelivery#key}; others are not in the map. */
  public Map<List<String>, String> objections(Collection<PlannedDelivery> planned) {
    var optional = planned.stream().filter(p -> p.messageClass() != MessageClass.CRITICAL).toList();
    var rows = new LinkedHashMap<Asked, Map<String, Object>>();
    optional.forEach(
        delivery -> rows.computeIfAbsent(asked(delivery), asked -> row(asked, delivery)));
    var objections = objectionsOf(rows.values());
    var byKey = new HashMap<List<String>, String>();
    for (var delivery : optional) {
      var objection = objections.get(asked(delivery));
      if (objection != null) {
        byKey.put(delivery.key(), objection);
      }
    }
    return byKey;
  }

  private static Asked asked(PlannedDelivery delivery) {
    return new Asked(delivery.recipient(), delivery.channel(), delivery.messageClass().name());
  }

  private Map<Asked, String> objectionsOf(Collection<Map<String, Object>> asked) {
    var objections = new HashMap<Asked, String>();
    if (!asked.isEmpty()) {
      sql.list(
          OBJECTIONS,
          row ->
              objections.put(
                  new Asked(
                      row.getString("recipient"),
                      MessageChannel.valueOf(row.getString("channel")),
                      row.getString("class")),
                  row.getString("objection")),
          rows(asked));
    }
    return objections;
  }

  private String rows(Collection<Map<String, Object>> asked) {
    try {
      return json.writeValueAsString(asked);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
