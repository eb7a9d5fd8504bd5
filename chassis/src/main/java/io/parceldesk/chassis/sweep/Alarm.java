package io.parceldesk.chassis.sweep;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What a {@link DueLoop} sleeps on. */
public interface Alarm {
  /** Returns after the time, or earlier when it was woken. */
  void await(Duration longest) throws InterruptedException;

  void wakeNow();

  /** An alarm that rings only when it is told to. */
  static Alarm plain() {
    var rings = new Semaphore(0);
    return new Alarm() {
      @Override
      public void await(Duration longest) throws InterruptedException {
        if (rings.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
          rings.drainPermits();
        }
      }

      @Override
      public void wakeNow() {
        rings.release();
      }
    };
  }
}
