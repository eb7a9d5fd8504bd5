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
   * @param dueAt the first instant that is too late
   * @param policy id@version
   */
  public record TimeLimit(Instant dueAt, String policy) {}

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
      return rules
          .applying(kind, profile, now)
          .map(policy -> new TimeLimit(dueAt(policy, startedAt), policy.reference()));
    }

    private Instant dueAt(DeadlinePolicy policy, Instant startedAt) {
      var ledger = Ledger.startedAt(startedAt);
      return policy.terms().budget().dueAt(ledger, rules.calendarOf(null)).at();
    }
  }
}
