package io.parceldesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parceldesk.sandbox.servers.PostgresServer.Database;
import io.parceldesk.sandbox.servers.TestServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/**
 * The deliveries of the release before: they stay where it can write them until somebody says that
 * it does not run any more.
 */
class DeliveryMonthsUpgradeTest {
  /** As the release before plans. */
  private static final String PLAN =
      """
      insert into delivery (event_source, event_id, event_type, event_at, case_number, rule, audience,
        channel, class, recipient, recipient_masked, lane, status, next_attempt_at, not_after)
      values ('/complaint-service', ?, 'io.parceldesk.complaint-registered.v1', now(), 'CMP-1', 'rule@1',
        'CUSTOMER', 'SMS', 'CRITICAL', 'r', '*', 'sms:a', 'PENDING', now(), now() + interval '1 day')
      on conflict (event_source, event_id, recipient, channel) do nothing
      """;

  /** As this one asks whether something is planned. */
  private static final String KEY =
      "insert into delivery_key (key) values (delivery_key('/complaint-service', ?, 'r', 'SMS'))"
          + " on conflict do nothing";

  private static final String CHILDREN =
      """
      insert into delivery_attempt (delivery_id, attempt, carrier, started_at, finished_at, outcome)
      select id, 1, 'c', now(), now(), 'SENT' from delivery;
      insert into sms_part (delivery_id, part, gateway, message_id) select id, 1, 'a', id from delivery;
      insert into sms_receipt (gateway, message_id, recipient, state)
      select 'a', id, 'r', 'DELIVERED' from delivery
      """;

  private static final String TOGETHER =
      """
      select count(*) from delivery d
        join delivery_attempt a on a.delivery_id = d.id
        join sms_part p on p.delivery_id = d.id
        join sms_receipt r on r.message_id = p.message_id
      """;

  private final Database database = TestServers.postgres().database("delivery_months_upgrade");

  @Test
  void keepWhatIsThereAndLetBothReleasesPlanUntilTheyBecomeMonths() throws SQLException {
    migrate("20261126.31");
    try (var connection = connect();
        var plan = connection.prepareStatement(PLAN);
        var key = connection.prepareStatement(KEY)) {
      for (var n = 0; n < 10; n++) {
        assertThat(run(plan, "event-" + n)).isEqualTo(1); // often enough to be kept prepared
      }
      execute(connection, CHILDREN);

      migrate("20261127.12");
      assertThat(run(plan, "event-10")).as("the release before goes on").isEqualTo(1);
      assertThat(run(plan, "event-3")).as("and plans nothing twice").isZero();

      execute(connection, "call begin_delivery_months()");
      execute(connection, "call begin_delivery_months()"); // nothing is left to do
      assertThat(
              text(
                  connection,
                  "select string_agg(distinct tableoid::regclass::text, ' ') from delivery"))
          .isEqualTo("delivery_before_months");
      assertThat(text(connection, TOGETHER)).isEqualTo("10");
      for (var n = 0; n <= 10; n++) {
        assertThat(run(key, "event-" + n)).as("it is known that it was planned").isZero();
      }
      assertThat(run(key, "event-11")).isEqualTo(1);
      assertThat(text(connection, "select max(id) from sms_receipt")).isEqualTo("10");
      execute(connection, CHILDREN.substring(CHILDREN.indexOf("insert into sms_receipt")));
      assertThat(text(connection, "select count(distinct id) from sms_receipt")).isEqualTo("21");
      assertThatThrownBy(() -> run(plan, "event-12"))
          .as("from here on the release before cannot plan")
          .hasMessageContaining("no unique or exclusion constraint");
    }
  }

  private void migrate(String target) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("db/messaging", "db/migration")
        .target(target)
        .load()
        .migrate();
  }

  private static int run(PreparedStatement statement, String event) throws SQLException {
    statement.setString(1, event);
    return statement.executeUpdate();
  }

  private static void execute(Connection connection, String statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static String text(Connection connection, String query) throws SQLException {
    try (var statement = connection.createStatement();
        var row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
