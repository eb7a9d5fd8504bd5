package io.parceldesk.chassis.inbox;

import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Turns one topic's events into use cases. A subclass has the {@code @Incoming} method, which does
 * nothing but call {@link #receive} or {@link #receiveTogether}; it never catches, and ignores what
 * it has no use for.
 */
public abstract class EventsConsumer<E> {
  private final String channel;
  private final RecordReader<E> reader;
  private final Inbox inbox;

  protected EventsConsumer(String channel, Class<E> contract, Inbox inbox) {
    this(channel, inbox.events(contract), inbox);
  }

  /** For topics of systems that know no CloudEvents. */
  protected EventsConsumer(String channel, RecordReader<E> reader, Inbox inbox) {
    this.channel = channel;
    this.reader = reader;
    this.inbox = inbox;
  }

  /** What the event means here. Runs in the transaction that remembers it. */
  protected abstract void apply(E event, EventMeta meta);

  protected final void receive(ConsumerRecords<String, byte[]> records) {
    inbox.receive(channel, records, reader, this::apply);
  }

  /** For work that locks no case: a whole batch in one transaction. */
  protected final void receiveTogether(
      ConsumerRecords<String, byte[]> records, Consumer<List<ReceivedEvent<E>>> useCase) {
    inbox.receiveTogether(channel, records, reader, useCase);
  }

  boolean reads(String someChannel) {
    return channel.equals(someChannel);
  }

  /** Takes in a dead letter again; refused once more, it fails with the reason. */
  void replay(ConsumerRecord<String, byte[]> record) {
    inbox.replay(record, reader, this::apply);
  }
}
