package io.parceldesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OutletRowsTest {
  @Inject Complaints complaints;
  @Inject Sql sql;

  /** However many complaints there are, an outlet's own and what it was asked are looked up. */
  @Test
  void areFoundByAnIndexEach() {
    var plan =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  sql.first("select set_config('enable_seqscan', 'off', true)", row -> true);
                  sql.first("select set_config('enable_indexscan', 'off', true)", row -> true);
                  return sql.list(
                      "explain select c.id from complaint c where " + complaints.ofOutlet(),
                      row -> row.getString(1),
                      "LLT-GZ-HUB",
                      "LLT-GZ-HUB");
                });

    assertThat(String.join("\n", plan)).contains("complaint_joint_parties", "complaint_of_outlet");
  }
}
