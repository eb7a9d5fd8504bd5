package io.parceldesk.complaint.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.complaint.Desk;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever looks for a case in the logs finds its lines, and the trace that they belong to. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CaseInLogsTest {
  private final Lines lines = new Lines();

  @BeforeEach
  void listen() {
    LogManager.getLogManager().getLogger("").addHandler(lines);
  }

  @AfterEach
  void stop() {
    LogManager.getLogManager().getLogger("").removeHandler(lines);
  }

  @Test
  void aRequestOnACaseIsLoggedWithItsNumberItsTraceAndNoPath() {
    var number = TestComplaints.register();
    Desk.act(number, "acknowledgement", Desk.bodyOf("acknowledgement")).statusCode(200);

    var acknowledged = line("POST /api/v1/complaints/{number}/acknowledgement 200");
    var registered = line("POST /api/v1/complaints 201");

    for (var line : List.of(registered, acknowledged)) {
      assertThat(line.getString("mdc.caseNumber")).isEqualTo(number);
      assertThat(line.getString("mdc.traceId")).matches("[0-9a-f]{32}");
    }
    assertThat(acknowledged.getString("mdc.traceId"))
        .isNotEqualTo(registered.getString("mdc.traceId"));
    assertThat(acknowledged.getString("message")).doesNotContain(number);
  }

  @Test
  void whatIsAboutNoCaseNamesNone() {
    TestComplaints.register();
    Desk.as("agent").body("{}").post("/api/v1/complaints").then().statusCode(400);

    assertThat(line("POST /api/v1/complaints 400").getString("mdc.caseNumber")).isNull();
  }

  private JsonPath line(String message) {
    return lines.all.stream()
        .map(JsonPath::from)
        .filter(line -> line.getString("message").startsWith(message))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** As they stand on the console of a deployed service. */
  private static final class Lines extends Handler {
    private final List<String> all = new CopyOnWriteArrayList<>();
    private final JsonFormatter formatter = new JsonFormatter();

    @Override
    public void publish(LogRecord record) {
      if ("io.parceldesk.requests".equals(record.getLoggerName())) {
        all.add(formatter.format((ExtLogRecord) record));
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
