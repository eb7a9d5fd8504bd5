package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.launcher.Service;
import io.parceldesk.sandbox.launcher.ServiceProcess;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Services with two replicas each are restarted one replica after the other while customers come
 * in: no request fails, no event and no message is lost or repeated. Here one replica of one
 * service; all replicas of all four by {@code faults/rolling-restart.sh}.
 */
class RollingRestartJourney {
  private static final boolean WHOLE = Boolean.getBoolean("parceldesk.rolling.whole");
  private static final List<Service> RESTARTED =
      WHOLE ? List.of(Service.values()) : List.of(Service.COMPLAINT);
  private final Map<Service, List<ServiceProcess>> replicas = new EnumMap<>(Service.class);

  @Test
  void nobodyNoticesARestart() throws Exception {
    for (var service : RESTARTED) {
      var second = RunningPlatform.get().startReplica(service, 2);
      replicas.put(service, List.of(RunningPlatform.get().service(service), second));
    }
    try (var customers = new RestlessCustomers(replicas)) {
      customers.come(WHOLE ? 50 : 1_000);
      customers.awaitServed(30);
      for (var service : RESTARTED) {
        for (var replica : WHOLE ? replicas.get(service) : replicas.get(service).subList(1, 2)) {
          restart(replica, customers);
        }
      }
      customers.goHome();
      assertThat(customers.failures()).isEmpty();
      customers.assertNothingLostOrRepeated();
    } finally {
      replicas.values().forEach(both -> both.get(1).stop());
      replicas.values().forEach(both -> both.get(1).awaitStop());
    }
  }

  /** And there is work between one restart and the next. */
  private static void restart(ServiceProcess replica, RestlessCustomers customers) {
    replica.stop();
    assertThat(replica.awaitStop()).as(replica.url() + " ends by itself").isTrue();
    replica.launch();
    replica.awaitReady();
    customers.awaitServed(10);
  }
}
