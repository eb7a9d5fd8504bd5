package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.util.List;

/** Whether PostgreSQL, which refuses to run as root, can run as the present user. */
final class PostgresHost {
  static void requireUsable() {
    if (isRoot() && !succeeds(List.of("unshare", "-U", "id", "-u"))) {
      throw new ServerUnavailable(
          "PostgreSQL does not run as root and this machine has no user namespaces: start again as"
              + " another user, for example with setpriv --reuid=1000 --regid=1000 --clear-groups"
              + " and a checkout that this user owns.");
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static boolean succeeds(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // there is no such program
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private PostgresHost() {}
}
