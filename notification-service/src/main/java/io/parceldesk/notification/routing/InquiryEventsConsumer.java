package io.parceldesk.notification.routing;

import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.chassis.inbox.ReceivedEvent;
import io.parceldesk.contracts.InquiryEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What inquiry-service announces is told to those whom it concerns. */
@Singleton
class InquiryEventsConsumer extends EventsConsumer<InquiryEvent> {
  private static final String CHANNEL = "inquiry";

  private final Planning planning;

  InquiryEventsConsumer(Inbox inbox, Planning planning) {
    super(CHANNEL, InquiryEvent.class, inbox);
    this.planning = planning;
  }

  @Incoming(CHANNEL)
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receiveTogether(records, planning::plan);
  }

  @Override
  protected void apply(InquiryEvent event, EventMeta meta) {
    planning.plan(List.of(new ReceivedEvent<>(event, meta)));
  }
}
