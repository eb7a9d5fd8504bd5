package io.parceldesk.notification;

import java.util.List;

/** Something that carries messages away: an SMS gateway, the mail server, the webhook client. */
public interface Carrier {
  /** Such as {@code sms:primary}; shown in metrics and in the log of attempts. */
  String name();

  /** How many messages it carries at once. */
  int window();

  /** The lanes it takes messages from now, the preferred one first. */
  List<String> lanes();

  /** How many messages of the lane it may hold at once now; none while the lane rests. */
  int room(String lane);

  /** How it is, for the operators. */
  default Health health() {
    return Health.WELL;
  }

  /** From the best to the worst; metrics show the ordinal. */
  enum Health {
    WELL,
    /** Being tried with one message. */
    TRYING,
    RESTING,
    UNREACHABLE
  }

  /** Sends and waits for the answer. Failures of the other side are outcomes, never exceptions. */
  Outcome carry(Delivery delivery);
}
