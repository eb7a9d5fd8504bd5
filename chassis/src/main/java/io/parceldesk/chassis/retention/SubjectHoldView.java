package io.parceldesk.chassis.retention;

import java.time.Instant;
import java.util.UUID;

/** A legal hold on a person, or on a case where {@code number} is given. */
record SubjectHoldView(
    UUID id,
    String kind,
    String number,
    String subject,
    String reason,
    String placedBy,
    Instant placedAt,
    String releasedBy,
    Instant releasedAt,
    String releaseReason) {}
