package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.OutletEvent;
import io.parceldesk.contracts.OutletEvent.OutletAcknowledged;
import io.parceldesk.contracts.OutletEvent.OutletReplied;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What an outlet says through its own system reaches the problem parcel that it is about. */
@Singleton
class OutletEventsConsumer extends EventsConsumer<OutletEvent> {
  private final OutletReplies replies;

  OutletEventsConsumer(Inbox inbox, OutletReplies replies) {
    super("outlets", OutletEvent.class, inbox);
    this.replies = replies;
  }

  @Incoming("outlets")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(OutletEvent event, EventMeta meta) {
    if (event instanceof OutletReplied reply && isProblemParcel(reply.inReplyTo())) {
      replies.take(CaseNumber.parse(reply.inReplyTo().number()), reply);
    } else if (event instanceof OutletAcknowledged seen && isProblemParcel(seen.inReplyTo())) {
      replies.acknowledge(CaseNumber.parse(seen.inReplyTo().number()), seen.outlet());
    }
  }

  private static boolean isProblemParcel(CaseRef answered) {
    return answered != null && CaseKind.PROBLEM_PARCEL.name().equals(answered.kind());
  }
}
