package io.parceldesk.sandbox.servers;

import java.util.function.Supplier;

/** The choice between embedded servers and containers, which is the tests' alone. */
final class Infrastructure {
  private static final int ATTEMPTS = 5;
  private static final boolean CONTAINERS =
      "containers".equals(System.getProperty("infrastructure"));

  static PostgresServer postgres() {
    return CONTAINERS
        ? ContainerServers.postgres()
        : persistently(() -> PostgresServer.start(PostgresServer.Settings.temporary()));
  }

  static Broker broker() {
    return CONTAINERS
        ? ContainerServers.broker()
        : persistently(() -> BrokerProcess.start(BrokerProcess.Settings.temporary()));
  }

  /** A port that was free may be taken before its server listens: then others are picked. */
  private static <T> T persistently(Supplier<T> start) {
    for (var attempt = 1; ; attempt++) {
      try {
        return start.get();
      } catch (ServerUnavailable e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Infrastructure() {}
}
