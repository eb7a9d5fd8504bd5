package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.shipped.ShippedFile;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where admins read and write deadline policies. A version is added, never changed. */
@ApplicationScoped
class PolicyDesk {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,59}");

  private static final String ADD =
      """
      insert into deadline_policy
        (id, version, terms, content_hash, effective_from, author, created_at)
      values (?, ?, ?::jsonb, ?, ?, ?, ?)
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final Rulebooks rulebooks;
  private final DryRuns dryRuns;
  private final CurrentCaller caller;
  private final Instance<Cases<?>> cases;

  PolicyDesk(
      Sql sql,
      Transactions transactions,
      Rulebooks rulebooks,
      DryRuns dryRuns,
      CurrentCaller caller,
      @Any Instance<Cases<?>> cases) {
    this.sql = sql;
    this.transactions = transactions;
    this.rulebooks = rulebooks;
    this.dryRuns = dryRuns;
    this.caller = caller;
    this.cases = cases;
  }

  List<PolicyView> list(String kind, CaseKind caseKind) {
    var rules = rulebooks.current();
    var now = now();
    return rules.policies().keySet().stream()
        .sorted()
        .map(id -> view(rules, id, now, false))
        .filter(view -> kind == null || view.policy().terms().kind().equals(kind))
        .filter(view -> caseKind == null || view.policy().terms().match().isFor(caseKind))
        .toList();
  }

  PolicyView get(String id) {
    var rules = rulebooks.current();
    if (!rules.policies().containsKey(id)) {
      throw DomainException.notFound("Policy " + id);
    }
    return view(rules, id, now(), true);
  }

  /** A new policy, or the next version of one. */
  DeadlinePolicy add(PolicyForm form) {
    return write(form.id() == null ? newId(form) : form.id(), IfMatch.none(), form);
  }

  /** The next version of a policy that the caller has read. */
  DeadlinePolicy amend(String id, IfMatch ifMatch, PolicyForm form) {
    requireSameId(id, form);
    return write(id, ifMatch, form);
  }

  /** What the next version would do to deadlines that are open; nothing is written. */
  DryRun tryOut(String id, PolicyForm form) {
    requireSameId(id, form);
    var rules = rulebooks.current();
    var next = next(rules, id, form);
    if (next.terms().withdrawn()) {
      return DryRun.NOTHING;
    }
    var applied = next.forOpenToo(now());
    return dryRuns.of(rules.with(applied), Behind.policy(applied));
  }

  private DeadlinePolicy write(String id, IfMatch ifMatch, PolicyForm form) {
    if (!ID.matcher(id).matches()) {
      throw new InvalidBody("/id", "An id is lower-case letters, digits and hyphens");
    }
    return transactions.run(
        () -> {
          var stamp = rulebooks.lock();
          var rules = rulebooks.asOf(stamp);
          ifMatch.require(rules.versionsOf(id));
          var policy = next(rules, id, form);
          insert(policy);
          rulebooks.changed(stamp + 1);
          return policy;
        });
  }

  private DeadlinePolicy next(Rulebook rules, String id, PolicyForm form) {
    var terms = new PolicyRules(rules, categoriesByKind()).accept(id, form.terms());
    var now = now();
    return new DeadlinePolicy(
        id, rules.versionsOf(id) + 1, terms, effectiveFrom(form, now), author(), now);
  }

  private void requireSameId(String id, PolicyForm form) {
    get(id);
    if (form.id() != null && !form.id().equals(id)) {
      throw new InvalidBody("/id", "differs from the address");
    }
  }

  private void insert(DeadlinePolicy policy) {
    var terms = RulesJson.write(policy.terms());
    sql.update(
        ADD,
        policy.id(),
        policy.version(),
        terms,
        ShippedFile.hash(terms),
        policy.effectiveFrom(),
        policy.author(),
        policy.createdAt());
  }

  private Map<CaseKind, Set<String>> categoriesByKind() {
    return cases.stream().collect(Collectors.toMap(Cases::kind, Cases::categories));
  }

  private Instant now() {
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow();
  }

  private String author() {
    return DeadlinePolicy.authorOf(caller.get().name());
  }

  private static Instant effectiveFrom(PolicyForm form, Instant now) {
    if (form.effectiveFrom() == null) {
      return now;
    }
    if (form.effectiveFrom().isBefore(now)) {
      throw new InvalidBody("/effectiveFrom", "must not lie in the past");
    }
    if (form.effectiveFrom().isAfter(now.plus(Budget.LONGEST))) {
      throw new InvalidBody("/effectiveFrom", "must lie less than ten years ahead");
    }
    return form.effectiveFrom();
  }

  private static PolicyView view(Rulebook rules, String id, Instant now, boolean withVersions) {
    var versions = rules.policies().get(id);
    var inForce = rules.inForce(id, now);
    return new PolicyView(
        inForce.orElse(versions.get(versions.size() - 1)),
        inForce.isPresent(),
        withVersions ? versions : null);
  }

  private static String newId(PolicyForm form) {
    var kind = form.terms().kind().toLowerCase(Locale.ROOT).replace('_', '-');
    return kind + "-" + UUID.randomUUID().toString().substring(0, 8);
  }
}
