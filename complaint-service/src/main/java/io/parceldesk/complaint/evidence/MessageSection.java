package io.parceldesk.complaint.evidence;

import io.parceldesk.complaint.evidence.Evidence.MessagePart;
import io.parceldesk.complaint.evidence.EvidencePage.Section;
import io.parceldesk.complaint.evidence.EvidencePage.Table;
import java.util.List;
import java.util.stream.Stream;

/** The messages that were sent, on paper. */
final class MessageSection {
  private final EvidenceWords words;

  MessageSection(EvidenceWords words) {
    this.words = words;
  }

  Section of(List<MessagePart> messages) {
    return EvidencePrint.section(
        words.text("messages"),
        new Table(
            words.text("messagesSent"),
            Stream.of("number", "message", "recipient", "channel", "state", "sentAt", "template")
                .map(key -> words.text("column." + key))
                .toList(),
            messages.stream().map(this::row).toList(),
            words.text("noMessages")));
  }

  private List<String> row(MessagePart message) {
    var outlet = message.outlet() == null ? "" : " " + message.outlet();
    return List.of(
        message.caseNumber(),
        words.code("event", message.event()),
        words.code("recipient", message.recipient()) + outlet,
        words.code("messageChannel", message.channel()),
        words.code("messageState", message.state()),
        words.time(message.sentAt()),
        message.template() == null ? "" : message.template());
  }
}
