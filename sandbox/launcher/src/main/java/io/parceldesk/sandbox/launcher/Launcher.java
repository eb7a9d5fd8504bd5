package io.parceldesk.sandbox.launcher;

import io.parceldesk.sandbox.servers.QuietLogs;
import io.parceldesk.sandbox.servers.ServerUnavailable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The program behind {@code ./parceldesk}. */
public final class Launcher {
  private final Path home;
  private final Options options;

  public static void main(String[] arguments) throws InterruptedException {
    QuietLogs.arrange();
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    try {
      var home = Path.of(System.getProperty("parceldesk.home", "")).toAbsolutePath();
      System.exit(new Launcher(home, Options.of(List.of(arguments))).run());
    } catch (ServerUnavailable | DeskClient.UnexpectedAnswer e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private Launcher(Path home, Options options) {
    this.home = home;
    this.options = options;
  }

  private int run() throws InterruptedException {
    switch (options.command()) {
      case START -> serve();
      case DEMO -> {
        return demonstrate() ? 0 : 1;
      }
    }
    return 0;
  }

  /** On the sandbox that runs, or on one of its own, which then ends with the demo. */
  private boolean demonstrate() {
    var ports = new Ports(options.portOffset());
    if (Desk.isRunning(ports)) {
      return Demo.play(ports);
    }
    System.out.println("No sandbox is running, so the demo starts one.");
    start(platform());
    return Demo.play(ports);
  }

  /** Runs until Ctrl-C or SIGTERM, which the shutdown hook turns into an orderly stop. */
  private void serve() throws InterruptedException {
    var platform = platform();
    start(platform);
    Welcome.print(platform, System.out);
    new CountDownLatch(1).await();
  }

  private void start(Platform platform) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  System.out.println("Stopping …");
                  platform.close();
                }));
    platform.start();
    SampleData.load(platform);
  }

  private Platform platform() {
    var name = options.portOffset() == 0 ? ".parceldesk" : ".parceldesk-" + options.portOffset();
    return new Platform(
        new Platform.Settings(
            home,
            home.resolve(name),
            options.fresh(),
            new Ports(options.portOffset()),
            System.out::println));
  }
}
