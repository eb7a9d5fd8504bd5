package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A JVM that starts PostgreSQL and ends without stopping it, as a killed one does. */
final class AbandonedPostgres {
  static void leaveBehind(PostgresServer.Settings settings)
      throws IOException, InterruptedException {
    var classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    var command =
        List.of(
            ChildJvm.java(),
            "-cp",
            classPath,
            AbandonedPostgres.class.getName(),
            Integer.toString(settings.port()),
            settings.directory().toString(),
            settings.log().toString());
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  public static void main(String[] arguments) {
    var settings =
        new PostgresServer.Settings(
            Integer.parseInt(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
    PostgresServer.start(settings).database("complaint");
    Runtime.getRuntime().halt(137);
  }

  private AbandonedPostgres() {}
}
