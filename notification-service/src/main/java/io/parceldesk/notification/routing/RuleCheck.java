package io.parceldesk.notification.routing;

import static io.parceldesk.notification.MessageChannel.EMAIL;
import static io.parceldesk.notification.MessageChannel.SMS;
import static io.parceldesk.notification.MessageChannel.WEBHOOK;

import io.parceldesk.chassis.problem.FieldError;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.notification.EventShape;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;

/** Whether a rule can do what it says: against the event's schema and the words that there are. */
final class RuleCheck {
  private static final Duration LONGEST_LIFE = Duration.ofDays(7);

  private final RoutingRule rule;
  private final BiPredicate<String, MessageChannel> sayable;
  private final List<FieldError> errors = new ArrayList<>();

  private RuleCheck(RoutingRule rule, BiPredicate<String, MessageChannel> sayable) {
    this.rule = rule;
    this.sayable = sayable;
  }

  /** Refuses it with everything that is wrong; {@code sayable} knows which words there are. */
  static void accept(RoutingRule rule, BiPredicate<String, MessageChannel> sayable) {
    var check = new RuleCheck(rule, sayable);
    check.required();
    if (check.errors.isEmpty()) {
      check.event();
      check.channels();
      check.words();
      check.times();
      check.pace();
    }
    if (!check.errors.isEmpty()) {
      throw new InvalidBody(check.errors);
    }
  }

  private void required() {
    refuseIf(
        rule.id() == null
            || !rule.id().matches("[a-z0-9]+(-[a-z0-9]+)*")
            || rule.id().length() > 60,
        "/id",
        "is lower-case letters, digits and hyphens, 60 at most");
    refuseIf(rule.event() == null, "/event", "is required");
    refuseIf(rule.to() == null, "/to", "is required");
    refuseIf(
        rule.by() == null
            || rule.by().isEmpty()
            || rule.by().stream().anyMatch(Objects::isNull)
            || rule.by().stream().distinct().count() < rule.by().size(),
        "/by",
        "needs channels, each once");
    refuseIf(rule.messageClass() == null, "/class", "is required");
    refuseIf(rule.expires() == null, "/expires", "is required");
    given("/when/", rule.when());
    given("/unless/", rule.unless());
  }

  private void given(String pointer, Map<String, List<String>> conditions) {
    conditions.forEach(
        (path, values) ->
            refuseIf(
                values == null || values.isEmpty() || values.stream().anyMatch(Objects::isNull),
                pointer + path,
                "needs at least one value"));
  }

  private void event() {
    if (rule.event().equals(RoutingRule.ANY)) {
      refuseIf(
          rule.to() != Audience.SUBSCRIBERS, "/event", "must be named; all go to SUBSCRIBERS only");
      refuseIf(!rule.when().isEmpty(), "/when", "needs a named event");
      refuseIf(!rule.unless().isEmpty(), "/unless", "needs a named event");
      return;
    }
    var shape = EventShape.of(rule.event()).filter(known -> known.has("case"));
    refuseIf(shape.isEmpty(), "/event", "is not an event of a case");
    shape.ifPresent(known -> conditions("/when/", rule.when(), known));
    shape.ifPresent(known -> conditions("/unless/", rule.unless(), known));
    shape.ifPresent(this::audience);
  }

  private void conditions(String pointer, Map<String, List<String>> conditions, EventShape shape) {
    conditions.forEach(
        (path, values) ->
            values.forEach(
                value ->
                    shape
                        .objection(path, value)
                        .ifPresent(why -> errors.add(new FieldError(pointer + path, why)))));
  }

  private void audience(EventShape shape) {
    var needed =
        switch (rule.to()) {
          case CUSTOMER -> "contact";
          case FILING_OUTLET -> "filingOutlet";
          case PEOPLE -> shape.has("deadline") ? "deadline" : "level";
          case OUTLET, DEPARTMENT, SUBSCRIBERS -> "case";
        };
    refuseIf(!shape.has(needed), "/to", "cannot be found in the event: it has no " + needed);
  }

  private void channels() {
    var isWebhook = rule.by().contains(WEBHOOK);
    refuseIf(
        isWebhook != (rule.to() == Audience.SUBSCRIBERS) || isWebhook && rule.by().size() > 1,
        "/by",
        "must be WEBHOOK for SUBSCRIBERS, and for nobody else");
    refuseIf(
        rule.fallback() != null
            && (rule.fallback() != EMAIL
                || rule.to() != Audience.CUSTOMER
                || !rule.by().equals(List.of(SMS))),
        "/fallback",
        "can only be EMAIL, for a CUSTOMER told by SMS alone");
    refuseIf(
        rule.messageClass() == MessageClass.MARKETING && rule.to() != Audience.CUSTOMER,
        "/class",
        "MARKETING is for a CUSTOMER only");
  }

  private void words() {
    if (rule.by().contains(WEBHOOK)) {
      refuseIf(rule.message() != null, "/message", "is not for webhooks: they carry the event");
      return;
    }
    var channels = new ArrayList<>(rule.by());
    if (rule.fallback() != null) {
      channels.add(rule.fallback());
    }
    for (var channel : channels) {
      refuseIf(
          rule.message() == null || !sayable.test(rule.message(), channel),
          "/message",
          "has no words for " + channel);
    }
  }

  private void times() {
    refuseIf(
        rule.expires().compareTo(Duration.ofMinutes(1)) < 0
            || rule.expires().compareTo(LONGEST_LIFE) > 0,
        "/expires",
        "must be PT1M to P7D");
  }

  private void pace() {
    pace(rule.digest(), "/digest");
    pace(rule.limit(), "/limit");
    refuseIf(
        rule.isPaced() && rule.messageClass() == MessageClass.CRITICAL,
        "/class",
        "CRITICAL messages have neither digest nor limit");
    refuseIf(
        rule.isPaced() && rule.to() == Audience.SUBSCRIBERS, "/to", "SUBSCRIBERS are told all");
    refuseIf(
        rule.digest() != null && rule.to() == Audience.CUSTOMER,
        "/digest",
        "is not for a CUSTOMER: it names many cases");
  }

  private void pace(RoutingRule.Pace pace, String pointer) {
    refuseIf(
        pace != null
            && (pace.messages() < 1
                || pace.messages() > 1000
                || pace.within() == null
                || pace.within().compareTo(Duration.ofMinutes(1)) < 0
                || pace.within().compareTo(Told.LONGEST) > 0),
        pointer,
        "must be 1 to 1000 messages within PT1M to P1D");
  }

  private void refuseIf(boolean wrong, String pointer, String message) {
    if (wrong) {
      errors.add(new FieldError(pointer, message));
    }
  }
}
