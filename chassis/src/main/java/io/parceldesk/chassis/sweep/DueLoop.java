package io.parceldesk.chassis.sweep;

import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * Does work when its time has come, by the database's clock, on a thread of its own; at least every
 * half second, as other replicas may have written something earlier. Any number of replicas may.
 */
public final class DueLoop {
  private static final Logger LOG = Logger.getLogger(DueLoop.class);

  public static final Duration LONGEST_SLEEP = Duration.ofMillis(500);

  /** Somebody else holds what is due. */
  private static final Duration WHILE_LOCKED = Duration.ofMillis(20);

  /**
   * Below this the index holds only dead entries, but for what a slow transaction wrote meanwhile.
   */
  private static final Duration LOW_WATER_MARGIN = Duration.ofSeconds(60);

  private static final Duration FULL_LOOK_EVERY = Duration.ofSeconds(60);

  /** What falls due, and what is done about it. */
  public interface Work {
    /** The database's time, and the first time after the low-water mark at which work is due. */
    Next next(Instant lowWater);

    /** Does what was due after the low-water mark, up to a batch; how much was looked at. */
    int sweep(Instant lowWater);

    /** Something to do while nothing is due; true when there may be more of it. */
    default boolean aside() {
      return false;
    }

    /** The low-water mark is forgotten for once. */
    default void lookAtAll() {}
  }

  /** {@code at} is null where nothing will fall due. */
  public record Next(Instant now, Instant at) {
    boolean isDue() {
      return at != null && !at.isAfter(now);
    }
  }

  private final String name;
  private final Work work;
  private final Alarm alarm;
  private Thread worker;
  private volatile boolean stopping;
  private Instant lowWater = Instant.EPOCH;
  private long fullLookNanos = System.nanoTime();

  public DueLoop(String name, Work work, Alarm alarm) {
    this.name = name;
    this.work = work;
    this.alarm = alarm;
  }

  public void start() {
    stopping = false;
    worker = new Thread(this::run, name);
    worker.start();
  }

  public void stop() throws InterruptedException {
    stopping = true;
    if (worker != null) {
      alarm.wakeNow();
      worker.join(5_000);
      worker.interrupt();
      worker = null;
    }
  }

  private void run() {
    try {
      while (!stopping) {
        alarm.await(once());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long there is nothing to do. */
  private Duration once() {
    try {
      var next = look();
      if (!next.isDue()) {
        return work.aside() ? Duration.ZERO : untilNext(next);
      }
      return work.sweep(lowWater) > 0 ? Duration.ZERO : WHILE_LOCKED;
    } catch (RuntimeException e) {
      if (!stopping) { // else what it works with is being taken away, and nothing is tried again
        LOG.warnf(e, "The %s failed and will be tried again shortly", name);
      }
      return LONGEST_SLEEP;
    }
  }

  private Next look() {
    if (System.nanoTime() - fullLookNanos > FULL_LOOK_EVERY.toNanos()) {
      fullLookNanos = System.nanoTime();
      lowWater = Instant.EPOCH;
      work.lookAtAll();
    }
    return work.next(lowWater);
  }

  private Duration untilNext(Next next) {
    lowWater = next.now().minus(LOW_WATER_MARGIN);
    var left = next.at() == null ? LONGEST_SLEEP : Duration.between(next.now(), next.at());
    return left.compareTo(LONGEST_SLEEP) < 0 ? left : LONGEST_SLEEP;
  }
}
