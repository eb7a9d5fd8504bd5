package io.parceldesk.chassis.months;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class MonthsTest {
  private static final String LAST =
      """
      select max(inhrelid::regclass::text) as month from pg_inherits
       where inhparent = 'timeline'::regclass and inhrelid::regclass::text <> 'timeline_before_months'
      """;

  @Inject Months months;
  @Inject Sql sql;
  @Inject Transactions transactions;

  @AfterEach
  void keepAll() {
    update("update monthly_table set keep = null");
    transactions.runNew(() -> months.add("timeline"));
  }

  @Test
  void areThereThreeMonthsAhead() {
    tell(UUID.randomUUID(), "3 months");

    assertThat(months.samples().get(0).read().get())
        .singleElement()
        .satisfies(left -> assertThat(left.value()).isGreaterThan(80));
  }

  @Test
  void areMadeAgainWhereTheyAreMissingAndOnlyThere() {
    update("drop table " + last());

    assertThat(transactions.<Integer>runNew(() -> months.add("timeline"))).isEqualTo(1);
    assertThat(transactions.<Integer>runNew(() -> months.add("timeline"))).isZero();
  }

  @Test
  void areKeptForEverWhereNobodySaysForHowLong() {
    assertThat(drop(last())).isFalse();
  }

  @Test
  void areKeptAsLongAsACaseInThemIsOpenAndDroppedWithTheirRowsThen() {
    var month = last();
    var open = anOpenCase();
    tell(open, "3 months");
    update("update monthly_table set keep = '-10 years'"); // all months are old

    assertThat(drop(month)).isFalse();

    update(
        "update sample_case set closed_at = now() - interval '1 day' where id = '%s'"
            .formatted(open));
    assertThat(drop(month)).isTrue();
    assertThat(drop(month)).as("it is gone").isFalse();
    assertThat(last()).isLessThan(month);
  }

  private boolean drop(String month) {
    return transactions.runNew(() -> months.drop("timeline", month));
  }

  private String last() {
    return transactions.runNew(() -> sql.first(LAST, row -> row.getString("month"))).orElseThrow();
  }

  private void tell(UUID caseId, String ahead) {
    update(
        """
        insert into timeline (case_id, at, actor, action, to_status)
        values ('%s', now() + interval '%s', 'a', 'sample', 'OPEN')
        """
            .formatted(caseId, ahead));
  }

  private UUID anOpenCase() {
    var id = UUID.randomUUID();
    update(
        """
        insert into sample_case (id, number, version, status, opened_at, tier, category, stars, level)
        values ('%1$s', '%1$s', 0, 'OPEN', now(), 'ORDINARY', 'PLAIN', 1, 0)
        """
            .formatted(id));
    return id;
  }

  private void update(String statement) {
    transactions.runNew(() -> sql.update(statement));
  }
}
