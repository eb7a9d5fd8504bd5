package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseProfile;
import io.parceldesk.chassis.cases.CustomerTier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Time limits of what is no case, such as a parcel, from the same versioned policies: a limit has a
 * kind and is matched by a category.
 */
@ApplicationScoped
public class TimeLimits {
  private final Rulebooks rulebooks;

  TimeLimits(Rulebooks rulebooks) {
    this.rulebooks = rulebooks;
  }

  /** The limits in force at this time, for all of a transaction's work. */
  public Book at(Instant now) {
    return new Book(rulebooks.current(), now);
  }

  /**
   * A limit.
   *
   * @param warningAt when it is near, as the policy's first warning says; null where it has none
   * @param dueAt the first instant that is too late
   * @param policy id@version
   */
  public record TimeLimit(Instant warningAt, Instant dueAt, String policy) {}

  /** The limits in force at a time. */
  public static final class Book {
    private final Rulebook rules;
    private final Instant now;

    private Book(Rulebook rules, Instant now) {
      this.rules = rules;
      this.now = now;
    }

    /** Empty where no policy fits. */
    public Optional<TimeLimit> limit(String kind, String category, Instant startedAt) {
      var profile =
          new CaseProfile(null, null, category, null, CustomerTier.ORDINARY, false, null, null);
      return rules.applying(kind, profile, now).map(policy -> limit(policy, startedAt));
    }

    private TimeLimit limit(DeadlinePolicy policy, Instant startedAt) {
      var calendar = rules.calendarOf(null);
      var budget = policy.terms().budget();
      var dueAt = budget.dueAt(Ledger.startedAt(startedAt), calendar).at();
      var warningAt =
          RungSchedule.of(policy.terms(), budget, dueAt, calendar).rungs().stream()
              .filter(timed -> timed.rung().action() == Rung.Action.WARNING)
              .filter(timed -> timed.isMeaningful(startedAt))
              .map(RungSchedule.Timed::at)
              .findFirst()
              .orElse(null);
      return new TimeLimit(warningAt, dueAt, policy.reference());
    }
  }
}
