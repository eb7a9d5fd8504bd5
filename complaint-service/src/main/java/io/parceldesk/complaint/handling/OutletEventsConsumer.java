package io.parceldesk.complaint.handling;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.OutletEvent;
import io.parceldesk.contracts.OutletEvent.OutletAcknowledged;
import io.parceldesk.contracts.OutletEvent.OutletReplied;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the responsible outlet says through its own system reaches the complaint it answers. */
@Singleton
class OutletEventsConsumer extends EventsConsumer<OutletEvent> {
  private final Complaints complaints;

  OutletEventsConsumer(Inbox inbox, Complaints complaints) {
    super("outlets", OutletEvent.class, inbox);
    this.complaints = complaints;
  }

  @Incoming("outlets")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(OutletEvent event, EventMeta meta) {
    if (event instanceof OutletReplied reply && isComplaint(reply.inReplyTo())) {
      complaints.note(
          CaseNumber.parse(reply.inReplyTo().number()),
          (complaint, now) -> complaint.noteReply(reply.outlet(), reply.statement()));
    } else if (event instanceof OutletAcknowledged seen && isComplaint(seen.inReplyTo())) {
      complaints.note(
          CaseNumber.parse(seen.inReplyTo().number()),
          (complaint, now) -> complaint.noteOutletsAcknowledgement(seen.outlet(), now));
    }
  }

  private static boolean isComplaint(CaseRef answered) {
    return answered != null && CaseKind.COMPLAINT.name().equals(answered.kind());
  }
}
