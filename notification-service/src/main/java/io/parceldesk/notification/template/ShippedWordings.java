package io.parceldesk.notification.template;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.shipped.ShippedFile;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The words that come with the service, from {@code messages.yaml}: key, channel, language. */
final class ShippedWordings {
  private static final TypeReference<Map<String, Map<MessageChannel, Map<String, JsonNode>>>>
      MESSAGES = new TypeReference<>() {};

  private ShippedWordings() {}

  /** Version 0 stands for: not numbered yet. */
  static List<Wording> read() {
    var wordings = new ArrayList<Wording>();
    ShippedFile.yaml("notifications/messages.yaml", MESSAGES)
        .forEach(
            (key, channels) ->
                channels.forEach(
                    (channel, locales) ->
                        locales.forEach(
                            (locale, words) ->
                                wordings.add(
                                    new Wording(
                                        new Wording.Id(key, channel, locale, 0), source(words))))));
    return wordings;
  }

  /** An SMS is a text; an e-mail has a subject and a body. */
  private static Wording.Source source(JsonNode words) {
    return words.isTextual()
        ? new Wording.Source(null, words.asText(), null)
        : new Wording.Source(words.get("subject").asText(), words.get("body").asText(), null);
  }
}
