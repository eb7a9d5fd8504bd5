package io.parceldesk.sandbox.launcher;

import io.parceldesk.sandbox.servers.ServerUnavailable;
import java.util.ArrayDeque;
import java.util.List;

/** What the command line asks for. */
record Options(Command command, boolean fresh, int portOffset) {
  private static final int HIGHEST_OFFSET = 65535 - 15432;

  enum Command {
    START,
    DEMO
  }

  static Options of(List<String> arguments) {
    var left = new ArrayDeque<>(arguments);
    var options = new Options(Command.START, false, 0);
    while (!left.isEmpty()) {
      var argument = left.pop();
      options =
          switch (argument) {
            case "demo" -> new Options(Command.DEMO, options.fresh, options.portOffset);
            case "--fresh" -> new Options(options.command, true, options.portOffset);
            case "--port-offset" ->
                new Options(options.command, options.fresh, offset(left.poll()));
            case "--no-build" -> options; // the script's affair
            default ->
                throw new ServerUnavailable(
                    "There is no option " + argument + "; ./parceldesk --help names them all.");
          };
    }
    return options;
  }

  private static int offset(String value) {
    if (value == null || !value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST_OFFSET) {
      throw new ServerUnavailable(
          "--port-offset needs a number from 0 to " + HIGHEST_OFFSET + ", such as 1000.");
    }
    return Integer.parseInt(value);
  }
}
