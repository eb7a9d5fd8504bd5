package io.parceldesk.notification.routing;

import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.WordingRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Where admins read and write routing rules. A version is added, never changed. */
@ApplicationScoped
class RoutingDesk {
  private final Transactions transactions;
  private final RoutingRules rules;
  private final WordingRepository wordings;
  private final CurrentCaller caller;

  RoutingDesk(
      Transactions transactions,
      RoutingRules rules,
      WordingRepository wordings,
      CurrentCaller caller) {
    this.transactions = transactions;
    this.rules = rules;
    this.wordings = wordings;
    this.caller = caller;
  }

  List<RoutingRules.Stored> list() {
    return transactions.run(rules::newest);
  }

  /** All versions of a rule, the newest first. */
  List<RoutingRules.Stored> get(String id) {
    var versions = transactions.run(() -> rules.versions(id));
    if (versions.isEmpty()) {
      throw DomainException.notFound("Routing rule " + id);
    }
    return versions;
  }

  RoutingRules.Stored add(RoutingRule rule, Integer position) {
    check(rule);
    return transactions.run(
        () -> {
          rules.lock();
          if (!rules.versions(rule.id()).isEmpty()) {
            throw new DomainException(409, "duplicate-rule", "The id is taken");
          }
          return rules.add(rule, 1, position == null ? rules.after() : position, author());
        });
  }

  RoutingRules.Stored amend(String id, IfMatch ifMatch, RoutingRule changed, Integer position) {
    var rule = changed.id() == null ? changed.called(id) : changed;
    if (!rule.id().equals(id)) {
      throw new InvalidBody("/id", "must be the id in the path or be left out");
    }
    get(id);
    check(rule);
    return transactions.run(
        () -> {
          rules.lock();
          var current = rules.versions(id).get(0);
          ifMatch.require(current.version());
          var place = position == null ? current.position() : position;
          return rules.add(rule, current.version() + 1, place, author());
        });
  }

  void check(RoutingRule rule) {
    RuleCheck.accept(rule, (key, channel) -> wordings.find(key, channel, "zh-CN").isPresent());
  }

  private String author() {
    return caller.get().name();
  }
}
