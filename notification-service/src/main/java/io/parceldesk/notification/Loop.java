package io.parceldesk.notification;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/**
 * A thread that works, rests until it is woken or a while has passed, and works again. A round that
 * fails, such as without a database, is told to the log and followed by the usual rest.
 */
public final class Loop implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Loop.class);

  /** Longer than a database that does not answer is waited for. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);

  private final Duration rest;
  private final BooleanSupplier round;
  private final Semaphore wakes = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closing;

  /** {@code round} says whether there is more to do at once. */
  public Loop(String name, Duration rest, BooleanSupplier round) {
    this.rest = rest;
    this.round = round;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  public Loop start() {
    thread.start();
    return this;
  }

  public void wake() {
    wakes.release();
  }

  /** No further round begins; {@link #awaitEnd} waits for the one that is under way. */
  public void stop() {
    closing = true;
    wake();
  }

  /** What has not ended by then ends with the process, and its transaction is undone. */
  public void awaitEnd(Duration time) {
    try {
      TimeUnit.MILLISECONDS.timedJoin(thread, time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    awaitEnd(LONGEST_ROUND);
  }

  private void run() {
    try {
      while (!closing) {
        if (!worked()) {
          wakes.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
        }
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean worked() {
    try {
      return round.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warnf(e, "A round of %s failed and will be repeated", thread.getName());
      return false;
    }
  }
}
