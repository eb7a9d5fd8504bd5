package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a topic tells of cases once what was delivered twice is left out. */
final class CaseEvents {
  /** The types of each case's events in their order, which is without a gap. */
  static Map<String, List<String>> typesOf(
      Collection<ConsumerRecord<String, String>> records, Set<String> numbers) {
    var types = new LinkedHashMap<String, List<String>>();
    firstDeliveries(records, numbers)
        .forEach((number, events) -> types.put(number, typesInOrder(number, events.values())));
    return types;
  }

  /** Nothing was delivered twice, as nothing broke. */
  static void assertNoneTwice(
      Collection<ConsumerRecord<String, String>> records, Set<String> numbers) {
    assertThat(records)
        .filteredOn(record -> numbers.contains(record.key()))
        .extracting(record -> Topic.header(record, "ce_id"))
        .doesNotHaveDuplicates();
  }

  /** By case and the event's id; a second delivery says what the first one said. */
  private static Map<String, Map<String, ConsumerRecord<String, String>>> firstDeliveries(
      Collection<ConsumerRecord<String, String>> records, Set<String> numbers) {
    var deliveries = new LinkedHashMap<String, Map<String, ConsumerRecord<String, String>>>();
    for (var record : records) {
      if (numbers.contains(record.key())) {
        var ofCase = deliveries.computeIfAbsent(record.key(), key -> new LinkedHashMap<>());
        var earlier = ofCase.putIfAbsent(Topic.header(record, "ce_id"), record);
        if (earlier != null) {
          assertThat(record.value()).as("a duplicate").isEqualTo(earlier.value());
        }
      }
    }
    return deliveries;
  }

  private static List<String> typesInOrder(
      String number, Collection<ConsumerRecord<String, String>> events) {
    var sequence = new ArrayList<Integer>();
    var types = new ArrayList<String>();
    for (var event : events) {
      sequence.add(Integer.parseInt(Topic.header(event, "ce_caseseq")));
      types.add(Topic.type(event));
    }
    assertThat(sequence)
        .as(number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, sequence.size()).boxed().toList());
    return types;
  }

  private CaseEvents() {}
}
