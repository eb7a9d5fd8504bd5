package io.parceldesk.chassis.inbox;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Finds out what a record says. */
@FunctionalInterface
public interface RecordReader<E> {
  /**
   * Empty for what is of no concern here; fails with {@link UnreadableEvent} for what cannot be
   * read.
   */
  Optional<ReceivedEvent<E>> read(ConsumerRecord<String, byte[]> record);
}
