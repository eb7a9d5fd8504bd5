package io.parceldesk.chassis.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.outbox.EventTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns records into events of a contract. It passes over types it does not know and fields it does
 * not need.
 */
@ApplicationScoped
class EventReader {
  private final ObjectMapper json;
  private final Map<Class<?>, Map<String, ?>> typesOfContract = new ConcurrentHashMap<>();

  EventReader(ObjectMapper json) {
    this.json =
        json.copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL);
  }

  /** Empty for tombstones and for types that the contract does not have. */
  <E> Optional<ReceivedEvent<E>> read(ConsumerRecord<String, byte[]> record, Class<E> contract) {
    if (record.value() == null) {
      return Optional.empty();
    }
    var meta = EventMeta.of(record);
    return Optional.ofNullable(typeOf(contract, meta.type()))
        .map(type -> new ReceivedEvent<>(parse(record.value(), type), meta));
  }

  @SuppressWarnings("unchecked") // the map is filled for this very contract
  private <E> Class<? extends E> typeOf(Class<E> contract, String name) {
    return (Class<? extends E>) typesOfContract.computeIfAbsent(contract, EventTypes::of).get(name);
  }

  private <E> E parse(byte[] value, Class<? extends E> type) {
    try {
      return json.readValue(value, type);
    } catch (IOException e) {
      throw new UnreadableEvent("its data is not a " + type.getSimpleName(), e);
    }
  }
}
