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
  private final LegalHolds holds;

  CaseReading(
      Worklist worklist,
      Timeline timeline,
      Explanations explanations,
      Reveal reveal,
      LegalHolds holds) {
    this.worklist = worklist;
    this.timeline = timeline;
    this.explanations = explanations;
    this.reveal = reveal;
    this.holds = holds;
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

  LegalHolds holds() {
    return holds;
  }
}
