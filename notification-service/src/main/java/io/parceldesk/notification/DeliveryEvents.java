package io.parceldesk.notification;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.outbox.Outbox;
import io.parceldesk.chassis.outbox.Outbox.StreamEvent;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.contracts.NotificationEvent;
import io.parceldesk.contracts.NotificationEvent.MessageSettled;
import io.parceldesk.contracts.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells the services that have the cases what became of the messages about them, in the transaction
 * that knows it and, however many they are, in one statement.
 */
@ApplicationScoped
public class DeliveryEvents {
  /** The positions on this topic are counted for each case. */
  private static final String STREAM = "MESSAGES";

  private static final String TOLD =
      """
      select id, case_number, event_type, event_id, audience, outlet, planned_at
        from delivery where digest = ? order by id
      """;

  private final Outbox outbox;
  private final Sql sql;
  private final MessageMeters meters;

  DeliveryEvents(Outbox outbox, Sql sql, MessageMeters meters) {
    this.outbox = outbox;
    this.sql = sql;
    this.meters = meters;
  }

  /** Part of the current transaction, which has updated the deliveries. */
  public void tell(List<SettledDelivery> updated) {
    meters.settled(updated);
    var told =
        updated.stream()
            .filter(delivery -> delivery.news() && delivery.isToPeople())
            .flatMap(this::ofCases)
            .flatMap(delivery -> event(delivery).stream())
            .map(DeliveryEvents::inItsStream)
            .toList();
    outbox.append(STREAM, Topics.NOTIFICATION, told);
  }

  private Stream<SettledDelivery> ofCases(SettledDelivery settled) {
    return settled.caseNumber() == null
        ? sql.list(TOLD, settled::telling, settled.id()).stream()
        : Stream.of(settled);
  }

  /** Nobody could know a case by what is not a number. */
  private static Optional<MessageSettled> event(SettledDelivery settled) {
    try {
      return Optional.of(event(settled, CaseNumber.parse(settled.caseNumber())));
    } catch (DomainException e) {
      return Optional.empty();
    }
  }

  private static MessageSettled event(SettledDelivery settled, CaseNumber number) {
    return new MessageSettled(
        number.reference(),
        settled.id().toString(),
        WebhookType.shortName(settled.eventType()),
        settled.eventId(),
        settled.template(),
        NotificationEvent.Channel.valueOf(settled.channel().name()),
        roleOf(settled.audience()),
        settled.outlet(),
        NotificationEvent.State.valueOf(settled.status().name()),
        settled.attempts(),
        settled.plannedAt(),
        settled.sentAt(),
        settled.settledAt());
  }

  private static NotificationEvent.Recipient roleOf(String audience) {
    return switch (audience) {
      case "CUSTOMER" -> NotificationEvent.Recipient.CUSTOMER;
      case "DEPARTMENT" -> NotificationEvent.Recipient.DEPARTMENT;
      case "PEOPLE" -> NotificationEvent.Recipient.SUPERVISOR;
      default -> NotificationEvent.Recipient.OUTLET;
    };
  }

  private static StreamEvent inItsStream(MessageSettled event) {
    var number = event.about().number();
    var id = UUID.nameUUIDFromBytes((STREAM + "/" + number).getBytes(StandardCharsets.UTF_8));
    return new StreamEvent(id, number, event);
  }
}
