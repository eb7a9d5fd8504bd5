package io.parceldesk.sandbox.launcher;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waits for what has to happen by itself. */
final class Patience {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** Something that had to happen has not. */
  static final class DidNotHappen extends RuntimeException {
    private static final long serialVersionUID = 1;

    DidNotHappen(String what) {
      super("%s did not happen within %d seconds.".formatted(what, LONGEST.toSeconds()));
    }
  }

  static <T> T await(String what, Supplier<Optional<T>> happened) {
    var end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      var found = happened.get();
      if (found.isPresent()) {
        return found.get();
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new DidNotHappen(what);
  }

  private Patience() {}
}
