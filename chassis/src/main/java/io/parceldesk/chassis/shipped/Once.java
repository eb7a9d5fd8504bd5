package io.parceldesk.chassis.shipped;

/** What whoever needs it first does, such as storing what was shipped, and nobody again. */
public final class Once {
  private final Runnable work;
  private volatile boolean done;

  public Once(Runnable work) {
    this.work = work;
  }

  /** Whoever comes while it is being done waits; what fails is done again. */
  public void run() {
    if (!done) {
      runNow();
    }
  }

  private synchronized void runNow() {
    if (!done) {
      work.run();
      done = true;
    }
  }
}
