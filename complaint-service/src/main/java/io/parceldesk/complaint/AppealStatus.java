package io.parceldesk.complaint;

import java.util.Set;

/** The steps of an appeal to the postal authority (REG-08). */
public enum AppealStatus {
  RECEIVED,
  REPLIED,
  CLOSED;

  boolean leadsTo(AppealStatus next) {
    return successors().contains(next);
  }

  private Set<AppealStatus> successors() {
    return switch (this) {
      case RECEIVED -> Set.of(REPLIED);
      case REPLIED -> Set.of(CLOSED);
      case CLOSED -> Set.of();
    };
  }
}
