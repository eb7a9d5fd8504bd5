package io.parceldesk.chassis.inbox;

import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Gives each event to its use case once, in a transaction that also remembers it. What cannot be
 * read, and what the domain or a constraint refuses, is buried as a dead letter with its reason;
 * every other failure is tried again until it succeeds. Offsets are committed after the work.
 */
@ApplicationScoped
public class Inbox {
  private final Transactions transactions;
  private final Sql sql;
  private final EventReader reader;
  private final DeadLetters deadLetters;
  private final Persistence persistence;

  Inbox(
      Transactions transactions,
      Sql sql,
      EventReader reader,
      DeadLetters deadLetters,
      Persistence persistence) {
    this.transactions = transactions;
    this.sql = sql;
    this.reader = reader;
    this.deadLetters = deadLetters;
    this.persistence = persistence;
  }

  /**
   * What a record says, for whoever only looks: nothing is remembered. Empty for what cannot be
   * read.
   */
  public <E> Optional<ReceivedEvent<E>> look(
      ConsumerRecord<String, byte[]> record, Class<? extends E> contract) {
    try {
      return reader
          .read(record, contract)
          .map(read -> new ReceivedEvent<>(read.event(), read.meta()));
    } catch (UnreadableEvent e) {
      return Optional.empty();
    }
  }

  /** One transaction for each record, in order. */
  public <E> void receive(
      String channel,
      ConsumerRecords<String, byte[]> records,
      Class<E> contract,
      BiConsumer<E, EventMeta> useCase) {
    for (var record : records) {
      persistence.untilDone(() -> take(channel, record, contract, useCase));
    }
  }

  /**
   * One transaction for the whole batch, for work that locks no case. The use case gets the events
   * that are new; if one of them is refused the batch is done again one by one.
   */
  public <E> void receiveTogether(
      String channel,
      ConsumerRecords<String, byte[]> records,
      Class<E> contract,
      Consumer<List<ReceivedEvent<E>>> useCase) {
    try {
      persistence.untilDone(() -> takeAll(channel, records, contract, useCase));
    } catch (Refused refused) {
      receive(
          channel,
          records,
          contract,
          (event, meta) -> useCase.accept(List.of(new ReceivedEvent<>(event, meta))));
    }
  }

  private <E> void take(
      String channel,
      ConsumerRecord<String, byte[]> record,
      Class<E> contract,
      BiConsumer<E, EventMeta> useCase) {
    try {
      transactions.runNew(
          () -> {
            reader
                .read(record, contract)
                .filter(received -> remember(received.meta()))
                .ifPresent(received -> handOver(received, useCase));
            return null;
          });
    } catch (RuntimeException e) {
      buryOrThrow(channel, record, e);
    }
  }

  /**
   * A dead letter again, in the current transaction; that it was remembered when buried does not
   * matter.
   */
  <E> void replay(
      ConsumerRecord<String, byte[]> record, Class<E> contract, BiConsumer<E, EventMeta> useCase) {
    reader
        .read(record, contract)
        .ifPresent(
            received -> {
              remember(received.meta());
              handOver(received, useCase);
            });
  }

  private static <E> void handOver(ReceivedEvent<E> received, BiConsumer<E, EventMeta> useCase) {
    Tracing.in(received.meta(), () -> useCase.accept(received.event(), received.meta()));
  }

  private void buryOrThrow(
      String channel, ConsumerRecord<String, byte[]> record, RuntimeException e) {
    if (!isRefusal(e)) {
      throw e;
    }
    transactions.runNew(
        () -> {
          if (!(e instanceof UnreadableEvent)) {
            remember(EventMeta.of(record));
          }
          deadLetters.bury(channel, record, e);
          return null;
        });
  }

  private <E> void takeAll(
      String channel,
      ConsumerRecords<String, byte[]> records,
      Class<E> contract,
      Consumer<List<ReceivedEvent<E>>> useCase) {
    try {
      transactions.runNew(
          () -> {
            var fresh = new ArrayList<ReceivedEvent<E>>();
            for (var record : records) {
              reader
                  .read(record, contract)
                  .filter(received -> remember(received.meta()))
                  .ifPresent(fresh::add);
            }
            useCase.accept(fresh);
            return null;
          });
    } catch (RuntimeException e) {
      throw isRefusal(e) ? new Refused(e) : e;
    }
  }

  /** False when the event was taken in before. */
  private boolean remember(EventMeta meta) {
    return sql.update(
            "insert into inbox (source, event_id) values (?, ?) on conflict do nothing",
            meta.source(),
            meta.id())
        == 1;
  }

  private static boolean isRefusal(RuntimeException e) {
    return e instanceof UnreadableEvent
        || e instanceof DomainException
        || e instanceof BrokenSeal
        || DatabaseFailure.isConstraint(e);
  }

  /** Whether trying again is pointless because the batch has to be taken apart. */
  static boolean isFinal(RuntimeException e) {
    return e instanceof Refused;
  }

  /** One record of a batch was refused. */
  private static final class Refused extends RuntimeException {
    Refused(RuntimeException cause) {
      super(cause);
    }
  }
}
