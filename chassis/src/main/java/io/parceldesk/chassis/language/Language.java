package io.parceldesk.chassis.language;

import java.util.List;
import java.util.Locale;

/** The languages in which the platform explains itself; Chinese to whoever asks for neither. */
public enum Language {
  CHINESE(Locale.SIMPLIFIED_CHINESE),
  ENGLISH(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** The first of an Accept-Language header's languages that is spoken here. */
  public static Language of(List<Locale> accepted) {
    return accepted.stream()
        .map(Locale::getLanguage)
        .filter(language -> language.equals("zh") || language.equals("en"))
        .findFirst()
        .filter("en"::equals)
        .map(english -> ENGLISH)
        .orElse(CHINESE);
  }

  public Locale locale() {
    return locale;
  }

  /** As a Content-Language header has it. */
  public String tag() {
    return locale.toLanguageTag();
  }
}
