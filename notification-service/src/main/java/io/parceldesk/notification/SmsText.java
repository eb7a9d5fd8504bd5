package io.parceldesk.notification;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of a short message, counted as the mainland's carriers do: every character is one, Latin
 * too, the signature included; 70 fit into a single message, 67 into each part of a longer one.
 */
public record SmsText(String text) {
  private static final int SINGLE = 70;
  private static final int PART = 67;

  /** REG-12 allows 500 characters. */
  public static final int LONGEST = 500;

  /** Stands in front of every message, as the carriers demand (REG-12). */
  public static String signature(String company) {
    return "【" + company + "】";
  }

  public SmsText {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("An SMS has at most " + LONGEST + " characters");
    }
  }

  public int segments() {
    return parts().size();
  }

  /** The text in the pieces that it is sent in; characters outside the BMP are never cut in two. */
  public List<String> parts() {
    if (text.length() <= SINGLE) {
      return List.of(text);
    }
    var parts = new ArrayList<String>();
    for (var start = 0; start < text.length(); ) {
      var end = Math.min(start + PART, text.length());
      if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
        end--;
      }
      parts.add(text.substring(start, end));
      start = end;
    }
    return parts;
  }
}
