package io.parceldesk.chassis.retention;

import java.time.Instant;
import java.util.List;

/** Data of one kind that is kept for a time and then deleted or anonymised (REG-11). */
public interface DataClass {
  /** As the retention files name it. */
  String name();

  /** What was closed before the time and is still there. */
  List<Overdue> overdue(Instant closedBefore);

  /** Takes what is due and kept by nothing, in small transactions that any replica may do. */
  void clear(Instant closedBefore);

  /**
   * How much is due.
   *
   * @param obstacle what keeps it all the same, or null
   */
  record Overdue(String obstacle, long count) {}
}
