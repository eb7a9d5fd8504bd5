package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.Case;
import io.parceldesk.chassis.cases.ClockStep;
import io.parceldesk.chassis.cases.ClockStep.Cancel;
import io.parceldesk.chassis.cases.ClockStep.CustomerSign;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Pause;
import io.parceldesk.chassis.cases.ClockStep.Resume;
import io.parceldesk.chassis.cases.ClockStep.Retarget;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Does to the clocks of a case what its change asks for; what cannot be is refused. */
@ApplicationScoped
public class ClockSteps {
  private final Deadlines deadlines;

  ClockSteps(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  /** In the transaction that holds the case's lock, with the database's time. */
  public void apply(Case subject, List<ClockStep> steps, Instant now) {
    deadlines.meetThose(
        subject, keys(of(Meet.class, steps), step -> new ClockKey(step.kind(), step.about())), now);
    deadlines.cancelThose(
        subject,
        keys(of(Cancel.class, steps), step -> new ClockKey(step.kind(), step.about())),
        now);
    for (var start : of(Start.class, steps)) {
      deadlines.start(subject, new ClockKey(start.kind(), start.about()), now, start.dueAt());
    }
    of(Pause.class, steps).forEach(pause -> pause(subject, pause.reason(), now));
    of(Resume.class, steps).forEach(resume -> resume(subject, now));
    of(CustomerSign.class, steps).forEach(sign -> deadlines.hearFromCustomer(subject, now));
    of(Retarget.class, steps).forEach(retarget -> deadlines.retarget(subject, now));
  }

  private void pause(Case subject, String reason, Instant now) {
    var allowed = deadlines.pauseReasons(subject);
    if (!allowed.contains(reason)) {
      throw new DomainException(
              422, "pause-reason-not-allowed", "No deadline of the case may pause for " + reason)
          .with("allowedReasons", allowed);
    }
    if (deadlines.pause(subject, reason, now).isEmpty()) {
      throw new DomainException(
          409, "nothing-to-pause", "No deadline is running that may pause for " + reason);
    }
  }

  private void resume(Case subject, Instant now) {
    if (deadlines.resume(subject, now).isEmpty()) {
      throw new DomainException(409, "not-paused", "No deadline of the case stands still");
    }
  }

  private static <T> Set<ClockKey> keys(List<T> steps, Function<T, ClockKey> key) {
    return steps.stream().map(key).collect(Collectors.toSet());
  }

  private static <T extends ClockStep> List<T> of(Class<T> type, List<ClockStep> steps) {
    return steps.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
