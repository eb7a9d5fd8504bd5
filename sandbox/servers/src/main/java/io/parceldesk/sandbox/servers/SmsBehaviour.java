package io.parceldesk.sandbox.servers;

import java.time.Duration;

/**
 * How an SMSC treats one of its clients. Normal is: every submit answered at once, and every
 * message delivered a moment later.
 *
 * @param answerAfter how long a submit waits for its response
 * @param answer what the response says
 * @param receipt what becomes of the message
 * @param receiptAfter how long after the submit its receipt comes
 * @param decimalReceipts receipts name the message by the decimal form of its hexadecimal id, as
 *     some SMSCs do
 */
public record SmsBehaviour(
    Duration answerAfter,
    Answer answer,
    Receipt receipt,
    Duration receiptAfter,
    boolean decimalReceipts) {

  /** What a client gets for its submit. */
  public enum Answer {
    ACCEPTED,
    /** Nothing at all, although the message is taken. */
    NONE,
    /** Nothing at all, and the message is lost. */
    LOST,
    /** {@code ESME_RTHROTTLED}. */
    THROTTLED,
    /** {@code ESME_RMSGQFUL}. */
    QUEUE_FULL,
    /** {@code ESME_RSYSERR}. */
    SYSTEM_ERROR,
    /** {@code ESME_RINVDSTADR}. */
    INVALID_DESTINATION;

    boolean taken() {
      return this == ACCEPTED || this == NONE;
    }

    boolean silent() {
      return this == NONE || this == LOST;
    }
  }

  /** What a client hears later. */
  public enum Receipt {
    DELIVERED,
    UNDELIVERABLE,
    EXPIRED,
    NONE
  }

  public static SmsBehaviour normal() {
    return new SmsBehaviour(
        Duration.ZERO, Answer.ACCEPTED, Receipt.DELIVERED, Duration.ofMillis(100), false);
  }

  public SmsBehaviour answering(Answer answer) {
    return new SmsBehaviour(answerAfter, answer, receipt, receiptAfter, decimalReceipts);
  }

  public SmsBehaviour answeringAfter(Duration delay) {
    return new SmsBehaviour(delay, answer, receipt, receiptAfter, decimalReceipts);
  }

  public SmsBehaviour receipting(Receipt receipt) {
    return new SmsBehaviour(answerAfter, answer, receipt, receiptAfter, decimalReceipts);
  }

  public SmsBehaviour receiptingAfter(Duration delay) {
    return new SmsBehaviour(answerAfter, answer, receipt, delay, decimalReceipts);
  }

  public SmsBehaviour withDecimalReceipts() {
    return new SmsBehaviour(answerAfter, answer, receipt, receiptAfter, true);
  }
}
