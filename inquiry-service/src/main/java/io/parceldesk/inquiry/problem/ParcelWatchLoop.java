package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.sweep.Alarm;
import io.parceldesk.chassis.sweep.DueLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Watches parcels as long as the service runs. */
@ApplicationScoped
class ParcelWatchLoop {
  private final DueLoop loop;

  ParcelWatchLoop(ParcelWatch watch) {
    loop = new DueLoop("parcel-watch", watch, Alarm.plain());
  }

  void atStart(@Observes StartupEvent event) {
    loop.start();
  }

  void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }
}
