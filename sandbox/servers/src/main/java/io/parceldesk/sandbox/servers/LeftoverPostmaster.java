package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL that a killed sandbox left running on its directory. */
final class LeftoverPostmaster {
  private static final long STOP_SECONDS = 30;

  /** Stops it, if there is one, so that a new one can take the directory over. */
  static void stop(Path dataDirectory) throws IOException {
    var pidFile = dataDirectory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    requireUnused(dataDirectory.resolve("epg-lock"));
    var postmaster = of(dataDirectory);
    if (postmaster.isPresent()) {
      interrupt(postmaster.get().pid());
      await(postmaster.get());
    }
  }

  /** Kills a running one, as a broken machine does; its sessions end with it. */
  static void kill(Path dataDirectory) {
    try {
      var postmaster = of(dataDirectory).orElseThrow();
      var sessions = postmaster.children().toList();
      postmaster.destroyForcibly();
      sessions.forEach(ProcessHandle::destroyForcibly);
      await(postmaster);
      sessions.forEach(LeftoverPostmaster::await);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<ProcessHandle> of(Path dataDirectory) throws IOException {
    var pidFile = dataDirectory.resolve("postmaster.pid");
    var pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
    return ProcessHandle.of(pid).filter(LeftoverPostmaster::isPostgres);
  }

  // held by the JVM that runs the server, for as long as it lives
  private static void requireUnused(Path lockFile) throws IOException {
    if (!Files.exists(lockFile)) {
      return;
    }
    try (var channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        var lock = channel.tryLock()) {
      if (lock == null) {
        throw new ServerUnavailable(
            "Another Parceldesk is running on " + lockFile.getParent() + ".");
      }
    }
  }

  // the number may have gone to another program since
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("postgres");
  }

  // SIGINT is PostgreSQL's fast shutdown: it ends sessions instead of waiting for them
  private static void interrupt(long pid) throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
  }

  private static void await(ProcessHandle postmaster) {
    try {
      postmaster.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new ServerUnavailable(
          "An earlier PostgreSQL (process %d) does not stop.".formatted(postmaster.pid()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private LeftoverPostmaster() {}
}
