package io.parceldesk.claims.filing;

import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ComplaintEvent;
import io.parceldesk.contracts.ComplaintEvent.ComplaintReferredToClaims;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A complaint that ended in money files a claim, or is attached to the open one (CMP-17). */
@Singleton
class ComplaintEventsConsumer extends EventsConsumer<ComplaintEvent> {
  private final ClaimFiling filing;
  private final Claimants claimants;

  ComplaintEventsConsumer(Inbox inbox, ClaimFiling filing, Claimants claimants) {
    super("complaints", ComplaintEvent.class, inbox);
    this.filing = filing;
    this.claimants = claimants;
  }

  @Incoming("complaints")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(ComplaintEvent event, EventMeta meta) {
    if (event instanceof ComplaintReferredToClaims referral) {
      var facts = referral.facts();
      filing.refer(
          claimants.claimOf(referral),
          new Handler(facts.outlet(), facts.department(), null),
          new CaseRef(facts.number(), facts.kind()));
    }
  }
}
