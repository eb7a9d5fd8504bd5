package io.parceldesk.sandbox.servers;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the embedded servers' and clients' libraries from telling every step of theirs. */
public final class QuietLogs {
  // held on to, for the log manager forgets the level of a logger that nobody refers to
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("org.apache.kafka"),
          Logger.getLogger("io.zonky.test"),
          Logger.getLogger("com.icegreen.greenmail"),
          Logger.getLogger("org.testcontainers"));

  // jSMPP logs a connection that its client closed as an error
  private static final List<Logger> SILENT =
      List.of(
          Logger.getLogger("org.jsmpp"),
          Logger.getLogger("org.apache.kafka.clients.NetworkClient"));

  public static void arrange() {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
  }

  private QuietLogs() {}
}
