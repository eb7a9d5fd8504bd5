package io.parceldesk.chassis.timeline;

import java.time.Instant;

/**
 * Who did what to a case, when, and what its status was before and after; null where it had none.
 */
public record TimelineEntry(
    Instant at, String actor, String action, String fromStatus, String toStatus, String note) {}
