package io.parceldesk.sandbox.servers;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** What the bytes of a short message say, by its data coding. */
final class SmsText {
  private static final int LATIN_1 = 3;
  private static final int BINARY = 4;
  private static final int UCS_2 = 8;
  private static final int ESCAPE = 0x1b;

  // the GSM 03.38 default alphabet in the order of its codes, one character for each
  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final Map<Integer, Character> GSM_EXTENSION =
      Map.of(
          0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\', 0x3c, '[', 0x3d, '~', 0x3e, ']',
          0x40, '|', 0x65, '€');

  static String decode(byte[] bytes, int dataCoding) {
    return switch (dataCoding) {
      case UCS_2 -> new String(bytes, StandardCharsets.UTF_16BE);
      case LATIN_1 -> new String(bytes, StandardCharsets.ISO_8859_1);
      case BINARY -> HexFormat.of().formatHex(bytes);
      default -> gsm(bytes);
    };
  }

  private static String gsm(byte[] bytes) {
    var text = new StringBuilder();
    for (var i = 0; i < bytes.length; i++) {
      if (bytes[i] == ESCAPE && i + 1 < bytes.length) {
        text.append(GSM_EXTENSION.getOrDefault((int) bytes[++i], ' '));
      } else {
        text.append(GSM.charAt(bytes[i] & 0x7f));
      }
    }
    return text.toString();
  }

  private SmsText() {}
}
