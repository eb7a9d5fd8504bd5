package io.parceldesk.chassis.directory;

import io.parceldesk.chassis.inbox.EventMeta;
import io.parceldesk.chassis.inbox.EventsConsumer;
import io.parceldesk.chassis.inbox.Inbox;
import io.parceldesk.contracts.DirectoryEvent;
import io.parceldesk.contracts.DirectoryEvent.OutletChanged;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Singleton;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the outlets that case services know in step with the directory. */
@Singleton
@IfBuildProperty(name = "parceldesk.cases.enabled", stringValue = "true")
public class DirectoryEventsConsumer extends EventsConsumer<DirectoryEvent> {
  private final KnownOutlets outlets;

  DirectoryEventsConsumer(Inbox inbox, KnownOutlets outlets) {
    super("directory", DirectoryEvent.class, inbox);
    this.outlets = outlets;
  }

  @Incoming("directory")
  @Blocking
  public void on(ConsumerRecords<String, byte[]> records) {
    receive(records);
  }

  @Override
  protected void apply(DirectoryEvent event, EventMeta meta) {
    if (event instanceof OutletChanged outlet) {
      outlets.keep(outlet, meta.caseSeq());
    }
  }
}
