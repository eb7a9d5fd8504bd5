package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service has published about some of its cases. */
final class EventsOfCases {
  private static final Map<Service, String> TOPICS =
      Map.of(
          Service.INQUIRY, Topics.INQUIRY,
          Service.COMPLAINT, Topics.COMPLAINT,
          Service.CLAIMS, Topics.CLAIMS);

  private final List<ConsumerRecord<String, String>> records;

  /** Waits until there is something about each of them. */
  EventsOfCases(Service service, Set<String> numbers) {
    try (var topic = new Topic(TOPICS.get(service))) {
      records =
          topic.await(read -> numbersOf(read).containsAll(numbers)).stream()
              .filter(record -> numbers.contains(record.key()))
              .toList();
    }
  }

  /** In order, none missing and none repeated. */
  void assertEachOnce() {
    var ids = new HashSet<String>();
    records.forEach(
        record ->
            assertThat(ids.add(Topic.header(record, "ce_id"))).as("once: " + record).isTrue());
    assertInOrder();
  }

  /** In order, none missing; after a crash some may come again. */
  void assertNoneMissing() {
    assertInOrder();
  }

  private void assertInOrder() {
    var firsts = new LinkedHashMap<String, ConsumerRecord<String, String>>();
    records.forEach(record -> firsts.putIfAbsent(Topic.header(record, "ce_id"), record));
    var sequences = new HashMap<String, List<Integer>>();
    for (var record : firsts.values()) {
      sequences
          .computeIfAbsent(record.key(), key -> new ArrayList<>())
          .add(Integer.parseInt(Topic.header(record, "ce_caseseq")));
    }
    sequences.forEach(
        (number, sequence) ->
            assertThat(sequence)
                .as(number)
                .isEqualTo(IntStream.rangeClosed(1, sequence.size()).boxed().toList()));
  }

  private static Set<String> numbersOf(List<ConsumerRecord<String, String>> records) {
    return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
  }
}
