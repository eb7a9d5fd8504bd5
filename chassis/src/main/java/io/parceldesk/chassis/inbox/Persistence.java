package io.parceldesk.chassis.inbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Tries work again, with growing pauses, until it succeeds, is refused, or the service stops. */
@ApplicationScoped
class Persistence {
  private static final Logger LOG = Logger.getLogger(Persistence.class);
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Counter retries;

  Persistence(MeterRegistry metrics) {
    this.retries = metrics.counter("parceldesk.inbox.retries");
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  void untilDone(Runnable work) {
    for (var pause = 100L; ; pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2)) {
      try {
        work.run();
        return;
      } catch (RuntimeException e) {
        if (Inbox.isFinal(e) || stoppedDuring(pause)) {
          throw e;
        }
        retries.increment();
        LOG.warn("An event could not be taken in and will be tried again", e);
      }
    }
  }

  private boolean stoppedDuring(long millis) {
    try {
      return stopping.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
