package io.parceldesk.complaint.evidence;

import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.contracts.NotificationEvent;
import io.parceldesk.contracts.NotificationEvent.MessageSettled;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What notification-service tells of messages is kept for the evidence of appeals. */
@Singleton
class MessageEventsConsumer extends EventsConsumer<NotificationEvent> {
  private final CaseMessages messages;

  MessageEventsConsumer(Inbox inbox, CaseMessages messages) {
    super("messages", NotificationEvent.class, inbox);
    this.messages = messages;
  }

  @Incoming("messages")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(NotificationEvent event, EventMeta meta) {
    if (event instanceof MessageSettled settled) {
      messages.keep(settled, meta.caseSeq());
    }
  }
}
