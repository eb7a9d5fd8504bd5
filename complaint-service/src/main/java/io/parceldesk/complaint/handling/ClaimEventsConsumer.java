package io.parceldesk.complaint.handling;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseLink;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.complaint.ClaimOutcome;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ClaimsEvent;
import io.parceldesk.contracts.ClaimsEvent.ClaimFiled;
import io.parceldesk.contracts.ClaimsEvent.ClaimPaid;
import io.parceldesk.contracts.ClaimsEvent.ClaimRefused;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The complaint that a claim came from learns its number and what became of it (CMP-17). */
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
          claim(filed.facts()),
          CaseLink.Relation.SUCCESSOR);
    } else if (event instanceof ClaimPaid paid && cameFromComplaint(paid.origin())) {
      note(paid.origin(), paid.facts(), ClaimOutcome.PAID);
    } else if (event instanceof ClaimRefused refused && cameFromComplaint(refused.origin())) {
      note(refused.origin(), refused.facts(), ClaimOutcome.REFUSED);
    }
  }

  private void note(CaseRef complaint, CaseFacts claim, ClaimOutcome outcome) {
    complaints.note(
        CaseNumber.parse(complaint.number()),
        (found, now) -> found.noteClaim(claim(claim), claim.waybill(), outcome, now));
  }

  private static CaseRef claim(CaseFacts facts) {
    return new CaseRef(facts.number(), facts.kind());
  }

  private static boolean cameFromComplaint(CaseRef origin) {
    return origin != null && CaseKind.COMPLAINT.name().equals(origin.kind());
  }
}
