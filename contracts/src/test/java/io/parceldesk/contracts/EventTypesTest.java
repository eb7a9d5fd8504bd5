package io.parceldesk.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sealed interfaces name all their events, and nothing is shipped for an event that is gone.
 */
class EventTypesTest {
  static Set<Class<?>> interfaces() {
    return Contract.TOPICS.keySet();
  }

  @ParameterizedTest
  @MethodSource("interfaces")
  void anInterfaceNamesExactlyTheEventsThatItPermits(Class<?> events) {
    assertThat(Contract.types(events))
        .extracting(JsonSubTypes.Type::value)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrder(events.getPermittedSubclasses());
  }

  @ParameterizedTest
  @MethodSource("io.parceldesk.contracts.Contract#all")
  void anEventIsNamedAfterItsRecord(Contract contract) {
    var words = contract.record().getSimpleName().split("(?=[A-Z])");

    assertThat(contract.name()).isEqualTo(String.join("-", words).toLowerCase());
  }

  @Test
  void everyEventHasItsSchemaAndNoneIsLeftOver() {
    var expected = new TreeSet<>(Contract.names());
    expected.add("common");

    assertThat(Contract.namesIn("schemas")).isEqualTo(expected);
  }

  @Test
  void everyEventHasItsSampleAndNoneIsLeftOver() {
    assertThat(Contract.namesIn("samples")).isEqualTo(Contract.names());
  }

  @Test
  void everyTopicButTheInboundOneHasAnInterface() throws IllegalAccessException {
    var topics = new TreeSet<String>();
    for (var field : Topics.class.getFields()) {
      topics.add((String) field.get(null));
    }

    assertThat(topics).containsAll(Contract.TOPICS.values());
    topics.removeAll(Contract.TOPICS.values());
    assertThat(topics).isEqualTo(Set.of(Topics.COURIER_PARCEL_SCANS));
  }
}
