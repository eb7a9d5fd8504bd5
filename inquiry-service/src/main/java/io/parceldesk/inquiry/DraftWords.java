package io.parceldesk.inquiry;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.shipped.ShippedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of drafts by language, from {@code drafts.yaml}; values stand in braces. */
@ApplicationScoped
class DraftWords {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");

  private final Map<String, Map<String, String>> words;

  DraftWords() {
    words = ShippedFile.yaml("drafts.yaml", new TypeReference<>() {});
  }

  static String languageOf(String locale) {
    return locale.startsWith("en") ? "en" : "zh-CN";
  }

  /** What a customer wrote is put in as it is: it is no pattern. */
  String say(String language, String key, Map<String, Object> values) {
    var text = words.get(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("There are no words for " + key + " in " + language);
    }
    return VALUE
        .matcher(text.strip())
        .replaceAll(found -> Matcher.quoteReplacement("" + values.get(found.group(1))));
  }

  String time(String language, Instant at) {
    return at == null ? "" : format(language, "time", at);
  }

  String date(String language, Instant at) {
    return format(language, "date", at);
  }

  private String format(String language, String key, Instant at) {
    return DateTimeFormatter.ofPattern(
            words.get(language).get(key), Locale.forLanguageTag(language))
        .format(at.atZone(ZONE));
  }
}
