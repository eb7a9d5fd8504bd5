package io.parceldesk.sandbox.servers;

import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Kafka in containers, for machines where the embedded ones cannot run. */
final class ContainerServers {
  static PostgresServer postgres() {
    QuietLogs.arrange();
    var container =
        new PostgreSQLContainer("postgres:18")
            .withUsername("postgres")
            .withPassword("postgres")
            .withDatabaseName("postgres");
    container.start();
    var address = container.getHost() + ":" + container.getFirstMappedPort();
    return new PostgresServer(null, address, container.getPassword(), container);
  }

  static Broker broker() {
    QuietLogs.arrange();
    var container =
        new KafkaContainer("apache/kafka:4.1.1")
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
    container.start();
    BrokerTopics.create(container.getBootstrapServers());
    return new ContainerBroker(container);
  }

  /** A stopped container would come back at another port, so an outage is a pause. */
  private record ContainerBroker(KafkaContainer container) implements Broker {
    @Override
    public String bootstrapServers() {
      return container.getBootstrapServers();
    }

    @Override
    public void halt() {
      container.getDockerClient().pauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void resume() {
      container.getDockerClient().unpauseContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public void close() {
      container.stop();
    }
  }

  private ContainerServers() {}
}
