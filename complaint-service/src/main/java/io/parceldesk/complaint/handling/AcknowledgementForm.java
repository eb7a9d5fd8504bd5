package io.parceldesk.complaint.handling;

import java.time.Instant;

/**
 * When the customer was promised an answer (CMP-16); without a promise the policy's limits hold
 * alone.
 */
record AcknowledgementForm(Instant promisedReplyAt) {}
