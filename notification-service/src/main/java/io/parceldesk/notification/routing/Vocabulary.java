package io.parceldesk.notification.routing;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.notification.ShippedFile;
import io.parceldesk.notification.SmsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The values that words may use, in the recipient's language and time zone. */
@ApplicationScoped
class Vocabulary {
  private static final TypeReference<Map<String, JsonNode>> WORDS = new TypeReference<>() {};

  private final Map<String, JsonNode> words = ShippedFile.read("words.yaml", WORDS);
  private final String company;

  Vocabulary(SmsConfig config) {
    this.company = config.signature();
  }

  /** Every name is there; what the event does not have is null. */
  Map<String, Object> values(Happening happening, String outletName, String locale, ZoneId zone) {
    var language = locale.startsWith("en") ? "en" : "zh-CN";
    var facts = happening.facts();
    var values = new HashMap<String, Object>();
    values.put("number", facts.number());
    values.put("waybill", Masks.waybill(facts.waybill()));
    values.put("outlet", outletName);
    values.put("company", company);
    values.put("kind", word(language, "kind", facts.kind()));
    values.put("priority", word(language, "priority", facts.priority()));
    values.put("level", word(language, "level", String.valueOf(happening.level())));
    values.put("trigger", word(language, "trigger", happening.text("/trigger")));
    values.put("deadline", word(language, "deadline", happening.text("/deadline/kind")));
    values.put("dueAt", time(language, zone, happening.text("/deadline/dueAt")));
    values.put("answerBy", time(language, zone, firstOf(happening, "/answerBy", "/offerBy")));
    values.put("amount", firstOf(happening, "/offered/amount", "/paid/amount", "/claimed/amount"));
    return values;
  }

  /** A code that has no word yet is said as it is. */
  private String word(String language, String table, String code) {
    return code == null ? null : words.get(language).path(table).path(code).asText(code);
  }

  private String time(String language, ZoneId zone, String instant) {
    if (instant == null) {
      return null;
    }
    var format = words.get(language).path("time").asText();
    return DateTimeFormatter.ofPattern(format, Locale.forLanguageTag(language))
        .format(Instant.parse(instant).atZone(zone));
  }

  private static String firstOf(Happening happening, String... pointers) {
    return Stream.of(pointers)
        .map(happening::text)
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }
}
