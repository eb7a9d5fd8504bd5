package io.parceldesk.acceptance;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * claims-service is killed in the middle of agreements, disputes, payments and rulings on a few
 * parcels; in the end all of them are paid once, and the books and the topic say the same. More of
 * them, with more kills, by faults/killed-claims.sh.
 */
class KilledClaimsJourney {
  private static final int LIVES = Integer.getInteger("parceldesk.claims.lifecycles", 24);
  private static final int KILLS = Integer.getInteger("parceldesk.claims.kills", 1);
  private static final String RUN = String.valueOf(System.nanoTime() % 1_000_000_000);

  private static ExecutorService desks;
  private static ExecutorService seconds;

  private final PersistentDesk desk = new PersistentDesk();
  private final AtomicInteger ended = new AtomicInteger();

  @BeforeAll
  static void openDesks() {
    desks = Executors.newFixedThreadPool(8);
    seconds = Executors.newCachedThreadPool();
  }

  @AfterAll
  static void closeDesks() {
    desks.shutdownNow();
    seconds.shutdownNow();
  }

  @Test
  void paysEveryParcelOnceAndLosesNothing() throws Exception {
    var lives = IntStream.range(0, LIVES).mapToObj(this::life).toList();
    var living = lives.stream().map(life -> desks.submit(() -> live(life))).toList();
    for (var kill = 1; kill <= KILLS; kill++) {
      var enough = LIVES * kill / (KILLS + 2);
      await().atMost(Desk.PATIENCE.multipliedBy(10)).until(() -> ended.get() >= enough);
      assertThat(ended.get()).as("still going on").isLessThan(LIVES);
      kill();
    }
    for (var life : living) {
      life.get();
    }

    OutletAccount.assertBalanced();
    assertCustomersPaidOnce(of(lives, ClaimLife.class));
    assertOutletsPaidOnce(of(lives, DisputeLife.class));
    assertEverythingWasTold(lives);
    desk.assertSameAnswersAgain();
  }

  private ClaimsLife life(int i) {
    var random = new Random(20261125 + i);
    var waybill = "LLTK" + RUN + "%03d".formatted(random.nextInt(2 + LIVES / 6));
    var lot = new ClaimsLife.Lot(waybill, random, seconds);
    return i % 2 == 0 ? new ClaimLife(desk, lot) : new DisputeLife(desk, lot);
  }

  private void live(ClaimsLife life) {
    try {
      life.live();
    } finally {
      ended.incrementAndGet();
    }
  }

  private static void kill() {
    var service = RunningPlatform.get().service(Service.CLAIMS);
    service.kill();
    service.launch();
    service.awaitReady();
  }

  private static void assertCustomersPaidOnce(List<ClaimLife> lives) {
    var paid = lives.stream().filter(life -> life.events.contains("claim-paid")).toList();
    assertThat(paid).isNotEmpty();
    assertThat(
            paid.stream()
                .collect(groupingBy(life -> life.lot.waybill() + life.ground(), counting())))
        .allSatisfy((parcel, times) -> assertThat(times).as(parcel).isOne());
    var booked = booked("CUSTOMERS");
    for (var life : lives) {
      var view = Desk.get("auditor", Service.CLAIMS, life.path()).jsonPath();
      var isPaid = paid.contains(life);
      assertThat(view.getString("status").equals("PAID")).as(life.number).isEqualTo(isPaid);
      assertThat(life.events.contains("claim-agreed")).as(life.number).isEqualTo(isPaid);
      assertThat(booked.getOrDefault(life.number, BigDecimal.ZERO))
          .as(life.number)
          .isEqualByComparingTo(isPaid ? view.getString("offer.amount.amount") : "0");
    }
  }

  /** What the liable outlet pays for a parcel it pays in one dispute, as its orders say. */
  private static void assertOutletsPaidOnce(List<DisputeLife> lives) {
    var filer = booked(DisputeLife.PARTIES.filer());
    var liable = booked(DisputeLife.PARTIES.liable());
    var awarded = lives.stream().filter(life -> liable.containsKey(life.number)).toList();
    assertThat(awarded).isNotEmpty();
    assertThat(awarded.stream().collect(groupingBy(life -> life.lot.waybill(), counting())))
        .allSatisfy((parcel, times) -> assertThat(times).as(parcel).isOne());
    for (var life : lives) {
      var view = new Dispute(life.number).view("arbitrator");
      var awards = view.getList("rulings.award", String.class);
      var award = awards.isEmpty() ? null : awards.get(awards.size() - 1);
      var moved = moved(view.getString("settlement.amount"), award);
      assertThat(liable.containsKey(life.number)).as(life.number).isEqualTo(moved);
      assertThat(filer.containsKey(life.number) || !moved).as(life.number).isTrue();
    }
  }

  private static boolean moved(String settled, String award) {
    return settled != null || (award != null && !award.equals("0.00"));
  }

  /** What each case moved on the account in all, where it is anything. */
  private static Map<String, BigDecimal> booked(String owner) {
    var booked = new HashMap<String, BigDecimal>();
    new OutletAccount(owner)
        .items()
        .forEach(item -> booked.merge(item.caseNumber(), item.amount(), BigDecimal::add));
    booked.values().removeIf(sum -> sum.signum() == 0);
    return booked;
  }

  /** Each answer of a desk is its events; what it does not wait for is left out. */
  private static void assertEverythingWasTold(List<ClaimsLife> lives) {
    var expected = lives.stream().collect(toMap(life -> life.number, life -> life.events));
    var events = expected.values().stream().mapToInt(List::size).sum();
    var types = expected.values().stream().flatMap(List::stream).collect(toSet());
    try (var topic = new Topic(Topics.CLAIMS)) {
      var records =
          topic.await(
              all ->
                  all.stream()
                          .filter(record -> expected.containsKey(record.key()))
                          .filter(record -> types.contains(Topic.type(record)))
                          .map(record -> Topic.header(record, "ce_id"))
                          .distinct()
                          .count()
                      >= events);
      var told = CaseEvents.typesOf(records, expected.keySet());
      told.values().forEach(each -> each.retainAll(types));
      assertThat(told).containsExactlyInAnyOrderEntriesOf(expected);
    }
  }

  private static <T> List<T> of(List<ClaimsLife> lives, Class<T> kind) {
    var some = new ArrayList<T>();
    lives.stream().filter(kind::isInstance).map(kind::cast).forEach(some::add);
    return some;
  }
}
