package io.parceldesk.sandbox.servers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How child processes are started. */
public final class ChildJvm {
  /** The {@code java} program that runs this JVM. */
  public static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /**
   * The command, deaf to SIGINT: Ctrl-C reaches every process of a terminal at once, but servers
   * have to end in order, after whoever uses them.
   */
  public static List<String> ignoringInterrupts(List<String> command) {
    var wrapped = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    wrapped.addAll(command);
    return wrapped;
  }

  private ChildJvm() {}
}
