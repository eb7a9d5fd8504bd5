package io.parceldesk.sandbox.launcher;

import io.parceldesk.sandbox.servers.ServerUnavailable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Whether this machine can carry the platform. */
final class Machine {
  private static final int JAVA = 17;
  // four services of about 300 MB, the broker 250 MB, PostgreSQL 150 MB, the launcher
  private static final long NEEDED_MEGABYTES = 1_800;
  private static final Path LINUX_MEMORY = Path.of("/proc/meminfo");

  static void requireFit() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (!system.contains("linux") && !system.contains("mac")) {
      throw new ServerUnavailable("Parceldesk's sandbox runs on Linux and macOS only.");
    }
    if (Runtime.version().feature() < JAVA) {
      throw new ServerUnavailable(
          "Parceldesk needs JDK %d or newer; this is %s.".formatted(JAVA, Runtime.version()));
    }
    var available = availableMegabytes();
    if (available < NEEDED_MEGABYTES) {
      throw new ServerUnavailable(
          "Parceldesk needs about %d MB of free memory and this machine has %d MB."
              .formatted(NEEDED_MEGABYTES, available));
    }
  }

  private static long availableMegabytes() {
    var bean =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    var total = bean.getTotalMemorySize() >> 20; // of the container, where there is one
    return Files.isReadable(LINUX_MEMORY) ? Math.min(total, linuxAvailable(total)) : total;
  }

  private static long linuxAvailable(long otherwise) {
    try {
      return Files.readAllLines(LINUX_MEMORY).stream()
          .filter(line -> line.startsWith("MemAvailable:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
          .findFirst()
          .orElse(otherwise);
    } catch (IOException e) {
      return otherwise;
    }
  }

  private Machine() {}
}
