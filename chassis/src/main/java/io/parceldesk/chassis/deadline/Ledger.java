package io.parceldesk.chassis.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The running and paused segments of a clock, gapless and in order. From it, a budget and a
 * calendar the due time can be computed again at any time.
 */
public record Ledger(List<Segment> segments) {

  public Ledger {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("A ledger begins with a segment");
    }
  }

  public static Ledger startedAt(Instant at) {
    return new Ledger(List.of(Segment.running(at)));
  }

  Instant startedAt() {
    return segments.get(0).fromAt();
  }

  Segment last() {
    return segments.get(segments.size() - 1);
  }

  public Ledger pause(Instant at, String reason) {
    return then(Segment.paused(reason, at));
  }

  public Ledger resume(Instant at) {
    return then(Segment.running(at));
  }

  public Ledger close(Instant at) {
    var closed = new ArrayList<>(segments);
    closed.set(closed.size() - 1, last().until(at));
    return new Ledger(closed);
  }

  /** What remains of it from the instant on. */
  Ledger from(Instant at) {
    var later =
        segments.stream()
            .filter(segment -> segment.toAt() == null || segment.toAt().isAfter(at))
            .map(
                segment ->
                    segment.fromAt().isBefore(at)
                        ? new Segment(segment.state(), segment.reason(), at, segment.toAt())
                        : segment)
            .toList();
    return later.isEmpty() ? startedAt(at) : new Ledger(later);
  }

  /**
   * The ledger as a due time is read from it: it runs on for ever. A pause that lasts, or in which
   * the clock was stopped, has not given anything back yet.
   */
  Ledger runningOn() {
    var kept = new ArrayList<>(segments);
    while (kept.size() > 1 && !kept.get(kept.size() - 1).runs()) {
      kept.remove(kept.size() - 1);
    }
    var last = kept.get(kept.size() - 1);
    kept.set(kept.size() - 1, Segment.running(last.fromAt()));
    return new Ledger(kept);
  }

  /** Whether the clock ran in the last moment before the instant. */
  boolean ranUntil(Instant at) {
    return segments.stream().anyMatch(s -> s.runs() && s.holdsMomentBefore(at));
  }

  /** Whether the clock ran for some of the time from one instant to the other. */
  boolean runs(Instant from, Instant until) {
    return segments.stream()
        .anyMatch(
            s ->
                s.runs()
                    && s.fromAt().isBefore(until)
                    && (s.toAt() == null || s.toAt().isAfter(from)));
  }

  /** Why it stood still when the day ended, or earlier on that day. */
  String pauseReasonOn(LocalDate day, WorkingCalendar calendar) {
    return segments.stream()
        .filter(s -> !s.runs())
        .filter(s -> s.fromAt().isBefore(calendar.endOf(day)))
        .filter(s -> s.toAt() == null || s.toAt().isAfter(calendar.startOf(day)))
        .reduce((earlier, later) -> later)
        .map(Segment::reason)
        .orElse(null);
  }

  /** The time that it ran until the instant, measured on the wall clock or in working time. */
  Duration runTime(Instant until, BiFunction<Instant, Instant, Duration> measure) {
    return segments.stream()
        .filter(segment -> segment.runs() && segment.fromAt().isBefore(until))
        .map(
            segment ->
                measure.apply(
                    segment.fromAt(),
                    segment.toAt() == null || segment.toAt().isAfter(until)
                        ? until
                        : segment.toAt()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Ledger then(Segment next) {
    var more = new ArrayList<>(close(next.fromAt()).segments);
    more.add(next);
    return new Ledger(more);
  }
}
