package io.parceldesk.sandbox.broker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One Apache Kafka broker and controller on the loopback interface. Arguments: port, controller
 * port, directory. It prints {@code READY} once it serves, and ends with its parent, whose end
 * closes the pipe it reads from.
 */
public final class Broker {
  private static final String CLUSTER_ID = "5L6g3nShT-eMCtK--X86sw";

  public static void main(String[] arguments) throws Exception {
    var directory = Path.of(arguments[2]).toAbsolutePath().toString();
    format(directory);
    var server = new KafkaRaftServer(config(arguments[0], arguments[1], directory), Time.SYSTEM);
    server.startup();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
    System.out.println("READY");
    awaitEndOfParent();
    System.exit(0);
  }

  /** Formats the directory when it is new, and leaves one that is formatted as it is. */
  private static void format(String directory) throws Exception {
    new Formatter()
        .setNodeId(1)
        .setClusterId(CLUSTER_ID)
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(directory)
        .addDirectory(directory)
        .setIgnoreFormatted(true)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .run();
  }

  private static KafkaConfig config(String port, String controllerPort, String directory) {
    var properties = new Properties();
    properties.put("process.roles", "broker,controller");
    properties.put("node.id", "1");
    properties.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    properties.put("controller.listener.names", "CONTROLLER");
    var listener = "PLAINTEXT://127.0.0.1:" + port;
    properties.put("listeners", listener + ",CONTROLLER://127.0.0.1:" + controllerPort);
    properties.put("advertised.listeners", listener);
    properties.put("log.dirs", directory);
    properties.put("auto.create.topics.enable", "false");
    singleReplica(properties);
    smallMemory(properties);
    return new KafkaConfig(properties, false);
  }

  private static void singleReplica(Properties properties) {
    for (var topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      properties.put(topic + ".replication.factor", "1");
      properties.put(topic + ".num.partitions", "3");
    }
    properties.put("transaction.state.log.min.isr", "1");
    properties.put("share.coordinator.state.topic.replication.factor", "1");
    properties.put("share.coordinator.state.topic.min.isr", "1");
    // a lone consumer need not wait for others to join its group
    properties.put("group.initial.rebalance.delay.ms", "0");
  }

  private static void smallMemory(Properties properties) {
    properties.put("log.cleaner.dedupe.buffer.size", "2097152");
    properties.put("log.segment.bytes", "67108864");
    // index files are sparse, yet mapped whole: 7 topics of 12 partitions, on one machine
    properties.put("log.index.size.max.bytes", "1048576");
  }

  private static void stop(KafkaRaftServer server) {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void awaitEndOfParent() throws IOException {
    while (System.in.read() != -1) {
      // whatever comes is of no interest, only that the pipe is still open
    }
  }

  private Broker() {}
}
