package io.parceldesk.notification;

import java.time.Duration;
import java.util.List;

/** What came of one attempt to send a message. */
public sealed interface Outcome {

  /** How the log of attempts calls it. */
  String word();

  /** What becomes of the message. */
  DeliveryStatus becomes();

  /** The parts of an SMS that the gateway accepted, whatever became of the others. */
  List<SmsPart> parts();

  /** The other side's answer: an HTTP, SMTP or SMPP status; null without one. */
  default Integer code() {
    return null;
  }

  /** In one sentence without personal data, or null. */
  default String error() {
    return null;
  }

  /** When it is looked at again, or null for its present turn. */
  default Duration after() {
    return null;
  }

  /** Handed over. */
  record Sent(Integer code, List<SmsPart> parts) implements Outcome {
    @Override
    public String word() {
      return "SENT";
    }

    @Override
    public DeliveryStatus becomes() {
      return DeliveryStatus.SENT;
    }
  }

  /**
   * The part, and none after it, may have left, but no answer came; a receipt has until {@code
   * after} to tell.
   */
  record Unknown(int part, String error, Duration after, List<SmsPart> parts) implements Outcome {
    @Override
    public String word() {
      return "UNKNOWN";
    }

    @Override
    public DeliveryStatus becomes() {
      return DeliveryStatus.UNKNOWN;
    }
  }

  /** Refused for now, or not reached. */
  record TryAgain(Integer code, String error, Duration after, List<SmsPart> parts)
      implements Outcome {
    @Override
    public String word() {
      return "TRY_AGAIN";
    }

    @Override
    public DeliveryStatus becomes() {
      return DeliveryStatus.PENDING;
    }
  }

  /** Refused for good. */
  record Refused(Integer code, String error, List<SmsPart> parts) implements Outcome {
    @Override
    public String word() {
      return "REFUSED";
    }

    @Override
    public DeliveryStatus becomes() {
      return DeliveryStatus.FAILED;
    }
  }

  /** The lane cannot take it now: it goes back to its place, and no attempt is counted. */
  record Postponed(List<SmsPart> parts) implements Outcome {
    @Override
    public String word() {
      return "POSTPONED";
    }

    @Override
    public DeliveryStatus becomes() {
      return DeliveryStatus.PENDING;
    }
  }

  /** One accepted part of an SMS, {@code number} from 1, under the id that the gateway gave it. */
  record SmsPart(int number, String gateway, String messageId) {}

  static Outcome sent(Integer code) {
    return new Sent(code, List.of());
  }

  static Outcome tryAgain(Integer code, String error, Duration after) {
    return new TryAgain(code, error, after, List.of());
  }

  static Outcome refused(Integer code, String error) {
    return new Refused(code, error, List.of());
  }

  static Outcome postponed() {
    return new Postponed(List.of());
  }
}
