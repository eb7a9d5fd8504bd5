package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.launcher.Service;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The database server is lost at once and for ever; another, restored from a backup that was taken
 * under load and from the log of what was committed since, goes on with every case.
 */
class RestoreJourney {
  private static final int CASES = Integer.getInteger("parceldesk.restored-cases", 60);

  @Test
  void everyAcceptedCaseIsThereAfterwards() throws Exception {
    var platform = RunningPlatform.get();
    var backup = Path.of("target", "backup-" + UUID.randomUUID()).toAbsolutePath();
    try (var customers = new RestlessCustomers(Map.of());
        var later = new RestlessCustomers(Map.of())) {
      customers.come(100);
      customers.awaitServed(CASES / 2);
      platform.postgres().backUp(backup);
      customers.awaitServed(CASES / 2);
      customers.goHome();

      platform.restorePostgres(backup);

      for (var service : Service.values()) {
        await().atMost(Desk.PATIENCE).until(() -> platform.service(service).isReady());
      }
      assertThat(customers.failures()).isEmpty();
      customers.assertNothingLost();
      later.come(100);
      later.awaitServed(CASES / 2);
      later.goHome();
      assertThat(later.failures()).isEmpty();
      later.assertNothingLostOrRepeated();
    }
  }
}
