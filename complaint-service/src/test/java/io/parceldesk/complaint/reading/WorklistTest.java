package io.parceldesk.complaint.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.complaint.Desk;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.TestOutlets;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WorklistTest {
  @Inject Sql sql;

  private final String department = "D-" + UUID.randomUUID();

  @Test
  void showsWhatIsOpenUnlessAskedOtherwise() {
    var open = register("DELAY");
    var closed = Desk.after(register("DELAY"), "acknowledgement", "assessment", "closure");
    String waybill = Desk.view(closed).extract().path("waybill");

    list("").body("items.number", contains(open));
    list("&open=false").body("items.number", contains(closed));
    list("&open=any").body("items.number", contains(open, closed));
    list("&status=CLOSED").body("items.number", contains(closed));
    list("&status=CLOSED&open=true").body("items", empty());
    list("&status=RECEIVED&status=CLOSED").body("items.number", contains(open, closed));
    list("&waybill=" + waybill).body("items.number", contains(closed));
    list("&open=perhaps").statusCode(400).body("code", is("bad-open"));
    list("&open=false&sort=dueAt").statusCode(400).body("code", is("bad-sort"));
  }

  @Test
  void filtersByWhatADeskKnows() {
    var one = register("PRIVACY"); // escalated at once, and so of high priority
    var other = register("DELAY");
    Desk.act(other, "acknowledgement", "{}").statusCode(200);
    Desk.act(other, "assignment", toPerson("luo")).statusCode(200);

    list("&category=PRIVACY").body("items.number", contains(one));
    list("&priority=HIGH").body("items.number", contains(one));
    list("&escalationLevel=1&escalationLevel=2").body("items.number", contains(one));
    list("&escalationLevel=0").body("items.number", contains(other));
    list("&escalationLevel=0&escalationLevel=1").body("items.number", contains(one, other));
    list("&assignee=luo").body("items.number", contains(other));
    list("&status=ASSIGNED&status=RECEIVED").body("items.number", contains(one, other));
    list("&tier=VIP").body("items", empty());
    list("&outlet=NO-SUCH").body("items", empty());
    list("&openedTo=2026-01-01T00:00:00Z").body("items", empty());
    list("&openedFrom=2026-01-01").statusCode(400).body("code", is("bad-time"));
    list("&priority=LATER").statusCode(404);
    list("&sort=stars").statusCode(400).body("code", is("bad-sort"));
  }

  @Test
  void isSortedAndRangedByWhatIsDueNext() {
    var later = register("DAMAGE"); // acknowledged: its plan is due within a day
    Desk.after(later, "acknowledgement");
    var overdue = register("DAMAGE");
    var soon = register("DAMAGE"); // to be acknowledged within two hours
    due(overdue, "now() - interval '3 hours'");

    list("&sort=dueAt").body("items.number", contains(overdue, soon, later));
    list("").body("items.number", contains(later, overdue, soon));
    list("&breached=true").body("items.number", contains(overdue));
    list("&breached=false&sort=dueAt").body("items.number", contains(soon, later));
    String plan = Desk.view(later).extract().path("deadlines.find { it.state == 'RUNNING' }.dueAt");
    list("&dueFrom=" + plan).body("items.number", contains(later));
    list("&breached=false&dueTo=" + plan).body("items.number", contains(soon));

    Desk.after(soon, "acknowledgement"); // the same clocks now, started later
    list("&sort=dueAt").body("items.number", contains(overdue, later, soon));
  }

  @Test
  void goesOnWhereAPageEnded() {
    var numbers = new ArrayList<String>();
    for (var i = 0; i < 5; i++) {
      numbers.add(register("DELAY"));
    }
    for (var sort : List.of("openedAt", "dueAt")) {
      var seen = new ArrayList<String>();
      String cursor = null;
      do {
        var page =
            list("&limit=2&sort=" + sort + (cursor == null ? "" : "&cursor=" + cursor)).extract();
        seen.addAll(page.path("items.number"));
        cursor = page.path("next");
      } while (cursor != null);
      assertThat(seen).as(sort).containsExactlyElementsOf(numbers);
    }
  }

  @Test
  void findsACallerWhoHasNoNumber() {
    var form =
        TestComplaints.form("DELAY", TestComplaints.waybill())
            .replace("13800138000", "13700137001")
            .replace("王小明", "欧阳 锋");
    var number = Desk.as("agent").body(form).post("/api/v1/complaints").<String>path("number");

    search("agent", Map.of("phone", "+86 137 0013 7001"))
        .statusCode(200)
        .body("items.number", hasItem(number))
        .body("items.complainant.phone", hasItem("137******01"));
    search("supervisor", Map.of("name", "欧阳锋")).body("items.number", hasItem(number));
    search("agent", Map.of("phone", "13700137001", "name", "somebody else"))
        .body("items.number", not(hasItem(number)));
    search("agent", Map.of("phone", "12")).statusCode(400).body("code", is("bad-phone"));
    search("auditor", Map.of("phone", "13700137001")).statusCode(403);
    Desk.asOutlet(TestComplaints.OUTLET)
        .queryParam("name", "欧阳锋")
        .get("/api/v1/complaints")
        .then()
        .statusCode(403)
        .body("code", is("forbidden"));
    Desk.as("agent")
        .get("/api/v1/appeals?phone=13700137001")
        .then()
        .statusCode(400)
        .body("code", is("unknown-filter"));
  }

  @Test
  void countsEveryTabAndListsTheSame() {
    register("PRIVACY");
    var mine = Desk.after(register("DELAY"), "acknowledgement");
    Desk.act(mine, "assignment", toPerson("supervisor")).statusCode(200);
    var overdue = register("DAMAGE");
    due(overdue, "now() - interval '1 minute'");
    Desk.after(register("DELAY"), "acknowledgement", "assessment"); // waits for a call-back
    Desk.after(register("DELAY"), "acknowledgement", "assessment", "closure");
    var proposed = Desk.after(register("DAMAGE"), "acknowledgement");
    Desk.act(proposed, "assignment", toPerson("luo")).statusCode(200);
    Desk.after(proposed, "investigation", "plan");

    var counts = counts("supervisor");
    assertThat(counts)
        .containsEntry("OPEN", 5)
        .containsEntry("MINE", 1)
        .containsEntry("UNASSIGNED", 2)
        .containsEntry("OVERDUE", 1)
        .containsEntry("ESCALATED", 1)
        .containsEntry("WAITING_FOR_INVESTIGATION", 1)
        .containsEntry("WAITING_FOR_DECISION", 1)
        .containsEntry("WAITING_FOR_CALL_BACK", 1)
        .containsEntry("WAITING_FOR_CLOSURE", 0)
        .containsKey("DUE_TODAY");
    tabs("supervisor").forEach(WorklistTest::listsAsMany);
  }

  @Test
  void countsForAnOutletOnlyItsOwn() {
    var outlet = TestOutlets.announced("LLT-W-" + UUID.randomUUID().toString().substring(0, 8));
    var form = TestComplaints.form("DAMAGE", TestComplaints.waybill());
    Desk.as("agent")
        .body(form.replace(TestComplaints.OUTLET, outlet))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201);
    register("DELAY");

    var tabs = Desk.asOutlet(outlet).get("/api/v1/complaints/counts").then().statusCode(200);
    tabs.body("items.find { it.tab == 'OPEN' }.count", is(1));
    Desk.asOutlet(outlet)
        .get("/api/v1/complaints/counts?outlet=" + TestComplaints.OUTLET)
        .then()
        .body("items.find { it.tab == 'OPEN' }.count", is(0));
    Desk.as("adjuster").get("/api/v1/complaints/counts").then().statusCode(403);
  }

  private static void listsAsMany(Map<String, Object> tab) {
    var listed =
        Desk.as("supervisor")
            .urlEncodingEnabled(false)
            .get(tab.get("cases") + "&limit=200")
            .then()
            .statusCode(200)
            .extract()
            .<List<String>>path("items.number");
    assertThat(listed).as("%s", tab).hasSize((Integer) tab.get("count"));
  }

  private Map<String, Integer> counts(String role) {
    return tabs(role).stream()
        .collect(
            Collectors.toMap(tab -> (String) tab.get("tab"), tab -> (Integer) tab.get("count")));
  }

  private List<Map<String, Object>> tabs(String role) {
    return Desk.as(role)
        .get("/api/v1/complaints/counts?department=" + department)
        .then()
        .statusCode(200)
        .extract()
        .path("items");
  }

  private ValidatableResponse list(String query) {
    return Desk.as("agent")
        .urlEncodingEnabled(false)
        .get("/api/v1/complaints?department=" + department + query)
        .then();
  }

  private static ValidatableResponse search(String role, Map<String, String> customer) {
    return Desk.as(role).queryParams(customer).get("/api/v1/complaints").then();
  }

  private String register(String category) {
    return Desk.as("agent")
        .body(
            TestComplaints.form(category, TestComplaints.waybill())
                .replaceAll(
                    "\"against\": [{][^}]*}",
                    "\"against\": {\"department\": \"" + department + "\"}"))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private String toPerson(String person) {
    return "{\"department\": \"%s\", \"person\": \"%s\"}".formatted(department, person);
  }

  private void due(String number, String at) {
    sql.update("update complaint set next_due_at = " + at + " where number = ?", number);
  }
}
