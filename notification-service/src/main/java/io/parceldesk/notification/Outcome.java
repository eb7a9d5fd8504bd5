package io.parceldesk.notification;

import java.time.Duration;
import java.util.List;

/** What came of one attempt to send a message. */
public sealed interface Outcome {

  /** Handed over; {@code parts} are the SMSC's ids of the parts that were, empty elsewhere. */
  record Sent(Integer code, List<SmsPart> parts) implements Outcome {}

  /** The request may have left, but no answer came; {@code parts} are those that were answered. */
  record Unknown(String error, Duration settleWithin, List<SmsPart> parts) implements Outcome {}

  /** Refused for now, or not reached. */
  record TryAgain(Integer code, String error, Duration after, List<SmsPart> parts)
      implements Outcome {}

  /** Refused for good. */
  record Refused(Integer code, String error, List<SmsPart> parts) implements Outcome {}

  /** The lane cannot take it now: the message goes back to its place, and no attempt is counted. */
  record Postponed(List<SmsPart> parts) implements Outcome {}

  /** One accepted part of an SMS, {@code number} from 1, under the id that the gateway gave it. */
  record SmsPart(int number, String gateway, String messageId) {}

  static Outcome sent(int code) {
    return new Sent(code, List.of());
  }

  static Outcome tryAgain(Integer code, String error, Duration after) {
    return new TryAgain(code, error, after, List.of());
  }

  static Outcome refused(Integer code, String error) {
    return new Refused(code, error, List.of());
  }
}
