package io.parceldesk.complaint;

import io.parceldesk.chassis.cases.CaseStatus;
import java.util.Set;

/** The steps of an appeal to the postal authority (REG-08). */
public enum AppealStatus implements CaseStatus<AppealStatus> {
  RECEIVED,
  REPLIED,
  CLOSED;

  @Override
  public Set<AppealStatus> successors() {
    return switch (this) {
      case RECEIVED -> Set.of(REPLIED);
      case REPLIED -> Set.of(CLOSED);
      case CLOSED -> Set.of();
    };
  }
}
