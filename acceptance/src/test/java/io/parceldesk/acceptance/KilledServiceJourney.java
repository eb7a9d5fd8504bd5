package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** complaint-service is killed while 200 complaints are being escalated, and nothing is lost. */
class KilledServiceJourney {
  private static final int COMPLAINTS = 200;
  private static final int DONE_WHEN_KILLED = 60;
  private static ExecutorService desks;

  @BeforeAll
  static void openDesks() {
    desks = Executors.newFixedThreadPool(8);
  }

  @AfterAll
  static void closeDesks() {
    desks.shutdownNow();
  }

  @Test
  void losesNoEventAndNoMessage() throws Exception {
    var complaints = all(register());
    var escalated = new AtomicInteger();
    var escalations =
        complaints.stream().map(each -> desks.submit(() -> escalate(each, escalated))).toList();

    await().atMost(Desk.PATIENCE).until(() -> escalated.get() >= DONE_WHEN_KILLED);
    var service = RunningPlatform.get().service(Service.COMPLAINT);
    service.kill();
    assertThat(escalated.get()).as("escalated before the kill").isLessThan(COMPLAINTS);
    service.launch();
    service.awaitReady();
    all(escalations);

    var numbers = complaints.stream().map(Complaint::number).collect(Collectors.toSet());
    try (var topic = new Topic(Topics.COMPLAINT)) {
      var records = topic.await(read -> escalatedIn(read, numbers) == COMPLAINTS);
      assertThat(CaseEvents.typesOf(records, numbers).values())
          .hasSize(COMPLAINTS)
          .allSatisfy(
              types ->
                  assertThat(types)
                      .containsOnlyOnce("complaint-registered", "complaint-escalated"));
    }
    for (var complaint : complaints) {
      Inbox.awaitDifferentSms(complaint.phone(), 2); // of the registration and of the escalation
    }
  }

  private static List<Future<Complaint>> register() {
    return IntStream.range(0, COMPLAINTS)
        .mapToObj(number -> desks.submit(() -> Complaint.about("ATTITUDE").register()))
        .toList();
  }

  /** As a desk does when the line breaks: again, with the same key, until there is an answer. */
  private static Complaint escalate(Complaint complaint, AtomicInteger escalated) {
    Callable<Response> request =
        () ->
            Desk.as("supervisor")
                .header("Idempotency-Key", "escalate-" + complaint.number())
                .body(Map.of("level", 1, "reason", "CUSTOMER_INSISTS"))
                .post(RunningPlatform.url(Service.COMPLAINT) + complaint.path() + "/escalations");
    var answer =
        await()
            .atMost(Desk.PATIENCE.multipliedBy(2))
            .ignoreExceptions() // nobody listens while the service is down
            .until(request, response -> !isPassing(response.statusCode()));
    answer.then().statusCode(200);
    escalated.incrementAndGet();
    return complaint;
  }

  // 409: the same request of before the kill is still being carried out, as far as is known
  private static boolean isPassing(int status) {
    return status == 503 || status == 409;
  }

  private static long escalatedIn(
      Collection<ConsumerRecord<String, String>> records, Set<String> numbers) {
    return records.stream()
        .filter(record -> numbers.contains(record.key()))
        .filter(record -> Topic.header(record, "ce_type").contains("complaint-escalated"))
        .map(ConsumerRecord::key)
        .distinct()
        .count();
  }

  private static <T> List<T> all(List<Future<T>> futures) throws Exception {
    var results = new ArrayList<T>();
    for (var future : futures) {
      results.add(future.get());
    }
    return results;
  }
}
