package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.launcher.ServiceProcess;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * Services with two replicas each are restarted one replica after the other while customers come
 * in: no request fails, no event and no message is lost or repeated. Here one replica of one
 * service; all replicas of all four by {@code faults/rolling-restart.sh}.
 */
class RollingRestartJourney {
  private static final boolean WHOLE = Boolean.getBoolean("parceldesk.rolling.whole");
  private static final List<Service> RESTARTED =
      WHOLE ? List.of(Service.values()) : List.of(Service.COMPLAINT);
  private static final Map<Service, String> TOPICS =
      Map.of(
          Service.INQUIRY, Topics.INQUIRY,
          Service.COMPLAINT, Topics.COMPLAINT,
          Service.CLAIMS, Topics.CLAIMS);

  private final Map<Service, List<ServiceProcess>> replicas = new EnumMap<>(Service.class);

  @Test
  void nobodyNoticesARestart() throws Exception {
    for (var service : RESTARTED) {
      var second = RunningPlatform.get().startReplica(service, 2);
      replicas.put(service, List.of(RunningPlatform.get().service(service), second));
    }
    var customers = new RestlessCustomers(replicas);
    var desks = Executors.newFixedThreadPool(3);
    try {
      var coming = IntStream.range(0, 3).mapToObj(i -> desks.submit(customers)).toList();
      await().atMost(Desk.PATIENCE).until(() -> customers.served().size() >= 30);
      for (var service : RESTARTED) {
        for (var replica : WHOLE ? replicas.get(service) : replicas.get(service).subList(1, 2)) {
          restart(replica, customers);
        }
      }
      customers.goHome();
      for (var each : coming) {
        each.get();
      }
    } finally {
      customers.goHome();
      desks.shutdown();
      customers.close();
      replicas.values().forEach(both -> both.get(1).stop());
      replicas.values().forEach(both -> both.get(1).awaitStop());
    }

    assertThat(customers.failures()).isEmpty();
    for (var service : TOPICS.keySet()) {
      assertEveryEventOnceAndInOrder(service, customers.servedBy(service));
    }
    awaitEverybodyToldOnce(customers.served());
  }

  /** And there is work between one restart and the next. */
  private static void restart(ServiceProcess replica, RestlessCustomers customers) {
    replica.stop();
    assertThat(replica.awaitStop()).as(replica.url() + " ends by itself").isTrue();
    replica.launch();
    replica.awaitReady();
    var served = customers.served().size();
    await().atMost(Desk.PATIENCE).until(() -> customers.served().size() >= served + 10);
  }

  private static void assertEveryEventOnceAndInOrder(Service service, Set<String> numbers) {
    try (var topic = new Topic(TOPICS.get(service))) {
      var records = topic.await(read -> numbersOf(read).containsAll(numbers));
      var events = new HashMap<String, List<Integer>>();
      var ids = new HashSet<String>();
      for (var record : records) {
        if (numbers.contains(record.key())) {
          assertThat(ids.add(Topic.header(record, "ce_id"))).as("comes once: " + record).isTrue();
          events
              .computeIfAbsent(record.key(), key -> new ArrayList<>())
              .add(Integer.parseInt(Topic.header(record, "ce_caseseq")));
        }
      }
      events.forEach(
          (number, sequence) ->
              assertThat(sequence)
                  .as(number)
                  .isEqualTo(IntStream.rangeClosed(1, sequence.size()).boxed().toList()));
    }
  }

  private static Set<String> numbersOf(List<ConsumerRecord<String, String>> records) {
    return records.stream().map(ConsumerRecord::key).collect(Collectors.toSet());
  }

  private static void awaitEverybodyToldOnce(List<RestlessCustomers.Served> served) {
    var phones =
        served.stream()
            .map(RestlessCustomers.Served::phone)
            .collect(Collectors.toUnmodifiableSet());
    var texts =
        await()
            .atMost(Desk.PATIENCE.multipliedBy(3))
            .until(() -> textsTo(phones), told -> holdsAll(told, served));
    assertThat(texts).doesNotHaveDuplicates();
  }

  private static List<String> textsTo(Set<String> phones) {
    return Inbox.list("sms").<Map<String, Object>>getList("").stream()
        .filter(sms -> phones.contains(local(sms)))
        .map(sms -> local(sms) + ": " + sms.get("text"))
        .toList();
  }

  private static boolean holdsAll(List<String> texts, List<RestlessCustomers.Served> served) {
    var all = String.join("\n", texts);
    return served.stream().allMatch(each -> all.contains(each.number()));
  }

  private static String local(Map<String, Object> sms) {
    return String.valueOf(sms.get("destination")).replaceFirst("^86", "");
  }
}
