package io.parceldesk.notification.preference;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.notification.MessageChannel;

/** Whom a preference is about. Only the fingerprint is kept. */
record Address(MessageChannel channel, String fingerprint) {
  private static final String MAILBOX = "[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+";

  /** Exactly one of them is given. */
  static Address of(String phone, String email, BlindIndex index) {
    if ((phone == null) == (email == null)) {
      throw new InvalidBody("", "needs either phone or email");
    }
    if (phone != null) {
      return new Address(MessageChannel.SMS, index.phone(Phone.parse(phone, "/phone")));
    }
    if (!email.strip().matches(MAILBOX)) {
      throw new InvalidBody("/email", "is not an e-mail address");
    }
    return new Address(MessageChannel.EMAIL, index.email(email));
  }
}
