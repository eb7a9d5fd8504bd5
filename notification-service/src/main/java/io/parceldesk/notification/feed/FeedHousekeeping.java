package io.parceldesk.notification.feed;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.FeedRepository;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets events that are 28 days old, in batches, so that nobody waits for it. */
@ApplicationScoped
class FeedHousekeeping {
  private static final Duration KEPT = Duration.ofDays(28);
  private static final int BATCH = 10_000;

  private final Transactions transactions;
  private final FeedRepository feeds;

  FeedHousekeeping(Transactions transactions, FeedRepository feeds) {
    this.transactions = transactions;
    this.feeds = feeds;
  }

  @Scheduled(every = "1h", delayed = "7m", concurrentExecution = ConcurrentExecution.SKIP)
  void tidy() {
    var forgotten = BATCH;
    while (forgotten == BATCH) {
      forgotten = transactions.runNew(() -> feeds.forget(KEPT, BATCH));
    }
  }
}
