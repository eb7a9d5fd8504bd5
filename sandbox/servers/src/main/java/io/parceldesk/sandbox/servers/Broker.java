package io.parceldesk.sandbox.servers;

/** A Kafka broker with the platform's topics. */
public interface Broker extends AutoCloseable {
  String bootstrapServers();

  /** Ends the broker at once, as a crash does; its records stay. */
  void halt();

  /** Starts it again at the same address, with the records it had. */
  void resume();

  @Override
  void close();
}
