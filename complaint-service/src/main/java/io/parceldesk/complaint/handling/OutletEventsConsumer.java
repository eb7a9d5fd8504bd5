package io.parceldesk.complaint.handling;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
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

/** What an outlet says through its own system reaches the complaint that it answers. */
@Singleton
class OutletEventsConsumer extends EventsConsumer<OutletEvent> {
  private final Complaints complaints;
  private final Seal seal;

  OutletEventsConsumer(Inbox inbox, Complaints complaints, Seal seal) {
    super("outlets", OutletEvent.class, inbox);
    this.complaints = complaints;
    this.seal = seal;
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
          (complaint, now) -> complaint.noteReply(reply.outlet(), statement(reply), now));
    } else if (event instanceof OutletAcknowledged seen && isComplaint(seen.inReplyTo())) {
      complaints.note(
          CaseNumber.parse(seen.inReplyTo().number()),
          (complaint, now) -> complaint.noteOutletsAcknowledgement(seen.outlet(), now));
    }
  }

  /** Who says nothing but the answer's code says that. */
  private String statement(OutletReplied reply) {
    return reply.statement() == null
        ? seal.seal(new OutletStatement(reply.answer(), null, null))
        : reply.statement();
  }

  private static boolean isComplaint(CaseRef answered) {
    return answered != null && CaseKind.COMPLAINT.name().equals(answered.kind());
  }
}
