package io.parceldesk.chassis.shutdown;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How a replica that has been asked to stop leaves those who send it requests. First it is not
 * ready any more but serves, for {@code quarkus.shutdown.delay}, so that whoever spreads requests
 * turns to other replicas; connections are not kept alive. Then it sends away whoever still comes,
 * ends what it has begun, and stops.
 */
@ApplicationScoped
public class Draining {
  private final Duration delay;
  private volatile long sinceNanos;
  private volatile boolean begun;

  Draining(@ConfigProperty(name = "quarkus.shutdown.delay") Duration delay) {
    this.delay = delay;
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    sinceNanos = System.nanoTime();
    begun = true;
  }

  /** Whether connections should end with the answer. */
  public boolean hasBegun() {
    return begun;
  }

  /** Whether new requests should go elsewhere. */
  public boolean sendsAway() {
    return begun && System.nanoTime() - sinceNanos > delay.toNanos();
  }
}
