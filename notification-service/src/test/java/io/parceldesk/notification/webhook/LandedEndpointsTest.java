package io.parceldesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A database of before the challenge, with what outlets had registered in it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LandedEndpointsTest {
  private static final String DATABASE = "landed_endpoints";
  private static final String REGISTERED =
      """
      insert into outlet (id, version, code, name, region, zone, quiet_from, quiet_to, languages, active)
      values (gen_random_uuid(), 0, 'LLT-1', 'n', 'r', 'Asia/Shanghai', '22:00', '08:00', 'zh-CN', true);
      insert into webhook_endpoint
        (id, version, outlet, url, event_types, description, status, disabled_reason, created_at)
      select gen_random_uuid(), 0, 'LLT-1', url, '', name, status, reason, now() - age::interval
        from (values
          ('active',   'https://a', 'ACTIVE',   null,              '1 day'),
          ('gone',     'https://b', 'DISABLED', 'answered 410',    '2 days'),
          ('removed',  'https://c', 'DISABLED', 'removed by lin',  '3 days'),
          ('replaced', 'https://a', 'DISABLED', 'answered 410',    '4 days'),
          ('older',    'https://d', 'DISABLED', 'answered 410',    '6 days'),
          ('newer',    'https://d', 'DISABLED', 'answered 410',    '5 days'))
          as e (name, url, status, reason, age)
      """;

  @Test
  void stayAsTheyWere() throws Exception {
    try (var database =
        DriverManager.getConnection(TestServers.jdbcUrl(DATABASE), DATABASE, DATABASE)) {
      migrate(database, "V20261122_40__directory.sql", "V20261122_42__delivery.sql");
      run(database, REGISTERED);

      migrate(database, "V20261122_60__webhooks.sql");

      assertThat(statuses(database))
          .isEqualTo(
              Map.of(
                  "active", "ACTIVE",
                  "gone", "DISABLED",
                  "removed", "REMOVED",
                  "replaced", "REMOVED",
                  "older", "REMOVED",
                  "newer", "DISABLED"));
    }
  }

  private static Map<String, String> statuses(Connection database) throws SQLException {
    var statuses = new TreeMap<String, String>();
    try (var statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "select description, status from webhook_endpoint where verified_at is not null")) {
      while (rows.next()) {
        statuses.put(rows.getString(1), rows.getString(2));
      }
    }
    return statuses;
  }

  private static void migrate(Connection database, String... files)
      throws SQLException, IOException {
    for (var name : files) {
      try (var file =
          Thread.currentThread()
              .getContextClassLoader()
              .getResourceAsStream("db/migration/" + name)) {
        run(database, new String(file.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  private static void run(Connection database, String script) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(script);
    }
  }
}
