package io.parceldesk.inquiry.parcel;

import static org.awaitility.Awaitility.await;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How many scans a second are taken in from the topic, in random order and a tenth of them twice.
 */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ScansBench {
  private static final int SCANS = Integer.getInteger("parceldesk.scans", 20_000);
  private static final int SCANS_A_PARCEL = 3; // 3.5 on average

  @Inject Sql sql;

  @Test
  void takeInScans() {
    for (var round = 1; round <= 3; round++) {
      var storm = ScanStorm.of(SCANS / SCANS_A_PARCEL);
      storm.load();
      var messy = new ArrayList<>(storm.scans());
      messy.addAll(storm.scans().subList(0, storm.scans().size() / 10));
      Collections.shuffle(messy, new Random(round));
      var start = System.nanoTime();
      TestScans.send(messy);
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> storm.stored(sql) == storm.scans().size());
      var seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%d scans of %d parcels, sent and stored in %.1f s: %.0f a second%n",
          messy.size(), storm.waybills().size(), seconds, messy.size() / seconds);
    }
  }
}
