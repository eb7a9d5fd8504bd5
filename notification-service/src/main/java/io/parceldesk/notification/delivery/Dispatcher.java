package io.parceldesk.notification.delivery;

import io.opentelemetry.api.trace.SpanKind;
import io.parceldesk.chassis.trace.CaseLog;
import io.parceldesk.chassis.trace.Traces;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Carrier;
import io.parceldesk.notification.Delivery;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.FinishedAttempt;
import io.parceldesk.notification.Loop;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Feeds one carrier: takes what is due in its lanes as far as there is room, has it carried by as
 * many threads as the carrier's window is wide, and hands the outcomes to the finisher. No database
 * transaction is open while something is being sent.
 */
final class Dispatcher {
  private static final Logger LOG = Logger.getLogger(Dispatcher.class);

  /** How long a message may be late when nothing woke the loop, as for a retry that falls due. */
  private static final Duration REST = Duration.ofMillis(250);

  /** A lease must outlive the longest answer, else another replica could send the same message. */
  private static final Duration LONGEST_WAIT =
      DeliveryRepository.LEASE.minus(Duration.ofSeconds(20));

  private static final int LAST_PART = 99; // who knows how far it came

  private final Carrier carrier;
  private final Transactions transactions;
  private final DeliveryRepository deliveries;
  private final Finisher finisher;
  private final Clock clock;
  private final LaneMeters meters;
  private final ExecutorService senders;
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
  private final Loop loop;
  private volatile boolean stopping;

  Dispatcher(
      Carrier carrier,
      Transactions transactions,
      DeliveryRepository deliveries,
      Finisher finisher,
      LaneMeters meters,
      Clock clock) {
    this.carrier = carrier;
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.finisher = finisher;
    this.meters = meters;
    this.clock = clock;
    this.senders =
        Executors.newFixedThreadPool(
            carrier.window(), work -> new Thread(work, "send-" + carrier.name()));
    meters.watch(carrier, () -> underWay.values().stream().mapToInt(Integer::intValue).sum());
    this.loop = new Loop("dispatch-" + carrier.name(), REST, this::takeDue);
  }

  void start() {
    loop.start();
  }

  void wake() {
    loop.wake();
  }

  /** Takes nothing new and gives back what waits. */
  void stop() {
    stopping = true;
    loop.stop();
  }

  /** Lets what is under way come to its end. */
  void awaitEnd(TimeLeft left) {
    loop.awaitEnd(left.now());
    senders.shutdown();
    try {
      if (!senders.awaitTermination(left.now().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warnf("%s is still sending; the leases will run out", carrier.name());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean takeDue() {
    var taken = 0;
    for (var lane : carrier.lanes()) {
      taken += takeDue(lane);
    }
    return taken > 0;
  }

  private int takeDue(String lane) {
    var room = carrier.room(lane);
    var free = room - underWay.getOrDefault(lane, 0);
    if (stopping || free <= room / 4) {
      return 0; // small claims cost as much as large ones
    }
    var claimedAt = clock.instant();
    var claimed = transactions.runNew(() -> deliveries.claim(lane, free, UUID.randomUUID()));
    for (var delivery : claimed) {
      underWay.merge(lane, 1, Integer::sum);
      senders.execute(() -> carry(delivery, claimedAt));
    }
    return claimed.size();
  }

  private void carry(Delivery delivery, Instant claimedAt) {
    var startedAt = clock.instant();
    var waitedTooLong = Duration.between(claimedAt, startedAt).compareTo(LONGEST_WAIT) > 0;
    var outcome = stopping || waitedTooLong ? Outcome.postponed() : traced(delivery);
    var attempt =
        new FinishedAttempt(delivery, carrier.name(), startedAt, clock.instant(), outcome);
    meters.count(attempt);
    finisher.add(attempt);
    underWay.merge(delivery.lane(), -1, Integer::sum);
    loop.wake();
  }

  /** As a step of the trace that led to the message, with its case in the log. */
  private Outcome traced(Delivery delivery) {
    return Traces.goOn(
        delivery.traceparent(),
        "send " + delivery.channel(),
        SpanKind.CLIENT,
        () -> CaseLog.about(delivery.caseNumber(), () -> outcomeOf(delivery)));
  }

  private Outcome outcomeOf(Delivery delivery) {
    if (delivery.message() == null) {
      return Outcome.refused(null, "the stored message cannot be opened");
    }
    try {
      return carrier.carry(delivery);
    } catch (RuntimeException e) {
      // a defect of ours says nothing about what has left
      LOG.errorf(e, "%s failed to carry delivery %s", carrier.name(), delivery.id());
      return delivery.channel() == MessageChannel.SMS
          ? new Outcome.Unknown(LAST_PART, "internal error", Duration.ofMinutes(1), List.of())
          : Outcome.tryAgain(null, "internal error", Duration.ofMinutes(1));
    }
  }
}
