package io.parceldesk.notification;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The HTML side of an e-mail, made from its text: an empty line parts paragraphs; a line such as
 * {@code 投诉编号：CMP-…} becomes a row of a table.
 */
public final class MailLayout {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
      <body style="margin:0;background:#f4f5f7;font-family:'PingFang SC','Microsoft YaHei',Arial,sans-serif;color:#1f2329">
      <div style="max-width:560px;margin:24px auto;background:#fff;border-radius:8px;padding:24px 28px">
      <h1 style="font-size:18px;margin:0 0 16px">%s</h1>
      %s
      </div></body></html>
      """;

  private MailLayout() {}

  public static String html(String locale, String subject, String text) {
    var blocks =
        Arrays.stream(text.split("\\n\\s*\\n"))
            .map(String::strip)
            .filter(block -> !block.isEmpty())
            .map(MailLayout::block)
            .collect(Collectors.joining("\n"));
    var title = escape(subject);
    return PAGE.formatted(escape(locale), title, title, blocks);
  }

  private static String block(String block) {
    var lines = block.split("\\n");
    if (Arrays.stream(lines).allMatch(line -> line.matches("[^：:]{1,24}(：|: ).+"))) {
      return Arrays.stream(lines)
          .map(MailLayout::row)
          .collect(
              Collectors.joining(
                  "", "<table style=\"border-collapse:collapse;margin:12px 0\">", "</table>"));
    }
    return Arrays.stream(lines)
        .map(MailLayout::escape)
        .collect(Collectors.joining("<br>", "<p style=\"line-height:1.6\">", "</p>"));
  }

  private static String row(String line) {
    var parts = line.split("：|: ", 2);
    return "<tr><td style=\"padding:4px 16px 4px 0;color:#646a73\">%s</td><td>%s</td></tr>"
        .formatted(escape(parts[0]), escape(parts[1]));
  }

  /** The same values, safe to stand in HTML. */
  static Map<String, Object> escaped(Map<String, Object> values) {
    var safe = new HashMap<>(values);
    safe.replaceAll((name, value) -> value instanceof String text ? escape(text) : value);
    return safe;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
