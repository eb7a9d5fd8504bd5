package io.parceldesk.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A message leased for sending.
 *
 * @param attempt counts this one
 * @param attemptsBefore those before it was last sent again by hand
 * @param recipient fingerprint of the address, or the webhook endpoint's id
 * @param possibleDuplicate whether an earlier attempt may have arrived
 * @param message null when it was forgotten or cannot be opened
 * @param caseNumber null for what is about no case
 * @param traceparent the trace that it goes on with, or null
 * @param leaseToken proves that the lease is still ours
 */
public record Delivery(
    UUID id,
    MessageChannel channel,
    String lane,
    int attempt,
    int attemptsBefore,
    String recipient,
    boolean possibleDuplicate,
    String eventSource,
    String eventId,
    Instant eventAt,
    String caseNumber,
    String traceparent,
    UUID leaseToken,
    Message message) {
  /** Which attempt of the present schedule this is, from 1. */
  public int attemptOfSchedule() {
    return attempt - attemptsBefore;
  }
}
