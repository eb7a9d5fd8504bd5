package io.parceldesk.deploy.training;

import io.parceldesk.sandbox.servers.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The statements of one transaction, as PostgreSQL logged them, for pgbench to repeat. */
final class StatementLog {
  private static final Pattern ENTRY =
      Pattern.compile(
          "(?ms)^pid=(\\d+) LOG:  (?:execute [^:\\n"
              + "]*|statement): (.*?)(?=^pid=\\d+ )(?:pid=\\1 DETAIL:  Parameters:"
              + " (.*?)(?=^pid=\\d+ |\\z))?");

  private static final Pattern PARAMETER =
      Pattern.compile("(?s)\\$(\\d+) = (NULL|'(?:[^']++|'')*+')");

  private final PostgresServer.Database administrator;
  private final Path file;

  StatementLog(PostgresServer.Database administrator, Path file) {
    this.administrator = administrator;
    this.file = file;
  }

  /**
   * The statements of the session that executed one which begins so, from its begin to its commit.
   *
   * @param work during which it happens once
   */
  List<String> of(String marker, Runnable work) throws SQLException, IOException {
    var before = Files.size(file);
    set("log_line_prefix", "'pid=%p '");
    set("log_statement", "'all'");
    work.run();
    set("log_statement", "'none'");
    var text = Files.readString(file).substring((int) before) + "pid=0 ";
    return transaction(ENTRY.matcher(text).results().toList(), marker);
  }

  private static List<String> transaction(List<MatchResult> entries, String marker) {
    var marked =
        entries.stream()
            .filter(entry -> entry.group(2).strip().startsWith(marker))
            .reduce((first, second) -> second)
            .orElseThrow(() -> new IllegalStateException("The log holds no " + marker));
    var session = entries.stream().filter(entry -> entry.group(1).equals(marked.group(1))).toList();
    var at = session.indexOf(marked);
    var from = at;
    while (!isBegin(session.get(from))) {
      from--;
    }
    var statements = new ArrayList<String>();
    for (var i = from; ; i++) {
      statements.add(withParameters(session.get(i)));
      if (session.get(i).group(2).strip().equalsIgnoreCase("commit")) {
        return statements;
      }
    }
  }

  private static boolean isBegin(MatchResult entry) {
    return entry.group(2).strip().toLowerCase().startsWith("begin");
  }

  /** With literals in the place of {@code $1} and so on; from the last, lest $1 be seen in $12. */
  private static String withParameters(MatchResult entry) {
    var statement = entry.group(2).strip();
    if (entry.group(3) == null) {
      return statement;
    }
    var parameters = PARAMETER.matcher(entry.group(3)).results().toList();
    for (var i = parameters.size() - 1; i >= 0; i--) {
      var name = "$" + parameters.get(i).group(1);
      statement = statement.replace(name, parameters.get(i).group(2));
    }
    return statement;
  }

  private void set(String setting, String value) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                administrator.url(), administrator.user(), administrator.password());
        var statement = connection.createStatement()) {
      statement.execute("alter system set %s = %s".formatted(setting, value));
      statement.execute("select pg_reload_conf()");
    }
  }
}
