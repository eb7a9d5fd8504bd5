package io.parceldesk.chassis.outbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.parceldesk.contracts.ClaimsEvent;
import io.parceldesk.contracts.ComplaintEvent;
import io.parceldesk.contracts.DirectoryEvent;
import io.parceldesk.contracts.InquiryEvent;
import io.parceldesk.contracts.NotificationEvent;
import io.parceldesk.contracts.OutletEvent;
import io.parceldesk.contracts.ParcelEvent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the contracts' events on the wire. */
public final class EventTypes {
  private static final Map<Class<?>, String> NAMES =
      Stream.of(
              InquiryEvent.class,
              ComplaintEvent.class,
              ClaimsEvent.class,
              OutletEvent.class,
              DirectoryEvent.class,
              ParcelEvent.class,
              NotificationEvent.class)
          .flatMap(EventTypes::subtypes)
          .collect(
              Collectors.toUnmodifiableMap(
                  JsonSubTypes.Type::value, JsonSubTypes.Type::name, (a, b) -> a));

  private EventTypes() {}

  /** {@code io.parceldesk.complaint-escalated.v1} for a {@code ComplaintEscalated}. */
  static String nameOf(Class<?> event) {
    var name = NAMES.get(event);
    if (name == null) {
      throw new IllegalArgumentException(event.getName() + " is not an event of the contracts");
    }
    return name;
  }

  /** The events of one contract by their names on the wire. */
  public static <E> Map<String, Class<? extends E>> of(Class<E> contract) {
    return subtypes(contract)
        .collect(
            Collectors.toUnmodifiableMap(
                JsonSubTypes.Type::name, type -> type.value().asSubclass(contract)));
  }

  private static Stream<JsonSubTypes.Type> subtypes(Class<?> contract) {
    return Arrays.stream(contract.getAnnotation(JsonSubTypes.class).value());
  }

  /** {@code complaint-escalated.v1}, by which the schema is filed. */
  static String shortName(String type) {
    return type.substring("io.parceldesk.".length());
  }
}
