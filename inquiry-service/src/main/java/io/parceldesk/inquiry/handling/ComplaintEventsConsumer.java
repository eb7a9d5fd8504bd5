package io.parceldesk.inquiry.handling;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent;
import io.parceldesk.contracts.ComplaintEvent.ComplaintRegistered;
import io.parceldesk.inquiry.Inquiries;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The inquiry that a complaint came from learns the complaint's number (INQ-15). */
@Singleton
class ComplaintEventsConsumer extends EventsConsumer<ComplaintEvent> {
  private final Inquiries inquiries;

  ComplaintEventsConsumer(Inbox inbox, Inquiries inquiries) {
    super("complaints", ComplaintEvent.class, inbox);
    this.inquiries = inquiries;
  }

  @Incoming("complaints")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(ComplaintEvent event, EventMeta meta) {
    if (event instanceof ComplaintRegistered registered && cameFromInquiry(registered.origin())) {
      inquiries.link(
          CaseNumber.parse(registered.origin().number()),
          new CaseRef(registered.facts().number(), registered.facts().kind()),
          CaseLink.Relation.SUCCESSOR);
    }
  }

  private static boolean cameFromInquiry(CaseRef origin) {
    return origin != null && CaseKind.INQUIRY.name().equals(origin.kind());
  }
}
