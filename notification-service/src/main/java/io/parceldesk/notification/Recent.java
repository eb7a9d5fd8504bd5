package io.parceldesk.notification;

import java.time.Duration;
import java.util.function.Supplier;

/** Something that is read again when it was read too long ago, so that all replicas follow. */
public final class Recent<T> {
  private final Duration goodFor;
  private final Supplier<T> source;
  private T value;
  private long readAtNanos;

  public Recent(Duration goodFor, Supplier<T> source) {
    this.goodFor = goodFor;
    this.source = source;
  }

  public synchronized T get() {
    if (value == null || System.nanoTime() - readAtNanos > goodFor.toNanos()) {
      value = source.get();
      readAtNanos = System.nanoTime();
    }
    return value;
  }

  public synchronized void forget() {
    value = null;
  }
}
