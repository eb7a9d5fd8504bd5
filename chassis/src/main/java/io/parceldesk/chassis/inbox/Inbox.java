package io.parceldesk.chassis.inbox;

import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.trace.CaseLog;
import io.parceldesk.chassis.transaction.DatabaseFailure;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
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
  // in one order, so that two who take in the same events wait for each other and never in a circle
  private static final String REMEMBER_ALL =
      """
      insert into inbox (source, event_id)
      select * from unnest(?::text[], ?::text[]) as told (source, event_id) order by 1, 2
      on conflict do nothing returning source, event_id
      """;

  private record Identity(String source, String eventId) {
    static Identity of(EventMeta meta) {
      return new Identity(meta.source(), meta.id());
    }
  }

  private final Transactions transactions;
  private final Sql sql;
  private final EventReader events;
  private final DeadLetters deadLetters;
  private final Persistence persistence;
  private final InboxMeters meters;

  Inbox(
      Transactions transactions,
      Sql sql,
      EventReader events,
      DeadLetters deadLetters,
      Persistence persistence,
      InboxMeters meters) {
    this.transactions = transactions;
    this.sql = sql;
    this.events = events;
    this.deadLetters = deadLetters;
    this.persistence = persistence;
    this.meters = meters;
  }

  /**
   * What a record says, for whoever only looks: nothing is remembered. Empty for what cannot be
   * read.
   */
  public <E> Optional<ReceivedEvent<E>> look(
      ConsumerRecord<String, byte[]> record, Class<? extends E> contract) {
    try {
      return events
          .read(record, contract)
          .map(read -> new ReceivedEvent<>(read.event(), read.meta()));
    } catch (UnreadableEvent e) {
      return Optional.empty();
    }
  }

  /** What CloudEvents of a contract say. */
  <E> RecordReader<E> events(Class<E> contract) {
    return record -> events.read(record, contract);
  }

  /** One transaction for each record, in order. */
  <E> void receive(
      String channel,
      ConsumerRecords<String, byte[]> records,
      RecordReader<E> reader,
      BiConsumer<E, EventMeta> useCase) {
    for (var record : records) {
      meters.timed(
          channel,
          List.of(record),
          () -> persistence.untilDone(() -> take(channel, record, reader, useCase)));
    }
  }

  /**
   * One transaction for the whole batch, for work that locks no case. The use case gets the events
   * that are new. If one of them is refused the batch is halved until that one is alone.
   */
  <E> void receiveTogether(
      String channel,
      ConsumerRecords<String, byte[]> records,
      RecordReader<E> reader,
      Consumer<List<ReceivedEvent<E>>> useCase) {
    var all = new ArrayList<ConsumerRecord<String, byte[]>>();
    records.forEach(all::add);
    meters.timed(channel, all, () -> receiveTogether(channel, all, reader, useCase));
  }

  private <E> void receiveTogether(
      String channel,
      List<ConsumerRecord<String, byte[]>> records,
      RecordReader<E> reader,
      Consumer<List<ReceivedEvent<E>>> useCase) {
    try {
      persistence.untilDone(() -> takeAll(records, reader, useCase));
    } catch (Refused refused) {
      if (records.size() == 1) {
        persistence.untilDone(() -> take(channel, records.get(0), reader, alone(useCase)));
      } else {
        var half = records.size() / 2;
        receiveTogether(channel, records.subList(0, half), reader, useCase);
        receiveTogether(channel, records.subList(half, records.size()), reader, useCase);
      }
    }
  }

  private static <E> BiConsumer<E, EventMeta> alone(Consumer<List<ReceivedEvent<E>>> useCase) {
    return (event, meta) -> useCase.accept(List.of(new ReceivedEvent<>(event, meta)));
  }

  private <E> void take(
      String channel,
      ConsumerRecord<String, byte[]> record,
      RecordReader<E> reader,
      BiConsumer<E, EventMeta> useCase) {
    try {
      transactions.runNew(
          () -> {
            reader
                .read(record)
                .filter(received -> remember(received.meta()))
                .ifPresent(received -> handOver(received, useCase));
            return null;
          });
    } catch (RuntimeException e) {
      buryOrThrow(channel, record, reader, e);
    }
  }

  /**
   * A dead letter again, in the current transaction; that it was remembered when buried does not
   * matter.
   */
  <E> void replay(
      ConsumerRecord<String, byte[]> record,
      RecordReader<E> reader,
      BiConsumer<E, EventMeta> useCase) {
    reader
        .read(record)
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
      String channel,
      ConsumerRecord<String, byte[]> record,
      RecordReader<?> reader,
      RuntimeException e) {
    if (!isRefusal(e)) {
      throw e;
    }
    CaseLog.about(record.key(), () -> bury(channel, record, reader, e));
  }

  private void bury(
      String channel,
      ConsumerRecord<String, byte[]> record,
      RecordReader<?> reader,
      RuntimeException e) {
    transactions.runNew(
        () -> {
          if (!(e instanceof UnreadableEvent)) {
            reader.read(record).map(ReceivedEvent::meta).ifPresent(this::remember);
          }
          deadLetters.bury(channel, record, e);
          return null;
        });
  }

  private <E> void takeAll(
      List<ConsumerRecord<String, byte[]>> records,
      RecordReader<E> reader,
      Consumer<List<ReceivedEvent<E>>> useCase) {
    try {
      transactions.runNew(
          () -> {
            var read = records.stream().map(reader::read).flatMap(Optional::stream).toList();
            Tracing.together(rememberAll(read), useCase);
            return null;
          });
    } catch (RuntimeException e) {
      throw isRefusal(e) ? new Refused(e) : e;
    }
  }

  /** Those that were not taken in before, in their order and each once. */
  private <E> List<ReceivedEvent<E>> rememberAll(List<ReceivedEvent<E>> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    var fresh =
        new HashSet<>(
            sql.list(
                REMEMBER_ALL,
                row -> new Identity(row.getString("source"), row.getString("event_id")),
                events.stream().map(event -> event.meta().source()).toList(),
                events.stream().map(event -> event.meta().id()).toList()));
    return events.stream().filter(event -> fresh.remove(Identity.of(event.meta()))).toList();
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
        || DatabaseFailure.isConstraint(e)
        || DatabaseFailure.isOutOfRange(e);
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
