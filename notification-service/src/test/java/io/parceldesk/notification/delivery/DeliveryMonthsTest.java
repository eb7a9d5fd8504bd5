package io.parceldesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.months.Months;
import io.parceldesk.chassis.retention.RetentionJob;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.DeliveryLog;
import io.parceldesk.notification.DeliveryRepository;
import io.parceldesk.notification.Message;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.PlannedDelivery;
import io.parceldesk.notification.PlannedDelivery.Links;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deliveries lie in months, with what became of them, and each is planned once all the same. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DeliveryMonthsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant NEVER = Instant.parse("2099-01-01T00:00:00Z");

  /** Later than any other test has a message in. */
  private static final String LAST_MONTH =
      """
      select max(inhrelid::regclass::text) as name from pg_inherits
       where inhparent = 'delivery'::regclass
         and inhrelid::regclass::text <> 'delivery_before_months'
      """;

  @Inject DeliveryRepository deliveries;
  @Inject DeliveryLog log;
  @Inject Months months;
  @Inject RetentionJob retention;
  @Inject BlindIndex index;
  @Inject Seal seal;
  @Inject Sql sql;
  @Inject Transactions transactions;

  private final String event = UUID.randomUUID().toString();
  private final String address = "u" + UUID.randomUUID() + "@example.com";
  private final String lane = "lane-" + UUID.randomUUID();

  @AfterEach
  void keepAll() {
    update("update monthly_table set keep = null");
    update("delete from retention_period where author = 'months'");
    months.tidy();
  }

  @Test
  void takeEachDeliveryByTheTimeInItsId() {
    plan(null);
    var next = UUID.fromString(idOf("month_after(2)"));
    plan(another(), next);

    assertThat(text("select string_agg(tableoid::regclass::text, ' ' order by id) from delivery"))
        .startsWith("delivery_before_months")
        .endsWith("delivery_" + text("select to_char(now() + interval '2 months', 'YYYY_MM')"));
    assertThat(transactions.runNew(() -> log.find(next))).isPresent();
  }

  @Test
  void planAnEventOnceHoweverLateItIsRepeated() {
    assertThat(plan(null)).isEqualTo(1);
    assertThat(plan(UUID.fromString(idOf("month_after(2)")))).isZero();
    assertThat(plan(UUID.fromString(idOf("month_after(3)")))).isZero();

    assertThat(count("delivery where lane = '%s'".formatted(lane))).isEqualTo(1);
  }

  @Test
  void planWhatIsTwiceInOneBatchOnce() {
    var twice = List.of(planned(event, null), planned(event, null));

    assertThat(transactions.<Integer>runNew(() -> deliveries.plan(twice))).isEqualTo(1);
  }

  @Test
  void planAnEventOnceThoughTheRecipientsFingerprintIsByAnotherKeyNow() {
    plan(null);
    update("update delivery set recipient = 'renewed' where lane = '%s'".formatted(lane));

    var again = planned(event, null, "renewed");
    assertThat(transactions.<Integer>runNew(() -> deliveries.plan(List.of(again)))).isZero();
  }

  @Test
  void leaveNothingOfAPlanThatWasBrokenOff() {
    try {
      transactions.runNew(
          () -> {
            deliveries.plan(List.of(planned(event, null)));
            throw new IllegalStateException("the replica is gone");
          });
    } catch (IllegalStateException e) {
      assertThat(plan(null)).isEqualTo(1);
    }
  }

  @Test
  void areMadeAgainWhereOneIsMissing() {
    var last = text(LAST_MONTH);
    update("drop table " + last);
    update("drop table " + last.replace("delivery", "sms_part"));

    months.tidy();

    assertThat(text(LAST_MONTH)).isEqualTo(last);
    assertThat(
            count("pg_class where relname = '%s'".formatted(last.replace("delivery", "sms_part"))))
        .isEqualTo(1);
    assertThat(months.samples().get(0).read().get())
        .hasSize(4)
        .allSatisfy(left -> assertThat(left.value()).isGreaterThan(80));
  }

  @Test
  void goWithAllThatTheyToldOfOnceNothingInThemIsOpenYoungOrHeld() {
    var month = text(LAST_MONTH);
    var last = UUID.fromString(idOf("month_after(3)"));
    plan(another(), null); // waits, as does the next: their months stay whatever is said
    plan(another(), UUID.fromString(idOf("month_after(2)")));
    plan(last);
    attempt("id = '%s'".formatted(last));
    become("SENT", last);
    update("update monthly_table set keep = '-10 years' where name = 'delivery'"); // all are old

    months.tidy();
    assertThat(text(LAST_MONTH)).as("the log's own period is not over").isEqualTo(month);

    keepLogsFor("P-10Y");
    for (var open : List.of("PENDING", "UNKNOWN")) {
      become(open, last);
      months.tidy();
      assertThat(text(LAST_MONTH)).as(open).isEqualTo(month);
    }
    become("SENT", last);
    hold();
    months.tidy();
    assertThat(text(LAST_MONTH)).as("held").isEqualTo(month);

    release();
    months.tidy();
    assertThat(count("delivery where id = '%s'".formatted(last))).isZero();
    assertThat(count("delivery_attempt where delivery_id = '%s'".formatted(last))).isZero();
    assertThat(count("pg_class where relname = '%s'".formatted(month))).isZero();
  }

  @Test
  void loseWhatIsOldRowByRowWhereNobodyDropsThem() {
    plan(null);
    update(
        """
        with old as (update delivery set status = 'SENT', planned_at = now() - interval '4 years'
                      where lane = '%s' returning *)
        update delivery_key k set planned_at = old.planned_at from old
         where k.key = delivery_key(event_source, event_id, recipient, channel)
        """
            .formatted(lane));
    attempt("lane = '%s'".formatted(lane));
    var id = text("select id from delivery where lane = '%s'".formatted(lane));
    hold();

    retention.run();
    assertThat(count("delivery where id = '%s'".formatted(id))).as("held").isEqualTo(1);

    release();
    retention.run();
    assertThat(count("delivery where id = '%s'".formatted(id))).isZero();
    assertThat(count("delivery_attempt where delivery_id = '%s'".formatted(id))).isZero();
    assertThat(plan(null)).as("nobody remembers it").isEqualTo(1);
  }

  private void become(String status, UUID id) {
    update("update delivery set status = '%s' where id = '%s'".formatted(status, id));
  }

  private void attempt(String of) {
    update(
        """
        insert into delivery_attempt (delivery_id, attempt, carrier, started_at, finished_at, outcome)
        select id, 1, 'c', now(), now(), 'SENT' from delivery where %s
        """
            .formatted(of));
  }

  private void hold() {
    update(
        """
        insert into legal_hold (subjects, subject_masked, address, reason, placed_by)
        values (array['%s'], '***', '%s', 'court', 'months')
        """
            .formatted(index.email(address), seal.seal(address)));
  }

  private void release() {
    update("delete from legal_hold where placed_by = 'months'");
  }

  private void keepLogsFor(String period) {
    update(
        """
        insert into retention_period (data_class, version, keep, erasable_after, shipped, author)
        values ('message-log', 1000, '%1$s', '%1$s', false, 'months')
        """
            .formatted(period));
  }

  private String idOf(String time) {
    return text("select month_value('uuid', %s)".formatted(time));
  }

  private int plan(UUID id) {
    return plan(event, id);
  }

  private int plan(String event, UUID id) {
    return transactions.runNew(() -> deliveries.plan(List.of(planned(event, id))));
  }

  private static String another() {
    return UUID.randomUUID().toString();
  }

  private PlannedDelivery planned(String event, UUID id) {
    return planned(event, id, index.email(address));
  }

  private PlannedDelivery planned(String event, UUID id, String recipient) {
    return new PlannedDelivery(
        "/complaint-service",
        event,
        "io.parceldesk.complaint-registered.v1",
        NOW,
        "CMP-261122-00001R",
        null,
        "rule@1",
        null,
        "CUSTOMER",
        MessageChannel.EMAIL,
        MessageClass.CRITICAL,
        recipient,
        "***",
        lane,
        null,
        NOW,
        NEVER,
        null,
        new Message(address, "s", "t", "h"),
        new Links(id, null, null, null, null));
  }

  private long count(String from) {
    return Long.parseLong(text("select count(*) from " + from));
  }

  private String text(String query) {
    return transactions.runNew(() -> sql.first(query, row -> row.getString(1))).orElseThrow();
  }

  private void update(String statement) {
    transactions.runNew(() -> sql.update(statement));
  }
}
