package io.parceldesk.notification;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.Template;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The words of one message in one language for one channel. They are Qute templates; a name that
 * nobody supplies is an error, never an empty place.
 */
public final class Wording {
  private static final Engine ENGINE =
      Engine.builder().addDefaults().strictRendering(true).removeStandaloneLines(true).build();

  private final Id id;
  private final Source source;
  private final Template subject;
  private final Template body;
  private final Template html;

  /** Which words: of them the newest version is used. */
  public record Id(String key, MessageChannel channel, String locale, int version) {
    @Override
    public String toString() {
      return key + "/" + locale + "@" + version;
    }
  }

  /** The templates' text; an SMS has no subject, and HTML is made from the body where missing. */
  public record Source(String subject, String body, String html) {}

  public Wording(Id id, Source source) {
    this.id = id;
    this.source = source;
    this.subject = parse(source.subject());
    this.body = parse(source.body());
    this.html = parse(source.html());
  }

  private static Template parse(String text) {
    return text == null ? null : ENGINE.parse(text);
  }

  public Id id() {
    return id;
  }

  public Source source() {
    return source;
  }

  /** Every expression in the templates, such as {@code number}. */
  public List<Expression> expressions() {
    return Stream.of(subject, body, html)
        .filter(Objects::nonNull)
        .flatMap(template -> template.getExpressions().stream())
        .toList();
  }

  public String subject(Map<String, Object> values) {
    return subject == null ? null : oneLine(subject.render(values));
  }

  public String body(Map<String, Object> values) {
    return body.render(values).strip();
  }

  /** Null where the words have no HTML of their own. */
  public String html(Map<String, Object> values) {
    return html == null ? null : html.render(MailLayout.escaped(values));
  }

  /** A line break in a value must not begin another header. */
  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
