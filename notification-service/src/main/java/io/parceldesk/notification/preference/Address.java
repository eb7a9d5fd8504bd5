package io.parceldesk.notification.preference;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.notification.MessageChannel;
import java.util.Locale;

/** Whom a preference is about. It is kept sealed, and found by its fingerprint. */
record Address(MessageChannel channel, String text) {
  private static final String MAILBOX = "[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>]+";

  /** Exactly one of them is given. */
  static Address of(String phone, String email) {
    if ((phone == null) == (email == null)) {
      throw new InvalidBody("", "needs either phone or email");
    }
    if (phone != null) {
      return new Address(MessageChannel.SMS, Phone.parse(phone, "/phone").e164());
    }
    if (!email.strip().matches(MAILBOX)) {
      throw new InvalidBody("/email", "is not an e-mail address");
    }
    return new Address(MessageChannel.EMAIL, email.strip().toLowerCase(Locale.ROOT));
  }
}
