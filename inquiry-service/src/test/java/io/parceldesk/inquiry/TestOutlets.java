package io.parceldesk.inquiry;

import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Outlets as the directory announces them. */
public final class TestOutlets {
  private TestOutlets() {}

  /** Returns once this service knows the outlet. */
  public static String announced(String code) {
    TestEvents.send(
        "parceldesk.directory",
        TestEvents.Event.of(
            "/notification-service",
            "io.parceldesk.outlet-changed.v1",
            code,
            """
            {"code": "%s", "name": "路路通广州天河", "region": "华南", "zone": "Asia/Shanghai",
             "escalation": [], "active": true}
            """
                .formatted(code)));
    await().until(() -> isKnown(code));
    return code;
  }

  private static boolean isKnown(String code) throws SQLException {
    try (var connection =
            DriverManager.getConnection(TestServers.jdbcUrl("inquiry"), "inquiry", "inquiry");
        var statement = connection.prepareStatement("select 1 from known_outlet where code = ?")) {
      statement.setString(1, code);
      return statement.executeQuery().next();
    }
  }
}
