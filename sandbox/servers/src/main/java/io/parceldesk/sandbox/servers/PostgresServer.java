package io.parceldesk.sandbox.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * PostgreSQL with a database and a login role for each service. A role owns its own database and
 * cannot enter another's.
 */
public final class PostgresServer implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String SUPERUSER = "postgres";

  private final Path directory;
  private final String address;
  private final String superuserPassword;
  private final AutoCloseable engine;

  /**
   * Where PostgreSQL listens and what it keeps.
   *
   * @param port 0 picks a free one; a directory that is kept wants the same port every time
   * @param directory null for a server that lives no longer than this JVM, and forgoes fsync
   * @param log what the server says about itself
   */
  public record Settings(int port, Path directory, Path log) {
    public static Settings temporary() {
      return new Settings(0, null, TemporaryDirectory.create("parceldesk-pg").resolve("pg.log"));
    }

    boolean kept() {
      return directory != null;
    }
  }

  /** A service's database and the only role that may use it. */
  public record Database(String name, String url, String user, String password) {}

  public static PostgresServer start(Settings settings) {
    QuietLogs.arrange();
    PostgresHost.requireUsable();
    try {
      if (settings.kept()) {
        stopLeftover(settings.directory());
      }
      if (settings.port() != 0) {
        Loopback.requireFree(settings.port(), "PostgreSQL");
      }
      var engine = engine(settings).start();
      return new PostgresServer(
          settings.directory(), Loopback.HOST + ":" + engine.getPort(), SUPERUSER, engine);
    } catch (IOException | IllegalStateException e) {
      throw new ServerUnavailable("PostgreSQL did not start; see " + settings.log() + ".", e);
    }
  }

  /** Stops the server that a killed JVM left running on its directory, if there is one. */
  public static void stopLeftover(Path directory) {
    try {
      LeftoverPostmaster.stop(directory);
    } catch (IOException e) {
      throw new ServerUnavailable("An earlier PostgreSQL in " + directory + " does not stop.", e);
    }
  }

  /**
   * @param directory null where the cluster's files are not to be reached
   */
  PostgresServer(Path directory, String address, String superuserPassword, AutoCloseable engine) {
    this.directory = directory;
    this.address = address;
    this.superuserPassword = superuserPassword;
    this.engine = engine;
  }

  private static EmbeddedPostgres.Builder engine(Settings settings) throws IOException {
    var directory = settings.kept() ? settings.directory() : temporaryDirectory();
    Files.createDirectories(directory.getParent());
    var builder =
        EmbeddedPostgres.builder()
            .setPort(settings.port())
            .setDataDirectory(directory)
            .setCleanDataDirectory(!settings.kept())
            .setRegisterShutdownHook(false) // the launcher stops the services first
            .setPGStartupWait(Duration.ofSeconds(60))
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
    locale(builder);
    configuration(builder, settings.kept());
    return builder;
  }

  // beside the directory of the binaries, where leftovers of killed JVMs are cleared away
  private static Path temporaryDirectory() {
    return Path.of(
        System.getProperty("java.io.tmpdir"),
        "embedded-pg",
        java.util.UUID.randomUUID().toString());
  }

  // the same order of strings on every system
  private static void locale(EmbeddedPostgres.Builder builder) {
    builder
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("locale-provider", "builtin")
        .setLocaleConfig("builtin-locale", "C.UTF-8");
  }

  private static void configuration(EmbeddedPostgres.Builder builder, boolean kept) {
    var durable = kept ? "on" : "off";
    builder
        .setServerConfig("fsync", durable)
        .setServerConfig("synchronous_commit", durable)
        .setServerConfig("full_page_writes", durable)
        .setServerConfig("listen_addresses", Loopback.HOST)
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("shared_buffers", "128MB");
  }

  /** The named database and its role, created unless they exist. */
  public Database database(String name) {
    requireName(name);
    if (!exists("select from pg_roles where rolname = '%s'", name)) {
      run("create role %1$s login password '%1$s'", name);
    }
    if (!exists("select from pg_database where datname = '%s'", name)) {
      run("create database %1$s owner %1$s", name);
      run("revoke all on database %1$s from public", name);
    }
    return new Database(name, url(name), name, name);
  }

  /** The named database as whoever runs the server uses it. */
  public Database administrator(String name) {
    requireName(name);
    return new Database(name, url(name), SUPERUSER, superuserPassword);
  }

  /** Cuts every connection to a database and lets none in, as an outage does. */
  public void refuse(String database) {
    requireName(database);
    run("alter database %s with allow_connections false", database);
    run("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'", database);
  }

  /** Ends what {@link #refuse} began. */
  public void accept(String database) {
    requireName(database);
    run("alter database %s with allow_connections true", database);
  }

  /** Copies the cluster to a new directory while it works. */
  public void backUp(Path backup) {
    try (var superuser = superuser()) {
      PostgresBackup.take(superuser, directory, backup);
    } catch (SQLException | IOException e) {
      throw new IllegalStateException("The backup failed", e);
    }
  }

  /** Is killed, and everything but its log of what was committed is lost with it. */
  public void lose() {
    LeftoverPostmaster.kill(directory);
    close();
  }

  /** Makes a lost cluster's directory its backup, which recovers from the log that was saved. */
  public static void restore(Path backup, Path directory) {
    var lost = directory.resolveSibling(directory.getFileName() + "-lost");
    try {
      Files.move(directory, lost);
      Files.move(backup, directory);
      PostgresBackup.recoverWith(lost.resolve("pg_wal"), directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      engine.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("PostgreSQL did not stop", e);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://" + address + "/" + database;
  }

  private Connection superuser() throws SQLException {
    return DriverManager.getConnection(url("postgres"), SUPERUSER, superuserPassword);
  }

  private boolean exists(String query, String name) {
    try (var connection = superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query.formatted(name))) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run(String command, String name) {
    try (var connection = superuser();
        var statement = connection.createStatement()) {
      statement.execute(command.formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void requireName(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
  }
}
