package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.servers.SmsBehaviour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * notification-service is killed while it sends SMS to customers and webhooks to an outlet. Nobody
 * is left out, and told twice only what was being sent at that moment. The leases of the dead are
 * made to run out at once, and all events are taken in before, as a consumer group needs a while to
 * notice a death; faults/killed-notification.sh waits for both, with 2,000 of each.
 */
class KilledNotificationJourney {
  private static final int COMPLAINTS = Integer.getInteger("parceldesk.messages", 60);
  private static final boolean LEASES_RUN_OUT = Boolean.getBoolean("parceldesk.leases-run-out");
  private static final Duration PATIENCE = Duration.ofMinutes(LEASES_RUN_OUT ? 10 : 2);
  private static final String OUTLET = "LLT-SH-02";

  /** Longer than it takes to kill a process, and shorter than a submit waits for its answer. */
  private static final SmsBehaviour SLOW =
      new SmsBehaviour(
          Duration.ofSeconds(5),
          SmsBehaviour.Answer.ACCEPTED,
          SmsBehaviour.Receipt.DELIVERED,
          Duration.ofMillis(100),
          false);

  private static ExecutorService desks;

  private final AtomicInteger registered = new AtomicInteger();

  @BeforeAll
  static void openDesks() {
    desks = Executors.newFixedThreadPool(8);
    OutletEndpoint.registered(OUTLET);
  }

  @AfterAll
  static void closeDesks() {
    desks.shutdownNow();
  }

  @Test
  void leavesNobodyOutAndRepeatsOnlyWhatWasCutOff() throws Exception {
    var registrations =
        IntStream.range(0, COMPLAINTS)
            .mapToObj(i -> Complaint.about("ATTITUDE").against(OUTLET))
            .map(complaint -> desks.submit(() -> register(complaint)))
            .toList();
    await().atMost(PATIENCE).until(() -> registered.get() >= COMPLAINTS / 4);
    var cutOff = killWhileSending(registrations);
    var complaints = all(registrations);

    awaitSettled(complaints);

    var sms = sms(complaints);
    var webhooks = webhooks();
    for (var complaint : complaints) {
      var number = complaint.number();
      assertThat(sms.get(number)).as("SMS of " + number).isNotNull();
      assertThat(sms.get(number) == 1 || cutOff.contains(number + " SMS")).as(number).isTrue();
      var ids = webhooks.get(number);
      assertThat(ids).as("webhooks of " + number).isNotNull();
      assertThat(new HashSet<>(ids)).as("a repeated one has the same id").hasSize(1);
      assertThat(ids.size() == 1 || cutOff.contains(number + " WEBHOOK")).as(number).isTrue();
    }
  }

  private Complaint register(Complaint.Builder complaint) {
    var done = complaint.register();
    registered.incrementAndGet();
    return done;
  }

  /** The messages that were being sent, as {@code CMP-… SMS}. */
  private static Set<String> killWhileSending(List<Future<Complaint>> registrations)
      throws Exception {
    var service = RunningPlatform.get().service(Service.NOTIFICATION);
    var gateways = RunningPlatform.get().sms();
    gateways.treatAll(SLOW);
    try {
      if (!LEASES_RUN_OUT) {
        awaitPlanned(all(registrations));
      }
      await().atMost(PATIENCE).until(() -> sending().stream().anyMatch(s -> s.endsWith(" SMS")));
      service.kill();
    } finally {
      gateways.treatAll(SmsBehaviour.normal());
    }
    var cutOff = sending();
    if (!LEASES_RUN_OUT) {
      pass("update delivery set lease_until = now() where status = 'SENDING'");
    }
    service.launch();
    service.awaitReady();
    return cutOff;
  }

  private static void awaitPlanned(List<Complaint> complaints) {
    var planned =
        "select case_number from delivery where %s group by 1 having count(distinct channel) = 2"
            .formatted(messagesOf(complaints));
    await().atMost(PATIENCE).until(() -> texts(planned).size() == complaints.size());
  }

  private static String messagesOf(List<Complaint> complaints) {
    var numbers = complaints.stream().map(Complaint::number).toList();
    return "channel in ('SMS', 'WEBHOOK') and case_number in ('%s')"
        .formatted(String.join("', '", numbers));
  }

  private static Set<String> sending() {
    return Set.copyOf(
        texts("select case_number || ' ' || channel from delivery where status = 'SENDING'"));
  }

  /** What may have left is waited for; by its receipt it may turn out that it has. */
  private static void awaitSettled(List<Complaint> complaints) {
    var numbers = complaints.stream().map(Complaint::number).toList();
    var open =
        """
        select id::text from delivery
         where %s and (status in ('PENDING', 'SENDING')
                       or status = 'UNKNOWN' and next_attempt_at < 'infinity')
        """
            .formatted(messagesOf(complaints));
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              if (!LEASES_RUN_OUT) {
                pass(
                    "update delivery set next_attempt_at = now()"
                        + " where status = 'UNKNOWN' and next_attempt_at < 'infinity'");
              }
              return sms(complaints).size() == COMPLAINTS
                  && webhooks().keySet().containsAll(numbers)
                  && texts(open).isEmpty();
            });
  }

  /** How many SMS hold each number. */
  private static Map<String, Integer> sms(List<Complaint> complaints) {
    var numbers = new HashMap<String, String>();
    complaints.forEach(complaint -> numbers.put(complaint.phone(), complaint.number()));
    var counts = new HashMap<String, Integer>();
    for (var sms : Inbox.list("sms").<Map<String, Object>>getList("")) {
      var number = numbers.get(String.valueOf(sms.get("destination")).replaceFirst("^86", ""));
      if (number != null && String.valueOf(sms.get("text")).contains(number)) {
        counts.merge(number, 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The ids of the webhooks that told of each registration. */
  private static Map<String, List<String>> webhooks() {
    var ids = new HashMap<String, List<String>>();
    for (var webhook : RunningPlatform.get().webhooks().webhooksTo(OUTLET)) {
      if ("complaint.registered".equals(webhook.type())) {
        var number = webhook.body().replaceFirst("(?s).*\"number\":\"(CMP-[^\"]*)\".*", "$1");
        ids.computeIfAbsent(number, any -> new ArrayList<>()).add(webhook.id());
      }
    }
    return ids;
  }

  private static List<String> texts(String query) {
    return Databases.texts(Service.NOTIFICATION, query);
  }

  /** As if the time had passed. */
  private static void pass(String statement) {
    Databases.execute(Service.NOTIFICATION, statement);
  }

  private static <T> List<T> all(List<Future<T>> futures) throws Exception {
    var results = new ArrayList<T>();
    for (var future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
