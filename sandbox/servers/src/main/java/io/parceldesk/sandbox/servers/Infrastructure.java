package io.parceldesk.sandbox.servers;

/** The choice between embedded servers and containers, which is the tests' alone. */
final class Infrastructure {
  private static final boolean CONTAINERS =
      "containers".equals(System.getProperty("infrastructure"));

  static PostgresServer postgres() {
    return CONTAINERS
        ? ContainerServers.postgres()
        : PostgresServer.start(PostgresServer.Settings.temporary());
  }

  static Broker broker() {
    return CONTAINERS
        ? ContainerServers.broker()
        : BrokerProcess.start(BrokerProcess.Settings.temporary());
  }

  private Infrastructure() {}
}
