package io.parceldesk.inquiry.parcel;

import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.parcelPromised;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ParcelSweepTest {
  @Inject ParcelSweep sweep;
  @Inject Sql sql;

  @Test
  void announcesWhatWasNeverScanned() {
    var waybill = waybill();

    loadParcels(promised(waybill, "2026-11-10T10:00:00Z"));

    var overdue =
        TestEvents.await(
            Topics.PARCEL,
            waybill,
            records -> records.stream().filter(ParcelSweepTest::isOverdue).count() == 2);
    assertThat(overdue)
        .filteredOn(ParcelSweepTest::isOverdue)
        .extracting(record -> new String(record.value()).contains("\"thorough\": true"))
        .containsExactly(false, true);
  }

  @Test
  void announcesEachOnceAlthoughManyReplicasSweep() {
    var waybills = IntStream.range(0, 600).mapToObj(n -> waybill()).toList();
    var soon = soon();
    loadParcels(waybills.stream().map(waybill -> promised(waybill, soon)).toArray(String[]::new));
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                sql.update(
                    "update parcel set thorough_at = promised_at, thorough_near_at = promised_at"
                        + " where waybill = any(?)",
                    waybills));
    await().pollInterval(Duration.ofMillis(5)).until(() -> isPast(soon));

    var replicas =
        IntStream.range(0, 4).mapToObj(n -> CompletableFuture.runAsync(this::sweepAll)).toList();
    replicas.forEach(CompletableFuture::join);

    await().atMost(Duration.ofSeconds(20)).until(() -> due(waybills) == 0);
    assertThat(
            sql.list(
                "select distinct seq from case_stream where number = any(?)",
                row -> row.getInt(1),
                waybills))
        .as("accepted, overdue, thoroughly overdue")
        .containsExactly(3);
    assertThat(problems(waybills)).as("declared near the limit").isEqualTo(waybills.size());
  }

  private String soon() {
    return sql.first(
            "select clock_timestamp() + interval '4 seconds' as soon",
            row -> SqlValue.instant(row, "soon").truncatedTo(ChronoUnit.MILLIS).toString())
        .orElseThrow();
  }

  private boolean isPast(String at) {
    return sql.first("select clock_timestamp() > ?::timestamptz", row -> row.getBoolean(1), at)
        .orElseThrow();
  }

  private void sweepAll() {
    while (sweep.sweep(Instant.EPOCH) > 0) {
      // until nothing is due that nobody else holds
    }
  }

  private int problems(List<String> waybills) {
    return sql.first(
            """
            select count(*) from problem_parcel
             where waybill = any(?) and declared_by = 'SYSTEM' and occasion = 'LIMIT_NEAR'
            """,
            row -> row.getInt(1),
            waybills)
        .orElseThrow();
  }

  private int due(List<String> waybills) {
    return sql.first(
            "select count(*) from parcel where waybill = any(?) and next_due_at is not null",
            row -> row.getInt(1),
            waybills)
        .orElseThrow();
  }

  private static String promised(String waybill, String at) {
    return parcelPromised(waybill, at);
  }

  private static boolean isOverdue(ConsumerRecord<String, byte[]> record) {
    return "io.parceldesk.parcel-overdue.v1".equals(TestEvents.header(record, "ce_type"));
  }
}
