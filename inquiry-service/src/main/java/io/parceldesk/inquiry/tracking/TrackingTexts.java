package io.parceldesk.inquiry.tracking;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of the public tracking, in Chinese and English. */
@ApplicationScoped
class TrackingTexts {
  private static final String DEFAULT = "zh";

  private final Map<String, Map<String, String>> texts;

  TrackingTexts() {
    try (var file =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("tracking/texts.yaml")) {
      texts = new YAMLMapper().readValue(file, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
