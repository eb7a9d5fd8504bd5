package io.parceldesk.deploy.training;

import io.parceldesk.sandbox.servers.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Repeats a service's opening of a case by pgbench: the same statements in the same transaction,
 * with new ids, number and waybill each time.
 */
final class PgBench {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']++|'')*+'");
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final String DRAW = "nextval('case_number')";

  private final PostgresServer.Database database;
  private final Path script;

  /**
   * @param statements of one transaction, from its begin to its commit
   * @param number of the case that it opened
   */
  static PgBench repeating(
      PostgresServer.Database database, List<String> statements, String number, String waybill)
      throws IOException {
    var fresh = new LinkedHashMap<String, String>();
    statements.forEach(s -> ID.matcher(s).results().forEach(id -> fresh.put(id.group(), "")));
    var at = 0;
    for (var id : fresh.entrySet()) {
      id.setValue(":id" + at++ + "::text");
    }
    fresh.put(number, "'CMP-' || :n::text");
    fresh.put(waybill, "'LLT' || :w::text");
    var text = new StringBuilder("\\set w random(1, 900000000000000)\n");
    statements.forEach(statement -> text.append(line(statement, fresh)));
    var script = Files.writeString(Path.of("target/opening.sql").toAbsolutePath(), text);
    return new PgBench(database, script);
  }

  private PgBench(PostgresServer.Database database, Path script) {
    this.database = database;
    this.script = script;
  }

  private static String line(String statement, Map<String, String> fresh) {
    var drawn = statement.contains(DRAW);
    var literals = LITERAL.matcher(statement);
    var renewed =
        literals.replaceAll(found -> Matcher.quoteReplacement(renewed(found.group(), fresh)));
    var line = renewed.replaceAll("\\s*\\n\\s*", " ");
    if (!drawn) {
      return line + ";\n";
    }
    var ids = new StringBuilder(DRAW + " as n");
    fresh.values().stream()
        .filter(name -> name.startsWith(":id"))
        .forEach(name -> ids.append(", uuidv7() as ").append(name, 1, name.indexOf("::")));
    return line.replace(DRAW, ids) + " \\gset\n";
  }

  private static String renewed(String literal, Map<String, String> fresh) {
    var renewed = withoutVariables(literal);
    for (var each : fresh.entrySet()) {
      if (literal.equals("'" + each.getKey() + "'")) {
        var value = "(" + each.getValue() + ")";
        return each.getValue().startsWith(":id") ? value + "::uuid" : value;
      }
      if (literal.contains(each.getKey())) {
        renewed = "replace(%s, '%s', %s)".formatted(renewed, each.getKey(), each.getValue());
      }
    }
    return renewed;
  }

  /** pgbench sees a variable in every colon before a letter, in a literal too. */
  private static String withoutVariables(String literal) {
    var parts = literal.replaceAll(":(?=[A-Za-z_])", ":' || '");
    return parts.equals(literal) ? literal : "(" + parts + ")";
  }

  /** Transactions a second. */
  double run(int connections, int seconds) throws IOException, InterruptedException {
    var address = URI.create(database.url().substring("jdbc:".length()));
    var command =
        new ProcessBuilder(
                "pgbench",
                "-n",
                "-M",
                "prepared",
                "-j",
                "2",
                "-c",
                Integer.toString(connections),
                "-T",
                Integer.toString(seconds),
                "-f",
                script.toString(),
                "-h",
                address.getHost(),
                "-p",
                Integer.toString(address.getPort()),
                "-U",
                database.user(),
                database.name())
            .redirectErrorStream(true);
    command.environment().put("PGPASSWORD", database.password());
    var process = command.start();
    var said = new String(process.getInputStream().readAllBytes());
    var rate = RATE.matcher(said);
    if (process.waitFor() != 0 || !rate.find() || said.contains("ERROR")) {
      throw new IllegalStateException("pgbench failed: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }
}
