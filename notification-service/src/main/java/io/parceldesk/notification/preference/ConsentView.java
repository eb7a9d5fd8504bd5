package io.parceldesk.notification.preference;

import io.parceldesk.notification.MessageChannel;
import java.time.Instant;
import java.util.UUID;

/** A consent as it is shown; the recipient by fingerprint. */
record ConsentView(
    UUID id,
    String recipient,
    MessageChannel channel,
    String proof,
    String author,
    Instant givenAt) {}
