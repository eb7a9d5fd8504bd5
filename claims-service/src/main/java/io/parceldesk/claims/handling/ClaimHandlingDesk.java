package io.parceldesk.claims.handling;

import static io.parceldesk.claims.ClaimTermsVersion.SHIPPED;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.claims.ClaimRules;
import io.parceldesk.claims.ClaimTerms;
import io.parceldesk.claims.ClaimTermsVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Where admins read and write how claims are handled. A version is added, never changed. */
@ApplicationScoped
class ClaimHandlingDesk {
  private static final Duration FARTHEST = Duration.ofDays(3653);

  private final ClaimRules rules;
  private final Transactions transactions;
  private final CurrentCaller caller;

  ClaimHandlingDesk(ClaimRules rules, Transactions transactions, CurrentCaller caller) {
    this.rules = rules;
    this.transactions = transactions;
    this.caller = caller;
  }

  ClaimHandlingView get() {
    return new ClaimHandlingView(rules.current(), rules.versions());
  }

  /** The next version of the terms that the caller has read. */
  ClaimTermsVersion amend(IfMatch ifMatch, ClaimHandlingForm form) {
    var terms = terms(form);
    return transactions.run(
        () -> {
          rules.lock();
          var newest = rules.versions().size();
          ifMatch.require(newest);
          var now = rules.now();
          var version =
              new ClaimTermsVersion(newest + 1, terms, effectiveFrom(form, now), author(), now);
          rules.add(version);
          return version;
        });
  }

  /** Nothing that was decided is decided by other terms afterwards. */
  private static Instant effectiveFrom(ClaimHandlingForm form, Instant now) {
    if (form.effectiveFrom() == null) {
      return now;
    }
    if (form.effectiveFrom().isBefore(now)) {
      throw new InvalidBody("/effectiveFrom", "must not lie in the past");
    }
    if (form.effectiveFrom().isAfter(now.plus(FARTHEST))) {
      throw new InvalidBody("/effectiveFrom", "must lie less than ten years ahead");
    }
    return form.effectiveFrom();
  }

  private static ClaimTerms terms(ClaimHandlingForm form) {
    try {
      return ClaimRules.termsOf(form.terms());
    } catch (JsonProcessingException e) {
      throw InvalidBody.unreadable("/terms", e);
    }
  }

  /** Nobody passes for the platform itself. */
  private String author() {
    var name = caller.get().name();
    return name.equals(SHIPPED) ? name + " (admin)" : name;
  }
}
