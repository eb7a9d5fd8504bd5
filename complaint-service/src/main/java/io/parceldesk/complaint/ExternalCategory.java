package io.parceldesk.complaint;

import java.util.Arrays;

/**
 * What WeChat's express platform calls the types of complaints it passes on, and what they are
 * here. Type 1006 is damage or shortage: who knows better says so with the category.
 */
public enum ExternalCategory {
  DELAY("1004", Category.DELAY),
  LOSS("1005", Category.LOSS),
  DAMAGE_OR_SHORTAGE("1006", Category.DAMAGE),
  ATTITUDE("1007", Category.ATTITUDE),
  OTHER("1008", Category.OTHER);

  private final String code;
  private final Category category;

  ExternalCategory(String code, Category category) {
    this.code = code;
    this.category = category;
  }

  /** {@code code} is one of 1004 to 1008. */
  public static Category categoryOf(String code) {
    return Arrays.stream(values())
        .filter(external -> external.code.equals(code))
        .map(external -> external.category)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No external category: " + code));
  }
}
