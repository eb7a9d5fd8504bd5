package io.parceldesk.notification;

import io.parceldesk.chassis.outbox.EventTypes;
import io.parceldesk.contracts.ClaimsEvent;
import io.parceldesk.contracts.ComplaintEvent;
import io.parceldesk.contracts.InquiryEvent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What outlets call the events: {@code complaint.escalated}, as Standard Webhooks has no hyphens.
 */
public final class WebhookType {
  private WebhookType() {}

  /** From the type on Kafka, such as {@code io.parceldesk.complaint-escalated.v1}. */
  public static String of(String type) {
    return shortName(type).replace('-', '.');
  }

  /** {@code complaint-escalated} */
  public static String shortName(String type) {
    return type.replaceFirst("^io\\.parceldesk\\.", "").replaceFirst("\\.v\\d+$", "");
  }

  /** Every type that an endpoint can subscribe to. */
  public static Set<String> catalogue() {
    return events().stream()
        .map(event -> event.replace('-', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same as the services call them: {@code complaint-escalated}. */
  static Set<String> events() {
    return Stream.of(InquiryEvent.class, ComplaintEvent.class, ClaimsEvent.class)
        .flatMap(contract -> EventTypes.of(contract).keySet().stream())
        .map(WebhookType::shortName)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
