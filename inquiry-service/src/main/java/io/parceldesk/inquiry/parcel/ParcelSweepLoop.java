package io.parceldesk.inquiry.parcel;

import io.parceldesk.chassis.sweep.Alarm;
import io.parceldesk.chassis.sweep.DueLoop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sweeps parcels as long as the service runs. */
@ApplicationScoped
class ParcelSweepLoop {
  private final DueLoop loop;
  private final boolean enabled;

  ParcelSweepLoop(
      ParcelSweep sweep,
      @ConfigProperty(name = "parceldesk.parcel.sweep", defaultValue = "true") boolean enabled) {
    this.loop = new DueLoop("parcel-sweep", sweep, Alarm.plain());
    this.enabled = enabled;
  }

  void atStart(@Observes StartupEvent event) {
    if (enabled) {
      loop.start();
    }
  }

  void atEnd(@Observes ShutdownEvent event) throws InterruptedException {
    loop.stop();
  }
}
