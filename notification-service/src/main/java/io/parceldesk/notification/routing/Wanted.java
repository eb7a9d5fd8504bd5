package io.parceldesk.notification.routing;

import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.QuietTime;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A message that a rule asks for, before it is known whether it may go out.
 *
 * @param locale the recipient's, or null for a webhook
 * @param quietTime the recipient's, or null for a webhook
 * @param dueToday whether it is about something that falls due the same day
 */
record Wanted(
    RoutingRule rule,
    PlannedDelivery delivery,
    String locale,
    QuietTime quietTime,
    boolean dueToday) {

  Wanted as(UnaryOperator<PlannedDelivery> change) {
    return new Wanted(rule, change.apply(delivery), locale, quietTime, dueToday);
  }

  boolean isSuppressed() {
    return delivery.suppressed() != null;
  }

  /** Whether it counts, and may become too much; what is due today always goes. */
  boolean isPaced() {
    return rule.isPaced() && !dueToday && !isSuppressed();
  }

  List<String> gate() {
    return List.of(delivery.recipient(), delivery.channel().name());
  }
}
