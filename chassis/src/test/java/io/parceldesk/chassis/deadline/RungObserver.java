package io.parceldesk.chassis.deadline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Raises the sample case as a service would, and fails where it is told to. */
@ApplicationScoped
class RungObserver {
  private final SampleCases cases;
  private final Set<UUID> failing = ConcurrentHashMap.newKeySet();
  private final List<RungFired> seen = new CopyOnWriteArrayList<>();

  RungObserver(SampleCases cases) {
    this.cases = cases;
  }

  void on(@Observes RungFired fired) {
    seen.add(fired);
    if (failing.contains(fired.subject().id())) {
      throw new IllegalStateException("told to fail");
    }
    if (fired.rung().action() == Rung.Action.ESCALATION) {
      cases.changeLocked(
          (SampleCase) fired.subject(),
          fired.now(),
          (subject, now) -> subject.escalate(fired.rung().level()));
    }
  }

  void failFor(UUID caseId) {
    failing.add(caseId);
  }

  void recover() {
    failing.clear();
  }

  List<RungFired> seenOf(UUID caseId) {
    return seen.stream().filter(fired -> fired.subject().id().equals(caseId)).toList();
  }
}
