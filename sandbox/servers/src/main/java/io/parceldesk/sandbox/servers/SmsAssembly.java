package io.parceldesk.sandbox.servers;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;

/** Puts the parts of long messages together again, whichever order they come in. */
final class SmsAssembly {
  private final Map<Key, TreeMap<Integer, Part>> incomplete = new HashMap<>();

  private record Key(String gateway, String source, String destination, Integer reference) {}

  private record Part(byte[] bytes, String messageId) {}

  /** The message that this submit completes, if it does. */
  synchronized Optional<Sms> add(
      String gateway, SubmitSm submit, String messageId, Instant receivedAt) {
    var part = SmsPart.of(submit);
    var key = new Key(gateway, submit.getSourceAddr(), submit.getDestAddress(), part.reference());
    var parts = part.reference() == null ? new TreeMap<Integer, Part>() : parts(key);
    parts.put(part.number(), new Part(part.bytes(), messageId));
    if (parts.size() < part.total()) {
      return Optional.empty();
    }
    incomplete.remove(key);
    return Optional.of(message(key, submit, parts, receivedAt));
  }

  private TreeMap<Integer, Part> parts(Key key) {
    return incomplete.computeIfAbsent(key, ignored -> new TreeMap<>());
  }

  private static Sms message(
      Key key, SubmitSm submit, TreeMap<Integer, Part> parts, Instant receivedAt) {
    var bytes = new ByteArrayOutputStream();
    var messageIds = new ArrayList<String>();
    for (var part : parts.values()) {
      bytes.writeBytes(part.bytes());
      messageIds.add(part.messageId());
    }
    return new Sms(
        key.gateway(),
        key.source(),
        key.destination(),
        SmsText.decode(bytes.toByteArray(), submit.getDataCoding()),
        parts.size(),
        messageIds,
        reference(submit),
        receivedAt);
  }

  private static Integer reference(SubmitSm submit) {
    OptionalParameter.User_message_reference reference =
        submit.getOptionalParameter(OptionalParameter.User_message_reference.class);
    return reference == null ? null : reference.getValue() & 0xffff;
  }
}
