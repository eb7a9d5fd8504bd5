package io.parceldesk.sandbox.launcher;

import java.io.IOException;
import java.io.InputStream;

/**
 * The main class of a service's JVM in the sandbox: the service's own, and it ends with the
 * launcher, whose end closes the pipe that is read here.
 */
final class ServiceMain {
  private static final String QUARKUS = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  public static void main(String[] arguments) throws Exception {
    var watch = new Thread(() -> exitAtEndOf(System.in), "parent-watch");
    watch.setDaemon(true);
    watch.start();
    Class.forName(QUARKUS).getMethod("main", String[].class).invoke(null, (Object) arguments);
  }

  private static void exitAtEndOf(InputStream input) {
    try {
      input.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println("The launcher's pipe broke: " + e.getMessage());
    }
    System.exit(0);
  }

  private ServiceMain() {}
}
