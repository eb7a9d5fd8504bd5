package io.parceldesk.chassis.deadline;

import java.time.Instant;
import java.util.UUID;

/** A row of table {@code deadline_segment}, column by column. */
public record SegmentRow(
    UUID deadlineId, int no, Segment.State state, String reason, Instant fromAt, Instant toAt) {

  Segment segment() {
    return new Segment(state, reason, fromAt, toAt);
  }
}
