package io.parceldesk.sandbox.servers;

import java.time.Instant;
import java.util.Map;

/**
 * A webhook as it came in.
 *
 * @param outlet the last part of the path it was sent to
 * @param id the {@code webhook-id}
 * @param type what the body calls itself, or null
 * @param headers by lower-case name
 * @param answered the status it was answered with
 */
public record Webhook(
    String outlet,
    String id,
    String type,
    String body,
    Map<String, String> headers,
    Signature signature,
    int answered,
    Instant receivedAt) {
  private static final String CHALLENGE = "webhook.verification";

  /** Whether it asks for proof that somebody wants to be written to here. */
  public boolean isChallenge() {
    return CHALLENGE.equals(type);
  }

  /** What the signature is worth. */
  public enum Signature {
    VALID,
    INVALID,
    /** Nobody has told the receiver this endpoint's secret. */
    UNKNOWN
  }
}
