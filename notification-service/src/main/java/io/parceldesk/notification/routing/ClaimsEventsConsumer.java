package io.parceldesk.notification.routing;

import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.chassis.inbox.ReceivedEvent;
import io.parceldesk.contracts.ClaimsEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What claims-service announces is told to those whom it concerns. */
@Singleton
class ClaimsEventsConsumer extends EventsConsumer<ClaimsEvent> {
  private static final String CHANNEL = "claims";

  private final Planning planning;

  ClaimsEventsConsumer(Inbox inbox, Planning planning) {
    super(CHANNEL, ClaimsEvent.class, inbox);
    this.planning = planning;
  }

  @Incoming(CHANNEL)
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receiveTogether(records, planning::plan);
  }

  @Override
  protected void apply(ClaimsEvent event, EventMeta meta) {
    planning.plan(List.of(new ReceivedEvent<>(event, meta)));
  }
}
