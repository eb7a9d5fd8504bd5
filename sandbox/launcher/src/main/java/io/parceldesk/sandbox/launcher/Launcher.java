package io.parceldesk.sandbox.launcher;

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
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    try {
      var home = Path.of(System.getProperty("parceldesk.home", "")).toAbsolutePath();
      System.exit(new Launcher(home, Options.of(List.of(arguments))).run());
    } catch (ServerUnavailable e) {
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
      case DEMO -> throw new ServerUnavailable("not yet");
    }
    return 0;
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
