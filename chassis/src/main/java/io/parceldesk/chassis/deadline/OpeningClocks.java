package io.parceldesk.chassis.deadline;

import java.util.List;

/** The deadlines that a case opens with, as rows to insert and as the view shows them. */
public record OpeningClocks(List<?> deadlines, List<?> segments, List<DeadlineView> views) {
  public java.time.Instant earliestDueAt(String... kinds) {
    return null;
  }
}
