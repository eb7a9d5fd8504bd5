package io.parceldesk.acceptance;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** As much of the encoding of protocol buffers as it takes to find fields by their numbers. */
record Protobuf(byte[] message) {
  /** The values of a field that holds texts, bytes or messages. */
  List<byte[]> bytes(int field) {
    var found = new ArrayList<byte[]>();
    var reader = new Reader();
    while (reader.at < message.length) {
      var tag = reader.number();
      var value = reader.value((int) tag & 7);
      if (tag >>> 3 == field && value != null) {
        found.add(value);
      }
    }
    return found;
  }

  List<Protobuf> messages(int field) {
    return bytes(field).stream().map(Protobuf::new).toList();
  }

  String text(int field) {
    return bytes(field).stream()
        .findFirst()
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .orElse("");
  }

  /** Every text in it, at whatever depth, between what is none. */
  String allText() {
    return new String(message, StandardCharsets.UTF_8);
  }

  /** A field that holds a text, bytes or a message of less than 128 bytes. */
  static byte[] field(int number, byte[] value) {
    var field = new ByteArrayOutputStream();
    field.write(number << 3 | 2);
    field.write(value.length);
    field.writeBytes(value);
    return field.toByteArray();
  }

  private final class Reader {
    private int at;

    private long number() {
      var number = 0L;
      for (var shift = 0; ; shift += 7) {
        var next = message[at++];
        number |= (long) (next & 0x7f) << shift;
        if (next >= 0) {
          return number;
        }
      }
    }

    /** Null for numbers, which nobody asks for. */
    private byte[] value(int wireType) {
      switch (wireType) {
        case 0 -> number();
        case 1 -> at += 8;
        case 5 -> at += 4;
        case 2 -> {
          var length = (int) number();
          at += length;
          return Arrays.copyOfRange(message, at - length, at);
        }
        default -> throw new IllegalStateException("Wire type " + wireType);
      }
      return null;
    }
  }
}
