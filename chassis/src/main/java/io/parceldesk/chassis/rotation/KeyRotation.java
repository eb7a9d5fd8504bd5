package io.parceldesk.chassis.rotation;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Seals anew, while the service runs, whatever is not sealed with the current key, and makes its
 * fingerprints anew with it (REG-10). It begins by itself once no replica seals with another key
 * any more. Windows are transactions of their own, so that it goes on where it was broken off; any
 * number of replicas may. It works for at most half of the time.
 */
@ApplicationScoped
class KeyRotation {
  private static final Logger LOG = Logger.getLogger(KeyRotation.class);
  private static final Duration SPELL = Duration.ofMillis(2_500); // of the five seconds between

  private final Transactions transactions;
  private final SealingKey key;
  private final Progress progress;
  private final Walk walk;
  private final Seal seal;

  KeyRotation(Transactions transactions, SealingKey key, Progress progress, Walk walk, Seal seal) {
    this.transactions = transactions;
    this.key = key;
    this.progress = progress;
    this.walk = walk;
    this.seal = seal;
  }

  @Scheduled(every = "{parceldesk.rotation.every}", concurrentExecution = ConcurrentExecution.SKIP)
  void turn() {
    if (!transactions.runNew(this::mayBegin)) {
      return;
    }
    var began = System.nanoTime();
    while (System.nanoTime() - began < SPELL.toNanos() && transactions.runNew(this::window)) {
      // each window is a transaction of its own
    }
  }

  private boolean mayBegin() {
    var ours = key.hold();
    if (ours) {
      progress.begin();
    }
    return ours;
  }

  /** False when there is nothing to walk. */
  private boolean window() {
    var place = progress.next();
    place.ifPresent(
        here ->
            walk.next(here)
                .ifPresentOrElse(
                    window -> progress.advance(here.table(), window), () -> finish(here.table())));
    return place.isPresent();
  }

  private void finish(String table) {
    progress.finish(table);
    var state = progress.state();
    var resealed = state.stream().mapToLong(TableProgress::resealed).sum();
    if (resealed > 0 && state.stream().allMatch(each -> each.cleanAt() != null)) {
      LOG.infof(
          "All that is stored here is sealed with key %s now; %d rows were sealed anew. Other keys"
              + " are needed only for what topics and backups still hold",
          seal.currentKey(), resealed);
    }
  }
}
