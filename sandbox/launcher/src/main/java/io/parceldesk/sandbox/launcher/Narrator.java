package io.parceldesk.sandbox.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Tells what happens, in plain words. */
final class Narrator {
  private static final String INDENT = "     ";

  private final PrintStream out;

  Narrator(PrintStream out) {
    this.out = out;
  }

  void step(int number, String title) {
    out.printf("%n%d. %s%n", number, title);
  }

  void tell(String text, Object... values) {
    out.println("   " + text.formatted(values));
  }

  void pause() {
    out.println();
  }

  void event(String topic, String type, String subject, String sequence) {
    out.printf("   ⇢ %s: %s of %s (its event no. %s)%n", topic, type, subject, sequence);
  }

  void sms(JsonNode sms) {
    out.printf(
        "   ✆ SMS to %s%n%s%s%n",
        sms.path("destination").asText(), INDENT, sms.path("text").asText());
  }

  void mail(JsonNode mail) {
    out.printf(
        "   ✉ mail to %s%n%s%s%n", mail.path("to").asText(), INDENT, mail.path("subject").asText());
  }

  void webhook(JsonNode webhook) {
    out.printf(
        "   ⚓ webhook to %s: %s, signature %s%n",
        webhook.path("outlet").asText(),
        webhook.path("type").asText(),
        webhook.path("signature").asText().toLowerCase(java.util.Locale.ROOT));
  }
}
