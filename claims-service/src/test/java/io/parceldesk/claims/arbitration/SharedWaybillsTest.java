package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.parceldesk.claims.arbitration.DisputeDesk.DISPUTES;
import static io.parceldesk.claims.arbitration.DisputeDesk.arbitrator;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.claims.TestClaims;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Claims of customers and disputes of outlets about the same few parcels at the same time, with
 * steps that are taken twice at once. More of them by faults/shared-waybills.sh.
 */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SharedWaybillsTest {
  private static final int LIFECYCLES = Integer.getInteger("parceldesk.disputes.lifecycles", 30);
  private static final List<String> PAPERS = List.of("WAYBILL_IMAGE", "CLAIM_LETTER", "SEAL");
  private static final ExecutorService DESKS = Executors.newFixedThreadPool(4);
  private static final ExecutorService SECONDS = Executors.newCachedThreadPool();

  private final DisputeDesk desk = new DisputeDesk();
  private final List<String> waybills =
      IntStream.range(0, 2 + LIFECYCLES / 6).mapToObj(i -> waybill()).toList();

  @AfterAll
  static void closeDesks() {
    DESKS.shutdownNow();
    SECONDS.shutdownNow();
  }

  @Test
  void areBalancedAndPaidOnceOnEachTrack() throws Exception {
    var lives = new ArrayList<Future<?>>();
    for (var i = 0; i < LIFECYCLES; i++) {
      var random = new Random(20261125 + i);
      lives.add(DESKS.submit(() -> live(random)));
    }
    for (var life : lives) {
      life.get();
    }

    assertBalanced();
    assertCustomersPaidOnce();
    assertOutletsPaidOnce();
  }

  private void live(Random random) {
    var waybill = waybills.get(random.nextInt(waybills.size()));
    if (random.nextBoolean()) {
      new ClaimLife(random, waybill).live();
    } else {
      new DisputeLife(random, waybill).live();
    }
  }

  private record ClaimLife(Random random, String waybill) {
    void live() {
      var ground = random.nextBoolean() ? "LOSS" : "DELAY";
      var number =
          adjuster()
              .body(
                  claim(waybill)
                      .replace("LOSS", ground)
                      .replace("\"route\"", "\"evenIfDuplicate\": true, \"route\""))
              .post(CLAIMS)
              .<String>path("number");
      TestClaims.withInvoice(number);
      TestClaims.after(number, "acceptance", "{}");
      offer(number);
      if (random.nextInt(4) == 0) {
        send(number, "dispute", "{\"way\": \"NEGOTIATION\"}");
        offer(number);
      }
      if (random.nextInt(6) == 0) {
        send(number, "refusal", TestClaims.REFUSAL);
        return;
      }
      if (random.nextInt(4) == 0) {
        together(
            () -> send(number, "agreement", "{}"),
            () -> send(number, "dispute", "{\"way\": \"NEGOTIATION\"}"));
      }
      twice(() -> send(number, "agreement", "{}"));
      twice(() -> send(number, "payment", TestClaims.PAYMENT));
      settle(number);
    }

    private void offer(String number) {
      send(number, "offer", TestClaims.OFFER);
    }

    /** Where there is an order: another claim on the parcel may have been agreed before. */
    private void settle(String number) {
      var order = TestClaims.order(number);
      if (order == null) {
        return;
      }
      if (random.nextInt(4) == 0) {
        answered(
            TestClaims.finance()
                .body("{\"reason\": \"ACCOUNT_CLOSED\"}")
                .post("/api/v1/payment-orders/" + order + "/failure"));
        send(number, "payment", TestClaims.PAYMENT);
      }
      twice(() -> answered(TestClaims.confirm(number, "ICBC-" + number)));
    }

    private Response send(String number, String action, String body) {
      return SharedWaybillsTest.send(adjuster(), CLAIMS + "/" + number, action, body);
    }
  }

  private final class DisputeLife {
    private final Random random;
    private final String waybill;

    DisputeLife(Random random, String waybill) {
      this.random = random;
      this.waybill = waybill;
    }

    void live() {
      var report =
          desk.loss(waybill).replace("\"contents\"", "\"evenIfDuplicate\": true, \"contents\"");
      var number = desk.announced(arbitrator(), report);
      if (random.nextInt(4) == 0) {
        desk.reply(number, List.of("ACCEPTED", "REFUSED", "NEGOTIATE").get(random.nextInt(3)));
        twice(() -> send(arbitrator(), number, "settlement", agreed()));
        return;
      }
      desk.reply(number, "REFUSED");
      PAPERS.forEach(paper -> DisputeDesk.upload(number, paper));
      send(arbitrator(), number, "submission", "{}");
      var isTrue = random.nextInt(5) > 0;
      send(
          arbitrator(),
          number,
          "verification",
          "{\"reportTrue\": %s, \"finding\": \"查实\"}".formatted(isTrue));
      for (var round = 0; round < 1 + random.nextInt(2); round++) {
        var ruling = isTrue ? ruling() : "{\"reason\": \"虚假上报\"}";
        together(
            () -> send(arbitrator(), number, "ruling", ruling),
            random.nextInt(4) == 0
                ? () -> send(arbitrator(), number, "settlement", agreed())
                : () -> send(arbitrator(), number, "ruling", ruling));
        send(desk.liable(), number, "objection", "{\"reason\": \"不服\"}");
      }
    }

    private String agreed() {
      return "{\"amount\": {\"amount\": \"400.50\", \"currency\": \"CNY\"}, \"way\": \"ACCOUNT\"}";
    }

    private String ruling() {
      var percent = 1 + random.nextInt(98);
      return """
      {"liability": [{"party": "%s", "percent": %d}, {"party": "%s", "percent": %d}], "reason": "查实"}
      """
          .formatted(
              desk.liable,
              percent,
              random.nextBoolean() ? "HEADQUARTERS" : desk.filer,
              100 - percent);
    }

    private Response send(RequestSpecification by, String number, String action, String body) {
      return SharedWaybillsTest.send(by, DISPUTES + "/" + number, action, body);
    }
  }

  private static Response send(RequestSpecification by, String path, String action, String body) {
    return answered(by.body(body).post(path + "/" + action));
  }

  /** Carried out or refused, whatever others do at the same time. */
  private static Response answered(Response response) {
    assertThat(response.statusCode()).as(response.asString()).isIn(200, 409, 422);
    return response;
  }

  private static void twice(Supplier<Response> step) {
    together(step, step);
  }

  private static void together(Supplier<Response> one, Supplier<Response> other) {
    var second = CompletableFuture.supplyAsync(other, SECONDS);
    one.get();
    second.join();
  }

  private static void assertBalanced() {
    none("select count(*) from (select sum(amount) from ledger_line having sum(amount) <> 0) l");
    none(
        "select count(*) from (select 1 from ledger_line group by entry_id having sum(amount) <> 0)"
            + " l");
  }

  private static void assertCustomersPaidOnce() {
    assertThat(count("select count(*) from payment_order where state = 'CONFIRMED'")).isPositive();
    none(
        """
        select count(*) from (
          select 1 from ledger_entry e join claim c on c.number = e.case_number
           where e.cause = 'PAYMENT' and c.waybill is not null
           group by c.waybill, c.category having count(*) > 1) paid_twice
        """);
    none(
        """
        select count(*) from payment_order o join claim c on c.id = o.case_id
         where (o.state = 'CONFIRMED') <> (c.status = 'PAID')
            or (select coalesce(sum(l.amount), 0) from ledger_entry e
                  join ledger_line l on l.entry_id = e.id and l.account = 'CUSTOMERS'
                 where e.case_number = o.number)
               <> case o.state when 'CONFIRMED' then o.amount else 0 end
        """);
  }

  /** By what is posted and not taken back. */
  private static void assertOutletsPaidOnce() {
    for (var purpose : List.of("AWARD", "PENALTY")) {
      assertThat(count("select count(*) from ledger_line where purpose = ?", purpose))
          .as(purpose)
          .isPositive();
    }
    var awarded =
        """
        select p.waybill, count(distinct e.case_number) as disputes from ledger_entry e
          join dispute d on d.number = e.case_number
          join dispute_parcel p on p.dispute_id = d.id
          join ledger_line l on l.entry_id = e.id and l.purpose in ('AWARD', 'SETTLEMENT')
            and l.amount > 0
         where e.reverses is null
           and not exists (select 1 from ledger_entry r where r.reverses = e.id)
         group by p.waybill
        """;
    assertThat(count("select count(*) from (" + awarded + ") a")).isPositive();
    none("select count(*) from (" + awarded + ") a where disputes > 1");
    none(
        "select count(*) from ("
            + awarded
            + ") a where not exists (select 1 from awarded_waybill w where w.waybill = a.waybill)");
  }

  private static void none(String query) {
    assertThat(count(query)).as(query).isZero();
  }
}
