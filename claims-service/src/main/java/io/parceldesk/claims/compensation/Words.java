package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.language.Language;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** A sentence in Chinese and in English, from {@code steps_zh} and {@code steps_en.properties}. */
public record Words(String zh, String en) {
  private static final ResourceBundle.Control AS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  static Words of(String key, Object... values) {
    return new Words(
        text(Locale.SIMPLIFIED_CHINESE, key, values), text(Locale.ENGLISH, key, values));
  }

  public String in(Language language) {
    return switch (language) {
      case CHINESE -> zh;
      case ENGLISH -> en;
    };
  }

  private static String text(Locale locale, String key, Object... values) {
    var texts = Arrays.stream(values).map(String::valueOf).toArray();
    return new MessageFormat(bundle(locale).getString(key), locale).format(texts);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "io.parceldesk.claims.compensation.steps", locale, Words.class.getClassLoader(), AS_ASKED);
  }
}
