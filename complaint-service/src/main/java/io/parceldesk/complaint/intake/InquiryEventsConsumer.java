package io.parceldesk.complaint.intake;

import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.Handler;
import io.parceldesk.chassis.cases.OpeningRequest;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.contact.Statement;
import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventValue;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.InquiryEvent;
import io.parceldesk.contracts.InquiryEvent.InquiryConverted;
import io.parceldesk.contracts.InquiryEvent.InquiryIdentified;
import io.parceldesk.contracts.InquiryEvent.InquiryOpened;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * An inquiry that became a complaint opens one, or is attached to the one that is open (INQ-15). An
 * inquiry on the same waybill is a sign from the customer whom a complaint may be waiting for.
 */
@Singleton
class InquiryEventsConsumer extends EventsConsumer<InquiryEvent> {
  private final ComplaintIntake intake;
  private final Complainants complainants;
  private final Complaints complaints;
  private final Seal seal;

  InquiryEventsConsumer(
      Inbox inbox,
      ComplaintIntake intake,
      Complainants complainants,
      Complaints complaints,
      Seal seal) {
    super("inquiries", InquiryEvent.class, inbox);
    this.intake = intake;
    this.complainants = complainants;
    this.complaints = complaints;
    this.seal = seal;
  }

  @Incoming("inquiries")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(InquiryEvent event, EventMeta meta) {
    if (event instanceof InquiryConverted converted) {
      open(converted);
    } else if (event instanceof InquiryOpened opened) {
      hear(opened.facts());
    } else if (event instanceof InquiryIdentified identified) {
      hear(identified.facts());
    }
  }

  private void hear(CaseFacts inquiry) {
    complaints.hearFromCustomer(inquiry.waybill(), new CaseRef(inquiry.number(), inquiry.kind()));
  }

  private void open(InquiryConverted inquiry) {
    var facts = inquiry.facts();
    var statement = seal.open(inquiry.statement(), Statement.class);
    var complaint =
        complainants.complaintOf(
            seal.open(inquiry.contact(), Contact.class),
            inquiry.contact(),
            new Complainants.Matter(
                EventValue.of(Channel.class, inquiry.channel()),
                EventValue.of(Category.class, inquiry.category()),
                null,
                facts.waybill(),
                inquiry.urgent(),
                null,
                statement.description(),
                statement.demand()));
    intake.open(
        complaint,
        new Handler(facts.outlet(), facts.department(), null),
        OpeningRequest.byEvent(facts.waybill(), new CaseRef(facts.number(), facts.kind())));
  }
}
