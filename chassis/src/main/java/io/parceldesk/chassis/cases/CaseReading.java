package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.deadline.Explanations;
import io.parceldesk.chassis.timeline.Timeline;
import jakarta.inject.Singleton;

/** What every {@link CaseResource} reads with. */
@Singleton
public class CaseReading {
  private final Worklist worklist;
  private final Timeline timeline;
  private final Explanations explanations;
  private final Reveal reveal;

  CaseReading(Worklist worklist, Timeline timeline, Explanations explanations, Reveal reveal) {
    this.worklist = worklist;
    this.timeline = timeline;
    this.explanations = explanations;
    this.reveal = reveal;
  }

  Worklist worklist() {
    return worklist;
  }

  Timeline timeline() {
    return timeline;
  }

  Explanations explanations() {
    return explanations;
  }

  Reveal reveal() {
    return reveal;
  }
}
