package io.parceldesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reads every line that is logged while any test of this module runs; none may hold a phone number,
 * a mailbox or a name of those that the tests use. Registered for all test classes.
 */
public final class SilentLogs implements BeforeAllCallback, AfterAllCallback {
  private static final Pattern PERSONAL =
      Pattern.compile(
          "(?<![0-9A-Za-z-])(\\+?86)?13[89]\\d{8}(?![0-9A-Za-z-])"
              + "|[\\w.]+@example\\.com|王小明|李伟");

  private static final Lines LINES = new Lines();

  @Override
  public void beforeAll(ExtensionContext context) {
    var root = LogManager.getLogManager().getLogger("");
    root.removeHandler(LINES);
    root.addHandler(LINES);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    assertThat(LINES.telling).as("log lines that tell of people").isEmpty();
  }

  private static final class Lines extends Handler {
    private final List<String> telling = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      var line = formatter.format(record);
      if (PERSONAL.matcher(line).find()) {
        telling.add(line);
      }
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      // what it has read counts until the end
    }
  }
}
