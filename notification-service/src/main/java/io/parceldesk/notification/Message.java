package io.parceldesk.notification;

import io.parceldesk.chassis.contact.Masks;

/**
 * What is sent, ready and rendered; stored sealed.
 *
 * @param address an E.164 number, an e-mail address or the id of a webhook endpoint
 * @param subject of an e-mail, else null
 * @param text of an SMS or e-mail; the JSON body of a webhook
 * @param html of an e-mail, else null
 */
public record Message(String address, String subject, String text, String html) {
  /** A message whose key is not here. */
  static final Message UNREADABLE = new Message(null, null, Masks.UNREADABLE, null);
}
