package io.parceldesk.notification.routing;

import io.parceldesk.chassis.inbox.ReceivedEvent;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.contracts.CaseEvent;
import io.parceldesk.notification.Happening;
import io.parceldesk.notification.routing.TrialView.Count;
import io.parceldesk.notification.routing.TrialView.Fate;
import io.parceldesk.notification.routing.TrialView.Planned;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries a rule on events of the last day: plans everything, stores and sends nothing. */
@ApplicationScoped
class Trial {
  private static final Duration BACK = Duration.ofDays(1);
  private static final int SHOWN = 200;

  private final RoutingDesk desk;
  private final RecentEvents recent;
  private final Planning planning;
  private final Transactions transactions;

  Trial(RoutingDesk desk, RecentEvents recent, Planning planning, Transactions transactions) {
    this.desk = desk;
    this.recent = recent;
    this.planning = planning;
    this.transactions = transactions;
  }

  /** {@code variant} is what the rule might become, or null. */
  TrialView of(String id, RoutingRule variant) {
    var stored = desk.get(id).get(0);
    if (variant != null) {
      desk.check(variant.called(id));
    }
    var rule = variant == null ? stored.rule() : variant.called(id);
    var since = transactions.run(planning::now).minus(BACK);
    var found = recent.since(since);
    var run = new Run(new RoutingRules.Versioned(rule, stored.version()));
    transactions.run(
        () -> {
          found.events().stream().filter(e -> applies(rule, e)).forEach(run::tell);
          return null;
        });
    return run.view(since, found);
  }

  private boolean applies(RoutingRule rule, ReceivedEvent<? extends CaseEvent> event) {
    var happening = happening(event);
    return rule.appliesTo(happening.type(), happening.data());
  }

  private Happening happening(ReceivedEvent<? extends CaseEvent> event) {
    return planning.happenings(List.of(event)).get(0);
  }

  /** One trial; what recipients were told before it does not count. */
  private final class Run {
    private final RoutingRules.Versioned rule;
    private final Map<List<String>, Told> told = new HashMap<>();
    private final List<Planned> planned = new ArrayList<>();
    private int unreadable;

    Run(RoutingRules.Versioned rule) {
      this.rule = rule;
    }

    void tell(ReceivedEvent<? extends CaseEvent> event) {
      var at = event.meta().time();
      try {
        planning.wanted(List.of(happening(event)), List.of(rule), at).forEach(this::note);
      } catch (DomainException e) {
        unreadable++; // what would be buried
      }
    }

    private void note(Wanted wanted) {
      var delivery = wanted.delivery();
      var fate = fate(wanted);
      var message = delivery.message();
      var isWebhook = wanted.locale() == null;
      planned.add(
          new Planned(
              delivery.eventType(),
              delivery.caseNumber(),
              delivery.eventAt(),
              delivery.audience(),
              delivery.outlet(),
              delivery.channel(),
              delivery.recipientMasked(),
              delivery.messageClass(),
              fate,
              delivery.suppressed(),
              delivery.firstAttemptAt(),
              message.subject(),
              isWebhook ? null : message.text()));
    }

    private Fate fate(Wanted wanted) {
      if (wanted.isSuppressed()) {
        return Fate.SUPPRESSED;
      }
      if (!wanted.isPaced()) {
        return Fate.SENT;
      }
      var lately = told.computeIfAbsent(wanted.gate(), gate -> new Told(List.of()));
      return switch (lately.oneMore(wanted.rule(), wanted.delivery().firstAttemptAt())) {
        case GOES -> Fate.SENT;
        case COLLECTED -> Fate.DIGESTED;
        case DROPPED -> Fate.SUPPRESSED;
      };
    }

    TrialView view(Instant since, RecentEvents.Found found) {
      var counts = new LinkedHashMap<List<Object>, Count>();
      planned.forEach(
          p ->
              counts.merge(
                  List.of(p.channel(), p.fate()),
                  new Count(p.channel(), p.fate(), 1),
                  (one, more) -> new Count(one.channel(), one.fate(), one.messages() + 1)));
      var shown = planned.subList(Math.max(0, planned.size() - SHOWN), planned.size());
      return new TrialView(
          since,
          found.read(),
          found.complete(),
          unreadable,
          List.copyOf(counts.values()),
          List.copyOf(shown));
    }
  }
}
