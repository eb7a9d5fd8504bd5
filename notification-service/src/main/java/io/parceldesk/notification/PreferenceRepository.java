package io.parceldesk.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
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
                     where o.recipient = r.recipient and o.channel = r.channel
                       and (o.class = r.class or r.class = 'MARKETING')) then 'opted out'
                  when r.class = 'MARKETING' and not exists (
                    select 1 from consent c
                     where c.recipient = r.recipient and c.channel = r.channel) then 'no consent'
             end as objection
        from jsonb_to_recordset(?::jsonb) as r (recipient text, channel text, class text)
      """;

  private final Sql sql;
  private final ObjectMapper json;

  PreferenceRepository(Sql sql, ObjectMapper json) {
    this.sql = sql;
    this.json = json;
  }

  private record Asked(String recipient, MessageChannel channel, String group) {
    Map<String, String> row() {
      return Map.of("recipient", recipient, "channel", channel.name(), "class", group);
    }
  }

  /** Why a message must not go, by {@link PlannedDelivery#key}; others are not in the map. */
  public Map<List<String>, String> objections(Collection<PlannedDelivery> planned) {
    var optional = planned.stream().filter(p -> p.messageClass() != MessageClass.CRITICAL).toList();
    var objections =
        objectionsOf(optional.stream().map(PreferenceRepository::asked).distinct().toList());
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

  private Map<Asked, String> objectionsOf(List<Asked> asked) {
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

  private String rows(List<Asked> asked) {
    try {
      return json.writeValueAsString(asked.stream().map(Asked::row).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
