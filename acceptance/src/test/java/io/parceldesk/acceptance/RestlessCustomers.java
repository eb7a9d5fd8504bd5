package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.launcher.ServiceProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Customers who come to each of three desks, one after the other, with a complaint, an inquiry and
 * a claim each.
 */
final class RestlessCustomers implements AutoCloseable {
  private static final int DESKS = 3;
  private static final Map<Service, String> TOPICS =
      Map.of(
          Service.INQUIRY, Topics.INQUIRY,
          Service.COMPLAINT, Topics.COMPLAINT,
          Service.CLAIMS, Topics.CLAIMS);

  private final Map<Service, Ingress> ways = new EnumMap<>(Service.class);
  private final List<Served> served = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService desks = Executors.newScheduledThreadPool(DESKS);

  /** Whose case has been accepted. */
  record Served(Service service, String path, String number, String phone) {}

  /** Services that are not named are asked where they always are. */
  RestlessCustomers(Map<Service, List<ServiceProcess>> replicas) {
    for (var service : Service.values()) {
      var of = replicas.getOrDefault(service, List.of(RunningPlatform.get().service(service)));
      ways.put(service, new Ingress(of));
    }
  }

  /** So many milliseconds apart, or as fast as they are served. */
  void come(long millis) {
    for (var i = 0; i < DESKS; i++) {
      desks.scheduleAtFixedRate(this::comeOnce, 0, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Waits until so many more have been served. */
  void awaitServed(int more) {
    var enough = served.size() + more;
    await().atMost(Desk.PATIENCE).until(() -> served.size() >= enough);
  }

  /** Returns once nobody's request is under way. */
  void goHome() throws InterruptedException {
    desks.shutdown();
    assertThat(desks.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
  }

  @Override
  public void close() {
    desks.shutdownNow();
    ways.values().forEach(Ingress::close);
  }

  /** Each case and its events are there and in order, and each customer knows the number. */
  void assertNothingLost() {
    for (var each : served) {
      var view = Desk.get("agent", each.service(), each.path() + "/" + each.number());
      assertThat(view.statusCode()).as(each.number()).isEqualTo(200);
    }
    TOPICS.keySet().forEach(this::eventsInOrder);
    awaitTold();
  }

  /** Also nothing comes twice. */
  void assertNothingLostOrRepeated() {
    assertNothingLost();
    for (var service : TOPICS.keySet()) {
      CaseEvents.assertNoneTwice(eventsInOrder(service), servedBy(service));
    }
    assertThat(awaitTold()).doesNotHaveDuplicates();
  }

  /** What was published, once there is something about each of them. */
  private List<ConsumerRecord<String, String>> eventsInOrder(Service service) {
    var numbers = servedBy(service);
    try (var topic = new Topic(TOPICS.get(service))) {
      var records =
          topic.await(
              read ->
                  read.stream()
                      .map(ConsumerRecord::key)
                      .collect(Collectors.toSet())
                      .containsAll(numbers));
      CaseEvents.typesOf(records, numbers);
      return records;
    }
  }

  private void comeOnce() {
    come(Service.COMPLAINT, "/complaints", RestlessCustomers::complaint);
    come(Service.INQUIRY, "/inquiries", RestlessCustomers::inquiry);
    come(Service.CLAIMS, "/claims", RestlessCustomers::claim);
  }

  private List<String> awaitTold() {
    return await()
        .atMost(Desk.PATIENCE.multipliedBy(3))
        .until(this::messages, messages -> nameEverybody(String.join("\n", messages)));
  }

  private boolean nameEverybody(String messages) {
    return served.stream().allMatch(each -> messages.contains(each.number()));
  }

  private List<String> messages() {
    var phones = served.stream().map(Served::phone).collect(Collectors.toUnmodifiableSet());
    return Inbox.list("sms").<Map<String, Object>>getList("").stream()
        .filter(sms -> phones.contains(local(sms)))
        .map(sms -> local(sms) + ": " + sms.get("text"))
        .toList();
  }

  private static String local(Map<String, Object> sms) {
    return String.valueOf(sms.get("destination")).replaceFirst("^86", "");
  }

  List<Served> served() {
    return List.copyOf(served);
  }

  Set<String> servedBy(Service service) {
    return served.stream()
        .filter(each -> each.service() == service)
        .map(Served::number)
        .collect(Collectors.toSet());
  }

  List<String> failures() {
    return List.copyOf(failures);
  }

  private interface Form {
    Map<String, Object> of(String phone);
  }

  private void come(Service service, String path, Form form) {
    var phone = Desk.newPhone();
    try {
      var view = post(service, path, form.of(phone));
      served.add(new Served(service, path, view.getString("number"), phone));
    } catch (IOException e) {
      failures.add(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the desk closes
    }
  }

  private JsonPath post(Service service, String path, Map<String, Object> form)
      throws IOException, InterruptedException {
    return ways.get(service).post("service", path, UUID.randomUUID().toString(), form);
  }

  private static Map<String, Object> complaint(String phone) {
    return Map.of(
        "category", "ATTITUDE",
        "channel", "PHONE",
        "description", "态度恶劣",
        "demand", "道歉",
        "complainant", Desk.person("RECIPIENT", "李先生", phone, "zh-CN"));
  }

  private static Map<String, Object> inquiry(String phone) {
    return Map.of(
        "channel", "WEB",
        "subject", "PRICE",
        "inquirer", Desk.person("RECIPIENT", "郑女士", phone, "zh-CN"),
        "question", "寄到上海多少钱？");
  }

  private static Map<String, Object> claim(String phone) {
    return Map.of(
        "channel", "PHONE",
        "ground", "LOSS",
        "route", "DOMESTIC",
        "waybill", "LLT97" + phone.substring(phone.length() - 8),
        "claimant", Desk.person("SENDER", "王先生", phone, "zh-CN"),
        "claimed", Map.of("amount", "100.00", "currency", "CNY"),
        "description", "快件丢失");
  }
}
