package io.parceldesk.inquiry.tracking;

import com.fasterxml.jackson.core.type.TypeReference;
import io.parceldesk.chassis.shipped.ShippedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of the public tracking, in Chinese and English. */
@ApplicationScoped
class TrackingTexts {
  private static final String DEFAULT = "zh";

  private final Map<String, Map<String, String>> texts;

  TrackingTexts() {
    texts = ShippedFile.yaml("tracking/texts.yaml", new TypeReference<>() {});
  }

  /** The language that suits the reader best; Chinese where none does. */
  String languageFor(List<Locale> wanted) {
    return wanted.stream()
        .map(Locale::getLanguage)
        .filter(texts::containsKey)
        .findFirst()
        .orElse(DEFAULT);
  }

  String text(String language, String key) {
    return texts.get(language).get(key);
  }

  /** Null stays null. */
  String text(String language, Enum<?> value) {
    return value == null ? null : text(language, value.name());
  }
}
