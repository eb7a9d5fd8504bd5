package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.chassis.inbox.PlainRecords;
import io.parceldesk.chassis.inbox.ReceivedEvent;
import io.parceldesk.chassis.problem.DomainException;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in the scans of the courier's own systems, a whole poll at once. */
@Singleton
class ScansConsumer extends EventsConsumer<ScanForm> {
  private final ParcelBook book;
  private final ScanReader reader;

  ScansConsumer(Inbox inbox, PlainRecords records, ParcelBook book, ScanReader reader) {
    super("scans", records.of(ScanForm.class, ScanForm::scanId), inbox);
    this.book = book;
    this.reader = reader;
  }

  @Incoming("scans")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receiveTogether(records, this::write);
  }

  @Override
  protected void apply(ScanForm scan, EventMeta meta) {
    write(List.of(new ReceivedEvent<>(scan, meta)));
  }

  private void write(List<ReceivedEvent<ScanForm>> scans) {
    if (!scans.isEmpty()) {
      book.write(scans.stream().map(this::news).toList());
    }
  }

  private ParcelNews news(ReceivedEvent<ScanForm> received) {
    var key = received.meta().subject();
    var waybill = received.event().waybill() == null ? key : received.event().waybill();
    if (waybill == null || !waybill.matches(ParcelForm.WAYBILL)) {
      throw new DomainException(422, "bad-waybill", "The scan names no waybill");
    }
    return ParcelNews.of(reader.scan(waybill, received.event()));
  }
}
