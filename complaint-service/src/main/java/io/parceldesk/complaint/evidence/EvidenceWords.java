package io.parceldesk.complaint.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of {@code evidence_*.properties}, in Chinese or English; times are Beijing's. */
final class EvidenceWords {
  private static final ResourceBundle.Control AS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final ResourceBundle bundle;
  private final DateTimeFormatter times;
  private final DateTimeFormatter dates;

  /** {@code languageTag} is zh-CN or en. */
  EvidenceWords(String languageTag) {
    var locale = Locale.forLanguageTag(languageTag);
    bundle =
        ResourceBundle.getBundle(
            "io.parceldesk.complaint.evidence.evidence",
            locale,
            EvidenceWords.class.getClassLoader(),
            AS_ASKED);
    times = DateTimeFormatter.ofPattern(text("format.time"), locale).withZone(ZONE);
    dates = DateTimeFormatter.ofPattern(text("format.date"), locale);
  }

  String text(String key) {
    return bundle.getString(key);
  }

  /** What nobody has translated is shown as it is written. */
  String code(String prefix, Object code) {
    if (code == null) {
      return "";
    }
    var key = prefix + "." + code;
    return bundle.containsKey(key) ? bundle.getString(key) : code.toString();
  }

  /** What a rule asks for; empty for one that only this company has. */
  String meaning(String rule) {
    var key = "rule." + rule;
    return bundle.containsKey(key) ? bundle.getString(key) : "";
  }

  String time(Instant at) {
    return at == null ? "" : times.format(at);
  }

  String date(LocalDate on) {
    return on == null ? "" : dates.format(on);
  }

  String yesOrNo(Boolean answer) {
    return answer == null ? "" : text(answer ? "yes" : "no");
  }

  static String percent(BigDecimal share) {
    return share.stripTrailingZeros().toPlainString() + "%";
  }
}
