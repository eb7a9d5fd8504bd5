package io.parceldesk.complaint.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.cases.CaseQuery;
import io.parceldesk.chassis.cases.Open;
import io.parceldesk.chassis.cases.Worklist;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.reading.TabCounts.Place;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Each list that a desk really opens walks an index of its own, and sorts nothing. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestInstance(Lifecycle.PER_CLASS)
class WorklistPlansTest {
  @Inject Worklist worklist;
  @Inject TabCounts counts;
  @Inject Complaints complaints;
  @Inject Transactions transactions;
  @Inject Sql sql;

  private boolean seeded;

  @BeforeEach
  void manyComplaints() {
    if (!seeded) {
      new ManyComplaints(sql).add(TestComplaints.register(), 40_000, 0.5, 1_000);
      seeded = true;
    }
  }

  @AfterAll
  void fewComplaints() {
    new ManyComplaints(sql).remove();
  }

  @Test
  void walkTheirIndexes() {
    walks("complaint_open", query -> {});
    walks("complaint_due", query -> query.sort = "dueAt");
    walks("complaint_due", overdue());
    walks("complaint_status_due", inStatus("ASSIGNED"));
    walks("complaint_status_due", inStatus("RECEIVED", "ACKNOWLEDGED"));
    walks("complaint_outlet_due", byDueTime(query -> query.outlet = ManyComplaints.OUTLET));
    walks(
        "complaint_department_due",
        byDueTime(query -> query.department = ManyComplaints.DEPARTMENT));
    walks("complaint_assignee_due", byDueTime(query -> query.assignee = ManyComplaints.ASSIGNEE));
    walks("complaint_escalated_due", byDueTime(query -> query.escalationLevel = List.of(1, 2, 3)));
    walks("complaint_closed", query -> query.open = Open.FALSE);
    walks("complaint_status_opened", query -> query.status = List.of("CLOSED"));
    walks("complaint_of_outlet", query -> query.outlet = ManyComplaints.OUTLET);
  }

  @Test
  void goOnAlongTheSameIndex() {
    var first = new CaseQuery();
    first.sort = "dueAt";
    var cursor = Cursor.fromString(worklist.page(complaints, first).next());

    walks("complaint_due", byDueTime(query -> query.cursor = cursor));
  }

  @Test
  void countWithoutReadingARow() {
    var statement = counts.statement(new Place(null, null));

    var plan =
        transactions.runNew(
            () -> {
              vacuumed();
              return explain(statement.sql(), statement.parameters());
            });

    assertThat(plan.findValuesAsText("Node Type")).as("%s", plan).contains("Index Only Scan");
    assertThat(plan.findValuesAsText("Index Name")).containsOnly("complaint_status_due");
  }

  /** As it is some time after its rows were written: all are visible to everybody. */
  private void vacuumed() {
    sql.list(
        """
        select pg_restore_relation_stats('schemaname', 'public'::text, 'relname', relname::text,
                 'relpages', relpages, 'reltuples', reltuples, 'relallvisible', relpages)
          from pg_class where relname = 'complaint'
        """,
        row -> null);
    sql.update("set local enable_seqscan = off"); // the table is small enough for it
  }

  private void walks(String index, Consumer<CaseQuery> filters) {
    var query = new CaseQuery();
    filters.accept(query);
    var statement = worklist.statement(complaints, query);

    var plan = explain(statement.sql(), statement.parameters());

    assertThat(plan.findValuesAsText("Index Name")).as("%s", plan).containsOnly(index);
    assertThat(plan.findValuesAsText("Node Type"))
        .as("%s", plan)
        .doesNotContain("Seq Scan", "Bitmap Heap Scan", "Incremental Sort");
  }

  private JsonNode explain(String statement, List<Object> parameters) {
    return sql.first(
            "explain (format json) " + statement,
            row -> Plans.read(row.getString(1)),
            parameters.toArray())
        .orElseThrow();
  }

  private static Consumer<CaseQuery> byDueTime(Consumer<CaseQuery> filters) {
    return filters.andThen(query -> query.sort = "dueAt");
  }

  private static Consumer<CaseQuery> inStatus(String... statuses) {
    return byDueTime(query -> query.status = List.of(statuses));
  }

  private static Consumer<CaseQuery> overdue() {
    return byDueTime(query -> query.breached = true);
  }
}
