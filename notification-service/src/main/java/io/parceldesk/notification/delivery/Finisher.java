package io.parceldesk.notification.delivery;

import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.FinishedAttempt;
import io.parceldesk.notification.Loop;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** Writes outcomes down, many in one transaction; while the database is away they wait. */
@ApplicationScoped
class Finisher {
  private static final Duration REST = Duration.ofMillis(500);
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final DeliveryRepository deliveries;
  private final LinkedBlockingQueue<FinishedAttempt> finished = new LinkedBlockingQueue<>();
  private final List<FinishedAttempt> batch = new ArrayList<>(); // kept when writing it failed
  private final Loop loop = new Loop("finisher", REST, this::write);

  Finisher(Transactions transactions, DeliveryRepository deliveries) {
    this.transactions = transactions;
    this.deliveries = deliveries;
  }

  void start() {
    loop.start();
  }

  void add(FinishedAttempt attempt) {
    finished.add(attempt);
    loop.wake();
  }

  /** Writes what is left; what cannot be written now is decided by its lease. */
  void stop() {
    loop.close();
    write();
  }

  private boolean write() {
    finished.drainTo(batch, BATCH - batch.size());
    if (batch.isEmpty()) {
      return false;
    }
    transactions.runNew(
        () -> {
          deliveries.finish(batch);
          return null;
        });
    batch.clear();
    return true;
  }
}
