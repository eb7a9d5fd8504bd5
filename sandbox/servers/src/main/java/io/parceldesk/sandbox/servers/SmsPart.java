package io.parceldesk.sandbox.servers;

import java.util.Arrays;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;

/**
 * One submit as a part of a message: which message (its reference), how many parts, which of them.
 * Concatenation is read from the user data header or from the SAR parameters; without either the
 * submit is a whole message.
 */
record SmsPart(Integer reference, int total, int number, byte[] bytes) {
  private static final int CONCATENATION_8_BIT = 0x00;
  private static final int CONCATENATION_16_BIT = 0x08;

  static SmsPart of(SubmitSm submit) {
    var bytes = payload(submit);
    if (submit.isUdhi() && bytes.length > 0) {
      return withHeader(bytes);
    }
    OptionalParameter.Sar_msg_ref_num reference =
        submit.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
    if (reference != null) {
      return new SmsPart(
          reference.getValue() & 0xffff,
          submit.getOptionalParameter(OptionalParameter.Sar_total_segments.class).getValue(),
          submit.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class).getValue(),
          bytes);
    }
    return new SmsPart(null, 1, 1, bytes);
  }

  private static byte[] payload(SubmitSm submit) {
    OptionalParameter payload = submit.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
    return payload == null
        ? submit.getShortMessage()
        : ((OptionalParameter.OctetString) payload).getValue();
  }

  private static SmsPart withHeader(byte[] bytes) {
    var headerEnd = 1 + (bytes[0] & 0xff);
    var text = Arrays.copyOfRange(bytes, headerEnd, bytes.length);
    for (var at = 1; at + 1 < headerEnd; at += 2 + (bytes[at + 1] & 0xff)) {
      var value = at + 2;
      switch (bytes[at]) {
        case CONCATENATION_8_BIT:
          return new SmsPart(bytes[value] & 0xff, bytes[value + 1], bytes[value + 2], text);
        case CONCATENATION_16_BIT:
          var reference = (bytes[value] & 0xff) << 8 | bytes[value + 1] & 0xff;
          return new SmsPart(reference, bytes[value + 2], bytes[value + 3], text);
        default: // other information elements do not concern us
      }
    }
    return new SmsPart(null, 1, 1, text);
  }
}
