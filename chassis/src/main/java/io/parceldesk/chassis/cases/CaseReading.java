package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.timeline.Timeline;
import jakarta.inject.Singleton;

/** What every {@link CaseResource} reads with. */
@Singleton
public class CaseReading {
  private final Worklist worklist;
  private final Timeline timeline;
  private final Reveal reveal;

  CaseReading(Worklist worklist, Timeline timeline, Reveal reveal) {
    this.worklist = worklist;
    this.timeline = timeline;
    this.reveal = reveal;
  }

  Worklist worklist() {
    return worklist;
  }

  Timeline timeline() {
    return timeline;
  }

  Reveal reveal() {
    return reveal;
  }
}
