package io.parceldesk.complaint.handling;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ClaimsEvent;
import io.parceldesk.contracts.ClaimsEvent.ClaimFiled;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The complaint that a claim came from learns the claim's number (CMP-17). */
@Singleton
class ClaimEventsConsumer extends EventsConsumer<ClaimsEvent> {
  private final Complaints complaints;

  ClaimEventsConsumer(Inbox inbox, Complaints complaints) {
    super("claims", ClaimsEvent.class, inbox);
    this.complaints = complaints;
  }

  @Incoming("claims")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(ClaimsEvent event, EventMeta meta) {
    if (event instanceof ClaimFiled filed && cameFromComplaint(filed.origin())) {
      complaints.link(
          CaseNumber.parse(filed.origin().number()),
          new CaseRef(filed.facts().number(), filed.facts().kind()),
          CaseLink.Relation.SUCCESSOR);
    }
  }

  private static boolean cameFromComplaint(CaseRef origin) {
    return origin != null && CaseKind.COMPLAINT.name().equals(origin.kind());
  }
}
