package io.parceldesk.chassis.deadline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The deadlines that a case opens with: as rows of {@code deadline} and {@code deadline_segment} to
 * insert, and as the view shows them.
 *
 * @param withoutPolicy kinds that should have started but that no policy fits; the case opens all
 *     the same
 */
public record OpeningClocks(
    List<DeadlineRow> deadlines,
    List<SegmentRow> segments,
    List<DeadlineView> views,
    List<String> withoutPolicy) {
  static OpeningClocks of(List<Clock> clocks, List<String> withoutPolicy) {
    return new OpeningClocks(
        clocks.stream().map(Clock::row).toList(),
        clocks.stream().flatMap(clock -> clock.segmentRows().stream()).toList(),
        DeadlineViews.ofOneCase(clocks.stream().map(Clock::row).toList()),
        withoutPolicy);
  }

  /** When the first of these kinds is due; null where none of them started. */
  public Instant earliestDueAt(String... kinds) {
    return views.stream()
        .filter(view -> List.of(kinds).contains(view.kind()))
        .map(DeadlineView::dueAt)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** When the case needs somebody first. */
  public Instant nextDueAt() {
    return NextDue.of(deadlines);
  }

  /** When the sweep has something to do for them first. */
  Optional<Instant> nextRungAt() {
    return deadlines.stream()
        .map(row -> row.nextRungAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder());
  }
}
