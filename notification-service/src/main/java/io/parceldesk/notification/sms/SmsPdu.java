package io.parceldesk.notification.sms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;

/**
 * One part of a message as SMPP wants it: UCS-2, with a concatenation header where there are more.
 */
record SmsPdu(ESMClass esmClass, byte[] bytes) {
  static final GeneralDataCoding UCS2 = new GeneralDataCoding(Alphabet.ALPHA_UCS2);

  private static final byte[] CONCATENATION_8_BIT = {0x05, 0x00, 0x03};

  static SmsPdu whole(String text) {
    return new SmsPdu(new ESMClass(), text.getBytes(StandardCharsets.UTF_16BE));
  }

  static SmsPdu part(String text, int reference, int of, int number) {
    var body = text.getBytes(StandardCharsets.UTF_16BE);
    var bytes =
        ByteBuffer.allocate(CONCATENATION_8_BIT.length + 3 + body.length)
            .put(CONCATENATION_8_BIT)
            .put((byte) reference)
            .put((byte) of)
            .put((byte) number)
            .put(body);
    return new SmsPdu(
        new ESMClass(MessageMode.DEFAULT, MessageType.DEFAULT, GSMSpecificFeature.UDHI),
        bytes.array());
  }
}
