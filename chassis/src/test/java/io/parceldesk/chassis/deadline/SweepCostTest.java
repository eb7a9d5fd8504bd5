package io.parceldesk.chassis.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The sweep's work is proportional to what is due, not to what is open. Costs are pages touched, as
 * the database counts them. With a million instead of twenty thousand: {@code
 * -Dparceldesk.open-deadlines=1000000}.
 */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SweepCostTest {
  private static final int FEW = 2_000;
  private static final int MANY = Integer.getInteger("parceldesk.open-deadlines", 20_000);

  @Inject Sql sql;
  @Inject ObjectMapper json;

  @AfterEach
  void remove() {
    new OpenDeadlines(sql).remove();
  }

  @Test
  void costsTheSameHoweverManyDeadlinesAreOpen() {
    var open = new OpenDeadlines(sql);
    open.add(1, FEW);
    var idleAmongFew = pages(DeadlineSweep.DUE);
    var nextAmongFew = pages(SweepLoop.NEXT);

    open.add(FEW + 1, MANY);
    var idleAmongMany = pages(DeadlineSweep.DUE);
    var nextAmongMany = pages(SweepLoop.NEXT);

    System.out.printf(
        "Pages touched with %d open deadlines: what is due %d, what is next %d; with %d: %d, %d%n",
        FEW, idleAmongFew, nextAmongFew, MANY, idleAmongMany, nextAmongMany);
    assertThat(idleAmongMany).isLessThanOrEqualTo(idleAmongFew + 3); // a deeper index
    assertThat(nextAmongMany).isLessThanOrEqualTo(nextAmongFew + 3);
  }

  private int pages(String query) {
    var plan = plan(query);
    assertThat(plan.toString()).contains("deadline_next_rung").doesNotContain("\"Seq Scan\"");
    return plan.at("/Plan/Shared Hit Blocks").asInt() + plan.at("/Plan/Shared Read Blocks").asInt();
  }

  private JsonNode plan(String query) {
    return sql.first(
            "explain (analyze, buffers, format json) " + query,
            row -> read(row.getString(1)),
            Instant.EPOCH)
        .orElseThrow();
  }

  private JsonNode read(String plan) {
    try {
      return json.readTree(plan).get(0);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
