package io.parceldesk.notification.sms;

import java.util.UUID;

/**
 * The numbers under which a message is known outside besides the gateway's own id. They follow from
 * the delivery's id, so a message that is sent again carries the same ones and nothing has to be
 * stored before it leaves.
 */
final class SmsReference {
  private SmsReference() {}

  /** The {@code user_message_reference} of a part: 16 bits that receipts repeat. */
  static int ofPart(UUID delivery, int part) {
    return (int) (delivery.getLeastSignificantBits() + part) & 0xffff;
  }

  /** The reference by which a phone puts the parts together: 8 bits. */
  static int ofWhole(UUID delivery) {
    return (int) (delivery.getLeastSignificantBits() >>> 16) & 0xff;
  }
}
