package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.cases.ClockStep.Cancel;
import io.parceldesk.chassis.cases.ClockStep.CustomerSign;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Pause;
import io.parceldesk.chassis.cases.ClockStep.Resume;
import io.parceldesk.chassis.cases.ClockStep.Retarget;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.contracts.CaseEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an aggregate decided: how the timeline tells it, what it does to the clocks, and what is
 * announced. The chassis writes all of it in the transaction of the change.
 *
 * @param action the noun of the action
 * @param from status before, or null for an opening
 * @param to status after
 * @param note for the timeline, or null
 * @param asides what else it means and the timeline tells after it: only action, status and note of
 *     these count
 */
public record Change(
    String action,
    String from,
    String to,
    String note,
    List<ClockStep> clocks,
    List<CaseEvent> events,
    List<Change> asides) {

  public static Change of(String action, Enum<?> from, Enum<?> to) {
    return new Change(
        action,
        from == null ? null : from.name(),
        to.name(),
        null,
        List.of(),
        List.of(),
        List.of());
  }

  /** Something worth telling that leaves the status as it is. */
  public static Change within(String action, String status) {
    return new Change(action, status, status, null, List.of(), List.of(), List.of());
  }

  public Change noting(String text) {
    return new Change(action, from, to, text, clocks, events, asides);
  }

  public Change meets(String... kinds) {
    return steps(Stream.of(kinds).map(Meet::new));
  }

  public Change cancels(String... kinds) {
    return steps(Stream.of(kinds).map(Cancel::new));
  }

  public Change starts(String kind) {
    return starts(kind, null);
  }

  public Change starts(String kind, Instant dueAt) {
    return steps(Stream.of(new Start(kind, dueAt)));
  }

  /** Meets one of several clocks of a kind. */
  public Change meetsAbout(String about, String kind) {
    return steps(Stream.of(new Meet(kind, about)));
  }

  public Change cancelsAbout(String about, String kind) {
    return steps(Stream.of(new Cancel(kind, about)));
  }

  /** Starts one of several clocks of a kind. */
  public Change startsAbout(String about, String kind) {
    return steps(Stream.of(new Start(kind, about, null)));
  }

  /** Tells the timeline of something that it means besides. */
  public Change telling(String aside, String text) {
    return new Change(
        action,
        from,
        to,
        note,
        clocks,
        events,
        plus(asides, Stream.of(within(aside, to).noting(text))));
  }

  public Change pauses(String reason) {
    return steps(Stream.of(new Pause(reason)));
  }

  public Change resumes() {
    return steps(Stream.of(new Resume()));
  }

  public Change hearsFromCustomer() {
    return steps(Stream.of(new CustomerSign()));
  }

  public Change retargets() {
    return steps(Stream.of(new Retarget()));
  }

  public Change announces(CaseEvent event) {
    return new Change(action, from, to, note, clocks, plus(events, Stream.of(event)), asides);
  }

  private Change steps(Stream<? extends ClockStep> more) {
    return new Change(action, from, to, note, plus(clocks, more), events, asides);
  }

  private static <T> List<T> plus(List<T> some, Stream<? extends T> more) {
    return Stream.<T>concat(some.stream(), more).toList();
  }
}
