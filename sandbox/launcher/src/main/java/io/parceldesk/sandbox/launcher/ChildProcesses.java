package io.parceldesk.sandbox.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * The child JVMs of a sandbox, by their process numbers. They end by themselves when the launcher
 * is killed, which takes them a moment.
 */
record ChildProcesses(Path file) {
  private static final int SECONDS = 20;

  static ChildProcesses of(StateFolder folder) {
    return new ChildProcesses(folder.resolve("processes"));
  }

  void remember(List<Long> pids) {
    try {
      Files.writeString(file, pids.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for those of an earlier start to end, and ends those that do not. */
  void awaitEnd() {
    try {
      if (Files.exists(file)) {
        for (var pid : Files.readAllLines(file)) {
          ProcessHandle.of(Long.parseLong(pid)).ifPresent(ChildProcesses::awaitEnd);
        }
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // the number may have gone to another program since
  private static void awaitEnd(ProcessHandle process) {
    var command = process.info().commandLine().orElse("");
    if (!command.contains("io.parceldesk.sandbox")) {
      return;
    }
    try {
      process.onExit().get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
