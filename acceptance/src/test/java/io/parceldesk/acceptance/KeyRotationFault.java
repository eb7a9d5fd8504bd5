package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Both keys are changed while complaints come in and are searched by phone, and every service is
 * killed three times on the way. Everybody is found all the while, and once the old key is gone
 * every contact still says what it said. It takes minutes, so it runs by name only.
 */
class KeyRotationFault {
  private static final int AT_LEAST = Integer.getInteger("parceldesk.complaints", 300);
  private static final int WORKERS = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final Somebody SENDER =
      new Somebody(
          "尉迟明珠",
          "13951860428",
          "yuchi.mingzhu",
          "桂花路2046弄901室",
          "6225881937604059",
          "320102198704126053");
  private static final Somebody RECIPIENT =
      new Somebody(
          "端木青云",
          "13770591387",
          "duanmu.qingyun",
          "梧桐巷1107号1502室",
          "6214830718253953",
          "440305199211037136");

  private final Map<String, String> phones = new ConcurrentHashMap<>(); // by case number
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean stopping = new AtomicBoolean();

  @Test
  void losesNobody() throws Exception {
    var refusing = Desk.newPhone();
    Desk.post(
        "agent",
        Service.NOTIFICATION,
        "/opt-outs",
        Map.of("phone", refusing, "class", "SERVICE", "reason", "ASKED"));
    var parcel = FreshParcel.scanned("ACCEPTED");
    var life = new CustomersLife(SENDER, RECIPIENT, "LLT9970000101", "LLT9970000102").goesBy();
    var unread = unreadPage();
    var load = Executors.newFixedThreadPool(WORKERS);
    try {
      for (var worker = 0; worker < WORKERS; worker++) {
        load.submit(this::work);
      }
      await().atMost(PATIENCE).until(() -> phones.size() >= AT_LEAST);
      var keys = new ServiceKeys();
      keys.addTheNewOne();
      keys.sealWithTheNewOne();
      awaitDone();
      awaitAllTold(); // the topics hold nothing unread that the old key has sealed
      keys.removeTheOldOne();
    } finally {
      stopping.set(true);
      load.shutdown();
    }
    assertThat(await().atMost(PATIENCE).until(load::isTerminated, Boolean.TRUE::equals)).isTrue();

    assertThat(failures).isEmpty();
    lookThroughEverythingAgain();
    awaitAllTold();
    phones.forEach(this::requireUnchanged);
    assertThat(byPhone(Service.NOTIFICATION, "/opt-outs", refusing).getList("items")).hasSize(1);
    assertThat(byPhone(Service.INQUIRY, "/parcels", parcel.senderPhone()).getList("items.waybill"))
        .containsExactly(parcel.waybill());
    requireNothingUnderTheOldKey();
    requireUnchanged(life);
    unread.open().then().statusCode(200);
    requireSignedAsBefore();
    for (var service : Service.values()) {
      assertThat(admin(service, "/dead-letters").getList("items")).as(service.name()).isEmpty();
    }
  }

  /** Of a parcel whose sender has not decided yet. */
  private static CustomerPage unreadPage() throws IOException {
    var parcel = FreshParcel.scanned("ACCEPTED");
    var declaration =
        Map.of(
            "channel", "API_OUTLET",
            "waybill", parcel.waybill(),
            "causeClass", "INFORMATION",
            "declaredBy", "COURIER");
    var number =
        Desk.postAs(FreshParcel.OUTLET, Service.INQUIRY, "/problem-parcels", declaration)
            .getString("number");
    return CustomerPage.toldBy(Inbox.awaitSms(parcel.senderPhone(), number));
  }

  /** In any column of any database; and each that is declared and was filled is among them. */
  private static void requireNothingUnderTheOldKey() {
    for (var service : Service.values()) {
      var keys = Databases.keysBySealedColumn(service);
      assertThat(keys).as(service.name()).isNotEmpty();
      assertThat(keys)
          .as(service.name())
          .allSatisfy((column, ids) -> assertThat(ids).as(column).containsOnly("k2"));
    }
    assertThat(Databases.keysBySealedColumn(Service.CLAIMS))
        .containsKeys(
            "claim.contact",
            "claim.payee",
            "payment_order.account",
            "dispute.report",
            "dispute.announcement",
            "evidence_file.data_key");
    assertThat(Databases.keysBySealedColumn(Service.INQUIRY))
        .containsKeys(
            "inquiry.delivery_address",
            "problem_parcel.access_code",
            "problem_parcel.new_contact",
            "pickup.place",
            "parcel.sender",
            "parcel_scan.details");
    assertThat(Databases.keysBySealedColumn(Service.NOTIFICATION))
        .containsKeys(
            "delivery.payload", "webhook_secret.sealed", "opt_out.address", "consent.address");
  }

  private static void requireUnchanged(CustomersLife.Told life) {
    assertThat(
            reveal(Service.COMPLAINT, "/complaints/" + life.complaint() + "/contact-reveal")
                .<String>path("phone.e164"))
        .isEqualTo("+86" + SENDER.phone());
    assertThat(
            reveal(
                    Service.CLAIMS,
                    "/claims/%s/evidence/%s/reveal".formatted(life.claim(), life.paper()))
                .asString())
        .contains(SENDER.identity());
    assertThat(
            reveal(Service.CLAIMS, "/outlet-disputes/" + life.dispute() + "/announcement-reveal")
                .<String>path("bankAccount"))
        .isEqualTo(RECIPIENT.account());
    assertThat(
            reveal(Service.INQUIRY, "/pickups/" + life.pickup() + "/address-reveal")
                .<String>path("address"))
        .isEqualTo(SENDER.address());
    assertThat(byPhone(Service.COMPLAINT, "/complaints", SENDER.phone()).getList("items.number"))
        .contains(life.complaint());
    assertThat(byPhone(Service.CLAIMS, "/claims", SENDER.phone()).getList("items.number"))
        .contains(life.claim());
  }

  private static Response reveal(Service service, String path) {
    var answer =
        Desk.as("supervisor")
            .body(Map.of("reason", "仍然一样吗"))
            .post(RunningPlatform.url(service) + path);
    answer.then().statusCode(200);
    return answer;
  }

  /** With the secret that the outlet was given before. */
  private static void requireSignedAsBefore() {
    var complaint = Complaint.about("DAMAGE").against(CustomersLife.OUTLET).register();
    for (var action : List.of("acknowledgement", "assessment", "assignment")) {
      Map<String, ?> form =
          switch (action) {
            case "assessment" -> Map.of("founded", true);
            case "assignment" -> Map.of("outlet", CustomersLife.OUTLET);
            default -> Map.of();
          };
      Desk.post("agent", Service.COMPLAINT, complaint.path() + "/" + action, form);
    }
    OutletEndpoint.registered(CustomersLife.OUTLET)
        .awaitSigned("complaint.assigned", complaint.number());
  }

  private void work() {
    while (!stopping.get()) {
      try {
        register();
        search();
      } catch (RuntimeException | AssertionError e) {
        failures.add(e.toString());
      }
    }
  }

  private void register() {
    var phone = Desk.newPhone();
    var form =
        Map.of(
            "channel", "PHONE",
            "category", "ATTITUDE",
            "description", "态度恶劣",
            "complainant", Desk.person("RECIPIENT", "李先生", phone, "zh-CN"));
    var key = "rotation-" + phone; // a killed service may have done it and not said so
    var answer =
        eventually(
            () ->
                Desk.as("agent")
                    .header("Idempotency-Key", key)
                    .body(form)
                    .post(RunningPlatform.url(Service.COMPLAINT) + "/complaints"));
    answer.then().statusCode(201);
    phones.put(answer.path("number"), phone);
  }

  /** Any of those who are there already. */
  private void search() {
    var numbers = new ArrayList<>(phones.keySet());
    var number = numbers.get(ThreadLocalRandom.current().nextInt(numbers.size()));
    assertThat(found(phones.get(number))).as("found by phone").containsExactly(number);
  }

  private List<String> found(String phone) {
    return byPhone(Service.COMPLAINT, "/complaints", phone).getList("items.number");
  }

  private static JsonPath byPhone(Service service, String path, String phone) {
    return eventually(
            () ->
                Desk.as("agent")
                    .queryParam("phone", phone)
                    .get(RunningPlatform.url(service) + path))
        .jsonPath();
  }

  /** Asks again while the service is down. */
  private static Response eventually(Supplier<Response> request) {
    return await()
        .atMost(Duration.ofMinutes(3))
        .ignoreExceptions()
        .until(request::get, answer -> answer.statusCode() < 500);
  }

  private static void awaitDone() {
    for (var service : Service.values()) {
      await(service + " seals with the new key only")
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                var view = admin(service, "/key-rotation");
                return view.getString("currentKey") + " " + view.getString("state");
              },
              "k2 DONE"::equals);
    }
  }

  /** Without the old key: whatever it had sealed would be found now. */
  private static void lookThroughEverythingAgain() {
    for (var service : Service.values()) {
      Desk.post("admin", service, "/key-rotation", Map.of());
    }
    awaitDone();
  }

  private void awaitAllTold() {
    var expected = List.copyOf(phones.values());
    await("an SMS to everybody")
        .atMost(PATIENCE)
        .until(
            () -> {
              var told =
                  Inbox.list("sms").<Map<String, Object>>getList("").stream()
                      .map(
                          sms -> String.valueOf(sms.get("destination")).replaceFirst("^\\+?86", ""))
                      .toList();
              return new HashSet<>(told).containsAll(expected);
            });
  }

  private void requireUnchanged(String number, String phone) {
    var asker = "agent?name=Rotation-" + number.charAt(number.length() - 2) + phone.substring(7, 9);
    var revealed =
        Desk.post(
            asker,
            Service.COMPLAINT,
            "/complaints/" + number + "/contact-reveal",
            Map.of("reason", "同一个人吗"));
    assertThat(revealed.getString("phone.e164")).isEqualTo("+86" + phone);
    assertThat(revealed.getString("name")).isEqualTo("李先生");
    assertThat(found(phone)).containsExactly(number);
  }

  private static JsonPath admin(Service service, String path) {
    return Desk.get("admin", service, path).jsonPath();
  }
}
