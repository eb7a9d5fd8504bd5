package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * notification-service is killed in the middle of 2,000 deliveries. Afterwards every customer has
 * been told, and twice only those whose message was in flight. It takes minutes, as the leases of
 * the dead have to run out, so it runs by name only.
 */
class KilledNotificationFault {
  private static final int COMPLAINTS = Integer.getInteger("parceldesk.messages", 2_000);
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** So many may be under way at once: the windows of two gateways, and what waits for them. */
  private static final int IN_FLIGHT = 2 * 16 * 5;

  @Test
  void tellsEverybody() throws Exception {
    var service = RunningPlatform.get().service(Service.NOTIFICATION);
    var registered = Executors.newFixedThreadPool(8);
    try {
      var futures =
          IntStream.range(0, COMPLAINTS)
              .mapToObj(i -> registered.submit(() -> Complaint.about("ATTITUDE").register()))
              .toList();
      await().atMost(PATIENCE).until(() -> sms().size() >= COMPLAINTS / 4);
      service.kill();
      service.launch();
      service.awaitReady();
      var complaints = all(futures);

      await().atMost(PATIENCE).until(() -> missing(complaints).isEmpty());

      var twice = counts(complaints).values().stream().filter(count -> count > 1).count();
      assertThat(twice).as("told twice").isLessThanOrEqualTo(IN_FLIGHT);
    } finally {
      registered.shutdownNow();
    }
  }

  private static List<String> missing(List<Complaint> complaints) {
    var told = counts(complaints);
    return complaints.stream().map(Complaint::number).filter(n -> !told.containsKey(n)).toList();
  }

  /** How many messages hold each number. */
  private static Map<String, Integer> counts(List<Complaint> complaints) {
    var phones = new HashMap<String, String>();
    complaints.forEach(complaint -> phones.put(complaint.phone(), complaint.number()));
    var counts = new HashMap<String, Integer>();
    for (var sms : sms()) {
      var number = phones.get(String.valueOf(sms.get("destination")).replaceFirst("^86", ""));
      if (number != null && String.valueOf(sms.get("text")).contains(number)) {
        counts.merge(number, 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<Map<String, Object>> sms() {
    return Inbox.list("sms").getList("");
  }

  private static <T> List<T> all(List<Future<T>> futures) throws Exception {
    var results = new ArrayList<T>();
    for (var future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
