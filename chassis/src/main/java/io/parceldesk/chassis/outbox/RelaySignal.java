package io.parceldesk.chassis.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells this replica's relay that something was committed to the outbox. */
@ApplicationScoped
class RelaySignal {
  private final Semaphore news = new Semaphore(0);

  void wake() {
    news.release();
  }

  /** Returns when woken, or after the time. */
  void await(long millis) throws InterruptedException {
    if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }
}
