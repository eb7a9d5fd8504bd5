package io.parceldesk.chassis.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Runs work in a transaction: the current one, else a new one that is begun again after a
 * serialization failure, a deadlock or a connection lost before the commit. A connection lost
 * during the commit is not retried, as nobody knows whether the commit took place.
 */
@ApplicationScoped
public class Transactions {
  private static final int ATTEMPTS = 5;

  public <T> T run(Supplier<T> work) {
    return QuarkusTransaction.isActive() ? work.get() : runNew(work);
  }

  /** A transaction of its own even inside another one. */
  public <T> T runNew(Supplier<T> work) {
    for (var attempt = 1; ; attempt++) {
      var progress = new Progress();
      try {
        return QuarkusTransaction.requiringNew().call(() -> progress.done(work.get()));
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !progress.mayBeginAgain(e)) {
          throw e;
        }
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) {
    var millis = ThreadLocalRandom.current().nextLong(5, 20L * attempt + 5);
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private static final class Progress {
    private boolean workDone;

    <T> T done(T result) {
      workDone = true;
      return result;
    }

    boolean mayBeginAgain(RuntimeException e) {
      return DatabaseFailure.isCollision(e) || (!workDone && DatabaseFailure.isOutage(e));
    }
  }
}
