package io.parceldesk.chassis.cases;

import io.parceldesk.contracts.CaseEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an aggregate decided: how the timeline tells it, which deadlines it meets, cancels and
 * starts, and what is announced. The chassis writes all of it in the transaction of the change.
 *
 * @param action the noun of the action
 * @param from status before, or null for an opening
 * @param to status after
 * @param note for the timeline, or null
 */
public record Change(
    String action,
    String from,
    String to,
    String note,
    List<String> meets,
    List<String> cancels,
    List<Start> starts,
    List<CaseEvent> events) {

  /**
   * A deadline to start; {@code dueAt} only where people promise a time, else the policy's budget
   * decides.
   */
  public record Start(String deadline, Instant dueAt) {}

  public static Change of(String action, Enum<?> from, Enum<?> to) {
    return new Change(
        action,
        from == null ? null : from.name(),
        to.name(),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Something worth telling that leaves the status as it is. */
  public static Change within(String action, String status) {
    return new Change(action, status, status, null, List.of(), List.of(), List.of(), List.of());
  }

  public Change noting(String text) {
    return new Change(action, from, to, text, meets, cancels, starts, events);
  }

  public Change meets(String... deadlines) {
    return new Change(
        action, from, to, note, plus(meets, List.of(deadlines)), cancels, starts, events);
  }

  public Change cancels(String... deadlines) {
    return new Change(
        action, from, to, note, meets, plus(cancels, List.of(deadlines)), starts, events);
  }

  public Change starts(String deadline) {
    return starts(deadline, null);
  }

  public Change starts(String deadline, Instant dueAt) {
    return new Change(
        action,
        from,
        to,
        note,
        meets,
        cancels,
        plus(starts, List.of(new Start(deadline, dueAt))),
        events);
  }

  public Change announces(CaseEvent event) {
    return new Change(action, from, to, note, meets, cancels, starts, plus(events, List.of(event)));
  }

  private static <T> List<T> plus(List<T> some, List<T> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
