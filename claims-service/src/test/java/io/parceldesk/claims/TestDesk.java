package io.parceldesk.claims;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.ThreadLocalRandom;

/** The people who call this service in tests, and what they claim. */
public final class TestDesk {
  public static final String CLAIMS = "/api/v1/claims";

  private TestDesk() {}

  public static RequestSpecification adjuster() {
    return as(TestServers.token("adjuster"));
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** A waybill that no other test has. */
  public static String waybill() {
    return "LLT" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
  }

  public static String claim(String waybill) {
    return """
    {"channel": "PHONE", "ground": "LOSS", "route": "DOMESTIC", "waybill": "%s",
     "claimed": {"amount": "820.00", "currency": "CNY"},
     "claimant": {"role": "SENDER", "name": "王小明", "phone": "13800138000"},
     "description": "寄出十天没有到"}
    """
        .formatted(waybill);
  }

  /** The number of a fresh claim. */
  public static String filed() {
    return adjuster().body(claim(waybill())).post(CLAIMS).path("number");
  }

  /** Returns once this service knows the outlet. */
  public static String announcedOutlet(String code) {
    TestEvents.send(
        "parceldesk.directory",
        TestEvents.Event.of(
            "/notification-service",
            "io.parceldesk.outlet-changed.v1",
            code,
            """
            {"code": "%s", "name": "路路通广州天河", "region": "SOUTH", "zone": "Asia/Shanghai",
             "escalation": [], "active": true}
            """
                .formatted(code)));
    await().until(() -> isKnown("known_outlet", "code", code));
    return code;
  }

  /** Returns once this service knows the parcel. */
  public static String acceptedParcel() {
    return parcel(LocalDate.of(2026, 11, 18));
  }

  /** A parcel that was dispatched on the day; returns once this service knows it. */
  public static String parcel(LocalDate dispatchedOn) {
    var waybill = waybill();
    milestone(
        "parcel-accepted",
        waybill,
        "{\"waybill\": \"%s\", \"route\": \"DOMESTIC\", \"dispatchedOn\": \"%s\"}"
            .formatted(waybill, dispatchedOn));
    await().until(() -> isKnown("claim_parcel", "waybill", waybill));
    return waybill;
  }

  /** An event of inquiry-service about a parcel. */
  public static void milestone(String type, String waybill, String data) {
    TestEvents.send(
        "parceldesk.parcel",
        TestEvents.Event.of("/inquiry-service", "io.parceldesk." + type + ".v1", waybill, data));
  }

  private static boolean isKnown(String table, String column, String value) {
    return count("select count(*) from %s where %s = ?".formatted(table, column), value) > 0;
  }

  /** What a statement counts in the service's own database. */
  public static long count(String sql, String... values) {
    return Long.parseLong(text(sql, values));
  }

  /** The first column of the first row; null where there is none. */
  public static String text(String sql, String... values) {
    try (var connection =
            DriverManager.getConnection(TestServers.jdbcUrl("claims"), "claims", "claims");
        var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      var row = statement.executeQuery();
      return row.next() ? row.getString(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void execute(String sql) {
    try (var connection =
            DriverManager.getConnection(TestServers.jdbcUrl("claims"), "claims", "claims");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
