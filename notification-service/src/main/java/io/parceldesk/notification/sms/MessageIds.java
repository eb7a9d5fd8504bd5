package io.parceldesk.notification.sms;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The forms that a gateway may give one message id: some answer a submit in hexadecimal and report
 * in decimal, or the other way round, or with leading zeros.
 */
final class MessageIds {
  private MessageIds() {}

  /** The id as it is stored. */
  static String stored(String id) {
    var plain = id.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    return plain;
  }

  /** The stored forms that a receipt's id may mean, the likeliest first. */
  static List<String> candidates(String id) {
    var plain = stored(id);
    var candidates = new ArrayList<>(List.of(plain));
    if (plain.matches("\\d+")) {
      candidates.add(new BigInteger(plain).toString(16));
    }
    if (plain.matches("[0-9a-f]+")) {
      candidates.add(new BigInteger(plain, 16).toString());
    }
    return candidates.stream().distinct().toList();
  }
}
