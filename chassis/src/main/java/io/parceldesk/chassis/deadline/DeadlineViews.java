package io.parceldesk.chassis.deadline;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns the rows of a case into what its view shows: of each kind, and of each matter that it has
 * clocks about, the newest; soonest due first.
 */
final class DeadlineViews {
  private DeadlineViews() {}

  static Map<UUID, List<DeadlineView>> byCase(Collection<DeadlineRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> row.caseId,
                Collectors.collectingAndThen(Collectors.toList(), DeadlineViews::ofOneCase)));
  }

  static List<DeadlineView> ofOneCase(List<DeadlineRow> rows) {
    return newest(rows).stream().map(Newest::view).toList();
  }

  /** The newest deadline of a kind, or of a kind about one matter. */
  record Newest(UUID id, DeadlineView view) {}

  static List<Newest> newest(List<DeadlineRow> rows) {
    var byId = rows.stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
    var replaced = rows.stream().map(row -> row.previous).collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> !replaced.contains(row.id))
        .map(row -> new Newest(row.id, view(row, byId)))
        .sorted(
            comparing((Newest newest) -> newest.view().dueAt())
                .thenComparing(newest -> newest.view().kind())
                .thenComparing(newest -> newest.view().about(), nullsFirst(naturalOrder())))
        .toList();
  }

  private static DeadlineView view(DeadlineRow row, Map<UUID, DeadlineRow> byId) {
    var previous = byId.get(row.previous);
    return DeadlineView.of(row, previous == null ? null : view(previous, byId));
  }
}
