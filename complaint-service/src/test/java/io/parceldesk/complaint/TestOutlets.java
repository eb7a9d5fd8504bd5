package io.parceldesk.complaint;

import static org.awaitility.Awaitility.await;

import io.parceldesk.chassis.contact.OutletStatement;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Outlets as the directory announces them. */
public final class TestOutlets {
  private TestOutlets() {}

  /** Returns once this service knows the outlet. */
  public static String announced(String code) {
    return announced(code, null, "[]");
  }

  /** With the one above it and the people to turn to, as JSON. */
  public static String announced(String code, String parent, String people) {
    TestEvents.send(
        "parceldesk.directory",
        TestEvents.Event.of(
            "/notification-service",
            "io.parceldesk.outlet-changed.v1",
            code,
            """
            {"code": "%s", "name": "路路通广州天河", "region": "华南", "zone": "Asia/Shanghai",
             "parent": %s, "escalation": %s, "active": true}
            """
                .formatted(code, parent == null ? null : "\"" + parent + "\"", people)));
    await().until(() -> isKnown(code));
    return code;
  }

  /** What an outlet says to a complaint through its own system. */
  public static void replies(Seal seal, String outlet, String complaint, String text) {
    TestEvents.send(
        "parceldesk.outlet",
        TestEvents.Event.of(
            "/notification-service",
            "io.parceldesk.outlet-replied.v1",
            outlet,
            """
            {"outlet": "%s", "inReplyTo": {"number": "%s", "kind": "COMPLAINT"},
             "answer": "UNFOUNDED", "statement": "%s", "repliedAt": "2026-11-22T08:00:00Z"}
            """
                .formatted(outlet, complaint, seal.seal(new OutletStatement(text, null, null)))));
  }

  private static boolean isKnown(String code) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                TestServers.jdbcUrl("complaint"), "complaint", "complaint");
        var statement = connection.prepareStatement("select 1 from known_outlet where code = ?")) {
      statement.setString(1, code);
      return statement.executeQuery().next();
    }
  }
}
