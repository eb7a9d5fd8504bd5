package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventValue;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.claims.DisputeAnswer;
import io.parceldesk.claims.Disputes;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.OutletEvent;
import io.parceldesk.contracts.OutletEvent.OutletAcknowledged;
import io.parceldesk.contracts.OutletEvent.OutletReplied;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the responsible outlet says through its own system reaches the dispute (ARB-06, AMB-14). */
@Singleton
class OutletEventsConsumer extends EventsConsumer<OutletEvent> {
  private final Disputes disputes;

  OutletEventsConsumer(Inbox inbox, Disputes disputes) {
    super("outlets", OutletEvent.class, inbox);
    this.disputes = disputes;
  }

  @Incoming("outlets")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(OutletEvent event, EventMeta meta) {
    if (event instanceof OutletReplied reply && isDispute(reply.inReplyTo())) {
      var answer = EventValue.of(DisputeAnswer.class, reply.answer());
      disputes.note(
          CaseNumber.parse(reply.inReplyTo().number()),
          (dispute, now) -> dispute.noteReply(reply.outlet(), answer, reply.statement(), now));
    } else if (event instanceof OutletAcknowledged seen && isDispute(seen.inReplyTo())) {
      disputes.note(
          CaseNumber.parse(seen.inReplyTo().number()),
          (dispute, now) -> dispute.acknowledge(seen.outlet(), now));
    }
  }

  private static boolean isDispute(CaseRef answered) {
    return answered != null && CaseKind.DISPUTE.name().equals(answered.kind());
  }
}
