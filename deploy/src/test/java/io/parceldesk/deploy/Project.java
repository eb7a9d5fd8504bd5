package io.parceldesk.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are, and what programs there are to hold them to. */
final class Project {
  static Path file(String name) {
    for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("contracts/pom.xml"))) {
        return at.resolve(name);
      }
    }
    throw new IllegalStateException("This is not run inside the project.");
  }

  static String text(String name) {
    try {
      return Files.readString(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the program is on the PATH: the command is one that does nothing. */
  static boolean hasProgram(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false; // the system has no such program
    }
  }

  private Project() {}
}
