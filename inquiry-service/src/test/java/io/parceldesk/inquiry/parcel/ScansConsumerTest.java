package io.parceldesk.inquiry.parcel;

import static io.parceldesk.inquiry.TestDesk.scan;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scans of the courier's systems, through the real topic. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ScansConsumerTest {
  private static final int PARCELS = Integer.getInteger("parceldesk.parcels", 300);
  private static final long SEED = 20261125;

  @Inject Sql sql;

  @Test
  void makesTheSameParcelsInAnyOrderWithDuplicates() {
    var ordered = ScanStorm.of(PARCELS);
    var shuffled = ScanStorm.of(PARCELS);
    var messy = new ArrayList<>(shuffled.scans());
    messy.addAll(shuffled.scans().subList(0, shuffled.scans().size() / 5));
    Collections.shuffle(messy, new Random(SEED));

    ordered.load();
    TestScans.send(ordered.scans());
    TestScans.send(messy.subList(0, messy.size() / 2));
    shuffled.load();
    TestScans.send(messy.subList(messy.size() / 2, messy.size()));
    awaitScans(ordered);
    awaitScans(shuffled);

    assertThat(shuffled.states(sql)).as("seed " + SEED).isEqualTo(ordered.states(sql));
    assertThat(shuffled.announcements(sql)).isEqualTo(ordered.announcements(sql));
  }

  @Test
  void buriesWhatItCannotUseAndKeepsTheOthers() {
    var before = waybill();
    var after = waybill();
    var poison = waybill();

    TestScans.send(
        List.of(
            new TestScans.Scan(before, scan("ARRIVED", "2026-11-19T02:00:00Z")),
            new TestScans.Scan(poison, "{\"scanId\": "),
            new TestScans.Scan(poison, scan("FLEW", "2026-11-19T02:00:00Z")),
            new TestScans.Scan(poison, scan("ARRIVED", "2099-11-19T02:00:00Z")),
            new TestScans.Scan(after, scan("DELIVERED", "2026-11-19T02:00:00Z"))));

    TestEvents.awaitType(Topics.PARCEL, after, "io.parceldesk.parcel-delivered.v1");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(
                        sql.list(
                            "select reason from dead_letter where record_key = ? order by id",
                            row -> row.getString(1),
                            poison))
                    .hasSize(3)
                    .contains("A scan cannot lie more than a day ahead"));
    assertThat(
            sql.list(
                "select waybill from parcel where waybill = any(?)",
                row -> row.getString(1),
                List.of(before, after, poison)))
        .containsExactlyInAnyOrder(before, after);
  }

  private void awaitScans(ScanStorm storm) {
    await().atMost(Duration.ofSeconds(60)).until(() -> storm.stored(sql) == storm.scans().size());
  }
}
