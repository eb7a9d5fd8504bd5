package io.parceldesk.claims.parcel;

import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.ParcelBook;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.InquiryEvent;
import io.parceldesk.contracts.InquiryEvent.InquiryIdentified;
import io.parceldesk.contracts.InquiryEvent.InquiryOpened;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * An inquiry on the same waybill is a sign from the claimant whom a claim may be waiting for, and
 * stops the one-year rule when it was opened, even if its waybill was found later (AMB-20).
 */
@Singleton
class InquiryEventsConsumer extends EventsConsumer<InquiryEvent> {
  private final Claims claims;
  private final ParcelBook parcels;

  InquiryEventsConsumer(Inbox inbox, Claims claims, ParcelBook parcels) {
    super("inquiries", InquiryEvent.class, inbox);
    this.claims = claims;
    this.parcels = parcels;
  }

  @Incoming("inquiries")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(InquiryEvent event, EventMeta meta) {
    if (event instanceof InquiryOpened opened && opened.facts().waybill() != null) {
      hear(opened.facts());
    } else if (event instanceof InquiryIdentified identified) {
      hear(identified.facts());
    }
  }

  private void hear(CaseFacts inquiry) {
    parcels.inquired(inquiry.waybill(), inquiry.openedAt());
    claims.hearFromCustomer(inquiry.waybill(), new CaseRef(inquiry.number(), inquiry.kind()));
  }
}
