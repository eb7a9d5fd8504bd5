package io.parceldesk.sandbox.servers;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * A base backup of a running cluster and its recovery to the last transaction, through PostgreSQL's
 * low-level backup functions, as the embedded binaries have no pg_basebackup.
 */
final class PostgresBackup {
  private static final String WAL = "pg_wal";
  private static final Set<String> NOT_COPIED =
      Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

  /** Takes it while the cluster works. What is written from now on is kept in its log. */
  static void take(Connection superuser, Path cluster, Path backup)
      throws IOException, SQLException {
    try (var statement = superuser.createStatement()) {
      statement.execute("alter system set wal_keep_size = '4GB'");
      statement.execute("select pg_reload_conf()");
      statement.execute("select pg_backup_start('parceldesk', fast => true)");
      copy(cluster, backup);
      try (var stopped = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
        stopped.next();
        Files.writeString(backup.resolve("backup_label"), stopped.getString(1));
      }
    }
  }

  /** Makes a backup a cluster that, when started, does what the saved log says, to its end. */
  static void recoverWith(Path savedWal, Path backup) throws IOException {
    Files.createFile(backup.resolve("recovery.signal"));
    var setting = "%nrestore_command = 'cp \"%s/%%f\" \"%%p\"'%n".formatted(savedWal);
    var configuration = backup.resolve("postgresql.auto.conf");
    Files.writeString(configuration, Files.readString(configuration) + setting);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(directory, target(directory), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            var inside = from.relativize(file);
            if (!inside.startsWith(WAL) && !NOT_COPIED.contains(inside.toString())) {
              copyFile(file);
            }
            return FileVisitResult.CONTINUE;
          }

          // a file that goes while it is copied is in the log
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }

          private void copyFile(Path file) throws IOException {
            try {
              Files.copy(file, target(file), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException e) {
              visitFileFailed(file, e);
            }
          }

          private Path target(Path source) {
            return to.resolve(from.relativize(source));
          }
        });
  }

  private PostgresBackup() {}
}
