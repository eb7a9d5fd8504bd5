package io.parceldesk.chassis.directory;

import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.contracts.ParcelEvent;
import io.parceldesk.contracts.ParcelEvent.ParcelAccepted;
import io.parceldesk.contracts.ParcelEvent.ParcelCorrected;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the waybills that services other than inquiry-service know in step with the parcels. */
@Singleton
@IfBuildProperty(name = "parceldesk.parcels.consumed", stringValue = "true")
public class ParcelEventsConsumer extends EventsConsumer<ParcelEvent> {
  private final KnownWaybills waybills;

  ParcelEventsConsumer(Inbox inbox, KnownWaybills waybills) {
    super("parcels", ParcelEvent.class, inbox);
    this.waybills = waybills;
  }

  @Incoming("parcels")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(ParcelEvent event, EventMeta meta) {
    if (event instanceof ParcelAccepted parcel) {
      waybills.keep(
          parcel.waybill(), parcel.fromOutlet(), parcel.toOutlet(), parcel.dispatchedOn());
    } else if (event instanceof ParcelCorrected parcel) {
      waybills.keep(
          parcel.waybill(), parcel.fromOutlet(), parcel.toOutlet(), parcel.dispatchedOn());
    }
  }
}
