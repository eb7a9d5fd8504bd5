package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.CaseProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The clocks of cases. */
@ApplicationScoped
public class Deadlines {
  public OpeningClocks openFor(CaseProfile profile, Instant openedAt) {
    return new OpeningClocks(List.of(), List.of(), List.of());
  }

  public void start(Case subject, String kind, Instant at, Instant dueAt) {}

  public void meet(Case subject, Collection<String> kinds, Instant at) {}

  public void cancel(Case subject, Collection<String> kinds, Instant at) {}

  public Map<UUID, List<DeadlineView>> of(Collection<UUID> caseIds) {
    return Map.of();
  }
}
