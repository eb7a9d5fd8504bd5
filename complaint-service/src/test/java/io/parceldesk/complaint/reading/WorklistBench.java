package io.parceldesk.complaint.reading;

import io.parceldesk.chassis.cases.CaseQuery;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Worklist;
import io.parceldesk.chassis.cases.WorklistStatement;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.complaint.Complaints;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.reading.TabCounts.Place;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** How long a page of 50 takes, at the database and over HTTP, among very many complaints. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WorklistBench {
  private static final int COMPLAINTS = Integer.getInteger("parceldesk.complaints", 40_000);
  private static final int OPEN = Integer.getInteger("parceldesk.open-complaints", 20_000);
  private static final Path PLANS = Path.of("..", "bench", "plans");
  private static final int ROUNDS = 300;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Inject Worklist worklist;
  @Inject TabCounts counts;
  @Inject Complaints complaints;
  @Inject Sql sql;

  private final String token = TestServers.token("supervisor");

  @TestHTTPResource("/")
  URI service;

  @Test
  void readPagesAndCounts() throws Exception {
    new ManyComplaints(sql)
        .add(TestComplaints.register(), COMPLAINTS, (double) OPEN / COMPLAINTS, 2_000);
    System.out.printf("%,d complaints, about %,d of them open%n", COMPLAINTS, OPEN);
    for (var list : lists().entrySet()) {
      measure(list.getKey(), list.getValue());
    }
    measureCounts();
  }

  private void measure(String name, Consumer<CaseQuery> filters) throws Exception {
    var query = new CaseQuery();
    filters.accept(query);
    var statement = worklist.statement(complaints, query);
    keepPlan(name, statement.sql(), statement.parameters());
    report(name, "database", times(() -> read(statement)));
    report(name, "HTTP", times(() -> get("/api/v1/complaints?" + name)));
  }

  private void measureCounts() throws Exception {
    var statement = counts.statement(new Place(null, null));
    keepPlan("counts", statement.sql(), statement.parameters());
    report("counts", "HTTP", times(() -> get("/api/v1/complaints/counts")));
  }

  private static Map<String, Consumer<CaseQuery>> lists() {
    var lists = new LinkedHashMap<String, Consumer<CaseQuery>>();
    lists.put("sort=openedAt", query -> {});
    lists.put("sort=dueAt", query -> {});
    lists.put("breached=true&sort=dueAt", query -> query.breached = true);
    lists.put(
        "status=RECEIVED&status=ACKNOWLEDGED&sort=dueAt",
        query -> query.status = List.of("RECEIVED", "ACKNOWLEDGED"));
    lists.put("status=PLAN_PROPOSED&sort=dueAt", query -> query.status = List.of("PLAN_PROPOSED"));
    lists.put(
        "outlet=" + ManyComplaints.OUTLET + "&sort=dueAt",
        query -> query.outlet = ManyComplaints.OUTLET);
    lists.put(
        "department=" + ManyComplaints.DEPARTMENT + "&sort=dueAt",
        query -> query.department = ManyComplaints.DEPARTMENT);
    lists.put(
        "assignee=" + ManyComplaints.ASSIGNEE + "&sort=dueAt",
        query -> query.assignee = ManyComplaints.ASSIGNEE);
    lists.put(
        "escalationLevel=1&escalationLevel=2&escalationLevel=3&sort=dueAt",
        query -> query.escalationLevel = List.of(1, 2, 3));
    lists.put("tier=VIP&sort=dueAt", query -> query.tier = CustomerTier.VIP);
    lists.put("status=CLOSED&sort=openedAt", query -> query.status = List.of("CLOSED"));
    lists.replaceAll(
        (name, filters) ->
            filters.andThen(query -> query.sort = name.endsWith("dueAt") ? "dueAt" : "openedAt"));
    return lists;
  }

  private void read(WorklistStatement statement) {
    sql.list(statement.sql(), row -> row.getString("id"), statement.parameters().toArray());
  }

  private void get(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(service.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    var answer = HTTP.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " answers " + answer.statusCode());
    }
  }

  private void keepPlan(String name, String statement, List<Object> parameters) throws IOException {
    var plan =
        sql.list(
            "explain (analyze, buffers) " + statement,
            row -> row.getString(1),
            parameters.toArray());
    Files.createDirectories(PLANS);
    Files.writeString(
        PLANS.resolve(name.replaceAll("[=&]+", "-") + ".txt"), String.join("\n", plan) + "\n");
  }

  private static Duration[] times(Read read) throws Exception {
    var times = new Duration[ROUNDS];
    for (var round = -ROUNDS / 3; round < ROUNDS; round++) {
      var begin = System.nanoTime();
      read.run();
      if (round >= 0) {
        times[round] = Duration.ofNanos(System.nanoTime() - begin);
      }
    }
    Arrays.sort(times);
    return times;
  }

  private static void report(String name, String where, Duration[] sorted) {
    System.out.printf(
        "%-66s %-8s median %6.2f ms, 99th percentile %6.2f ms%n",
        name, where, millis(sorted[ROUNDS / 2]), millis(sorted[ROUNDS * 99 / 100]));
  }

  private static double millis(Duration time) {
    return time.toNanos() / 1e6;
  }

  private interface Read {
    void run() throws Exception;
  }
}
