package io.parceldesk.complaint;

import java.time.Instant;

/**
 * What another outlet or department was asked, and what came of it. Question and answer are free
 * text, and kept sealed.
 *
 * @param askedBy who asked
 * @param answeredBy who recorded the answer, or the outlet that gave it by itself; null before
 * @param end why it was not waited for any more without an answer, or null
 */
public record JointQuestion(
    String question,
    Instant askedAt,
    String askedBy,
    String answer,
    Instant answeredAt,
    String answeredBy,
    Instant withdrawnAt,
    End end) {

  /** How a question ends that has no answer. */
  public enum End {
    /** Somebody withdrew it. */
    REQUEST,
    /** The party was asked again, something else. */
    ASKED_AGAIN,
    /** The party handles the complaint itself now. */
    HANDLER,
    /** The complaint was closed. */
    CLOSED,
    /** The complaint was merged; where the question goes on there, it does so with its clock. */
    MERGED
  }

  static JointQuestion asked(String sealed, String by, Instant at) {
    return new JointQuestion(sealed, at, by, null, null, null, null, null);
  }

  boolean isOpen() {
    return answeredAt == null && withdrawnAt == null;
  }

  JointQuestion answered(String sealed, String by, Instant at) {
    return new JointQuestion(question, askedAt, askedBy, sealed, at, by, null, null);
  }

  JointQuestion ended(End why, Instant at) {
    return new JointQuestion(question, askedAt, askedBy, null, null, null, at, why);
  }
}
