package io.parceldesk.sandbox.launcher;

import io.parceldesk.sandbox.servers.SecretFile;
import io.parceldesk.sandbox.servers.ServerUnavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** What a sandbox keeps from one start to the next. One process at a time may hold it. */
final class StateFolder implements AutoCloseable {
  private static final String LOCK = "lock";

  private final Path path;
  private final FileChannel lock;

  static StateFolder hold(Path path) {
    try {
      Files.createDirectories(path);
      var channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw held(path);
      }
      var folder = new StateFolder(path.toAbsolutePath(), channel);
      Files.createDirectories(folder.logs());
      return folder;
    } catch (OverlappingFileLockException e) {
      throw held(path);
    } catch (IOException e) {
      throw new ServerUnavailable("The folder " + path + " cannot be written to.", e);
    }
  }

  private StateFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** Deletes all that is kept. */
  void clear() {
    try (var found = Files.walk(path)) {
      var all =
          found
              .filter(file -> !file.equals(path) && !file.equals(path.resolve(LOCK)))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (var file : all) {
        Files.delete(file);
      }
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A secret that is made once and kept for its owner's eyes only. */
  String secret(String name, java.util.function.Supplier<String> made) {
    var file = resolve(name);
    try {
      if (!Files.exists(file)) {
        SecretFile.write(file, made.get());
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerUnavailable held(Path path) {
    return new ServerUnavailable("A Parceldesk is already running on " + path + ".");
  }
}
