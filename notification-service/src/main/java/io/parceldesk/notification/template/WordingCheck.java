package io.parceldesk.notification.template;

import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.SmsText;
import io.parceldesk.notification.Vocabulary;
import io.parceldesk.notification.Wording;
import io.quarkus.qute.Expression;
import io.quarkus.qute.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether words can be said to anybody: they use known values only, hold nothing personal, and an
 * SMS fits into two segments however long the values get (REG-12, PRV-01).
 */
final class WordingCheck {
  private static final int SEGMENTS = 2;
  private static final Pattern SECTION = Pattern.compile("\\{#(\\w+)");
  private static final Set<String> SECTIONS = Set.of("if", "else");
  private static final Pattern NUMBER =
      Pattern.compile("(?<!\\d)(\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");
  private static final Pattern MAILBOX = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+");
  private static final Pattern LINK_WITH_VALUE = Pattern.compile("https?://[^\\s{]*\\{");

  private final Wording.Id id;
  private final Wording.Source source;
  private final List<FieldError> errors = new ArrayList<>();

  private WordingCheck(Wording.Id id, Wording.Source source) {
    this.id = id;
    this.source = source;
  }

  /** The words, or a refusal that says all that is wrong with them. */
  static Wording accept(
      Wording.Id id, Wording.Source source, Map<String, Object> longest, String signature) {
    var check = new WordingCheck(id, source);
    check.form();
    check.text("/subject", source.subject());
    check.text("/body", source.body());
    check.text("/html", source.html());
    check.refuse();
    var wording = check.parse();
    wording.expressions().forEach(check::known);
    check.refuse();
    check.fits(wording, longest, signature);
    check.refuse();
    return wording;
  }

  private void form() {
    refuseIf(source.body() == null || source.body().isBlank(), "/body", "is required");
    var isSms = id.channel() == MessageChannel.SMS;
    refuseIf(isSms && source.subject() != null, "/subject", "is not for an SMS");
    refuseIf(isSms && source.html() != null, "/html", "is not for an SMS");
    refuseIf(
        !isSms && (source.subject() == null || source.subject().isBlank()),
        "/subject",
        "is required: it states the matter");
  }

  private void text(String pointer, String text) {
    if (text == null) {
      return;
    }
    SECTION
        .matcher(text)
        .results()
        .filter(section -> !SECTIONS.contains(section.group(1)))
        .findFirst()
        .ifPresent(section -> error(pointer, "may use {#if} and {#else}, not " + section.group()));
    refuseIf(NUMBER.matcher(text).find(), pointer, "must not hold a person's phone number");
    refuseIf(MAILBOX.matcher(text).find(), pointer, "must not hold an e-mail address");
    if (id.channel() == MessageChannel.SMS) {
      refuseIf(
          text.contains("【") || text.contains("】"),
          pointer,
          "must not hold 【】: the signature is added");
      refuseIf(
          text.codePoints().anyMatch(c -> !Character.isBmpCodePoint(c)),
          pointer,
          "must not hold emoji: not every phone shows them");
      refuseIf(
          LINK_WITH_VALUE.matcher(text).find(), pointer, "must not hold a link with a value in it");
    }
  }

  private Wording parse() {
    try {
      return new Wording(id, source);
    } catch (TemplateException e) {
      throw new InvalidBody("/body", "is not a template: " + e.getMessage());
    }
  }

  private void known(Expression expression) {
    if (expression.isLiteral()) {
      return;
    }
    var names = Vocabulary.names(id.key());
    var parts = expression.getParts();
    refuseIf(
        expression.hasNamespace() || !names.contains(parts.get(0).getName()),
        "/body",
        "{%s} is not known; there are %s"
            .formatted(expression.toOriginalString(), names.stream().sorted().toList()));
    refuseIf(
        parts.size() > 1, "/body", "{%s} asks too much".formatted(expression.toOriginalString()));
  }

  private void fits(Wording wording, Map<String, Object> longest, String signature) {
    try {
      wording.subject(longest);
      wording.html(longest);
      var body = wording.body(longest);
      if (id.channel() == MessageChannel.SMS) {
        var characters = (signature + body).length();
        refuseIf(
            characters > SmsText.LONGEST || new SmsText(signature + body).segments() > SEGMENTS,
            "/body",
            "can get %d characters long with the signature; two segments hold 134"
                .formatted(characters));
      }
    } catch (TemplateException e) {
      error("/body", "cannot be rendered: " + e.getMessage());
    }
  }

  private void refuseIf(boolean wrong, String pointer, String message) {
    if (wrong) {
      error(pointer, message);
    }
  }

  private void error(String pointer, String message) {
    errors.add(new FieldError(pointer, message));
  }

  private void refuse() {
    if (!errors.isEmpty()) {
      throw new InvalidBody(errors);
    }
  }
}
