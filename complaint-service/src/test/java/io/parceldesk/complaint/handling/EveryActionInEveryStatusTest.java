package io.parceldesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.complaint.ComplaintAction;
import io.parceldesk.complaint.ComplaintStatus;
import io.parceldesk.complaint.Desk;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The eight steps of CMP-05 and what surrounds them: what can be done when, over HTTP. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class EveryActionInEveryStatusTest {
  private static final String DISSATISFIED = "{\"satisfied\": false, \"comment\": \"too little\"}";

  /** x: possible, and possible again; 1: possible once; r: possible, but a rule refuses it here. */
  private static final String MATRIX =
      """
      .                          RECEIVED ACKNOWLEDGED EXPLAINED ASSIGNED INVESTIGATED PLAN_PROPOSED PLAN_APPROVED IMPLEMENTED CALLED_BACK CLOSED MERGED
      acknowledgement            1        -            -         -        -            -             -             -           -           -      -
      assessment                 -        1            -         -        -            -             -             -           -           -      -
      assignment                 -        1            -         x        1            -             -             -           -           -      -
      investigation              -        -            -         1        -            -             -             -           -           -      -
      plan                       -        -            -         -        1            -             -             -           -           -      -
      decision                   -        -            -         -        -            1             -             -           -           -      -
      implementation             -        -            -         -        -            -             1             -           -           -      -
      call-back                  -        -            1         -        -            -             -             1           -           -      -
      closure                    -        -            1         -        -            -             -             -           1           -      -
      unsatisfied-closure        -        -            -         1        -            -             -             -           -           -      -
      reopening                  -        -            -         -        -            -             -             -           -           1      -
      pause                      x        x            r         x        x            x             x             r           r           -      -
      resumption                 x        x            r         x        x            x             x             r           r           -      -
      escalations                x        x            x         x        x            x             x             x           x           -      -
      escalation-acknowledgement x        x            x         x        x            x             x             x           x           -      -
      claim-referral             x        x            x         x        x            x             x             x           x           -      -
      joint-parties              1        1            -         1        1            1             1             -           -           -      -
      merge                      1        1            -         1        -            -             -             -           -           -      -
      """;

  @Inject Sql sql;

  @Test
  void theTableKnowsEveryActionAndStatus() {
    assertThat(table().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ComplaintAction.values())
                .filter(action -> !action.isOfAPart())
                .map(ComplaintAction::noun)
                .toList());
    assertThat(statuses())
        .extracting(ComplaintStatus::valueOf)
        .containsExactly(ComplaintStatus.values());
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatTheStatusDoesNotAllowAndDoesTheRest() {
    return statuses().stream().map(status -> DynamicTest.dynamicTest(status, () -> holds(status)));
  }

  private void holds(String status) {
    var number = reach(status);
    var column = column(status);
    Desk.view(number).body("status", is(status));
    var allowed = column.keySet().stream().filter(action -> !column.get(action).equals("-"));
    assertThat(Desk.view(number).extract().<List<String>>path("allowedActions"))
        .containsExactlyInAnyOrderElementsOf(allowed.toList());

    var before = traces(number);
    column.forEach((action, mark) -> refuses(number, status, action, mark));
    assertThat(traces(number)).as("nothing was written").isEqualTo(before);

    column.forEach((action, mark) -> passesAgain(number, action, mark));
    column.forEach((action, mark) -> passesOnce(status, action, mark));
  }

  private static void refuses(String number, String status, String action, String mark) {
    if (mark.equals("-")) {
      var refusal = Desk.act(number, action, "{}");
      assertThat(refusal.extract().statusCode()).as("%s in %s", action, status).isEqualTo(409);
      assertThat(refusal.extract().<String>path("code")).isEqualTo("illegal-transition");
      assertThat(refusal.extract().<String>path("currentStatus")).isEqualTo(status);
      assertThat(refusal.extract().<List<String>>path("allowedActions")).doesNotContain(action);
    } else if (mark.equals("r")) {
      assertThat(Desk.act(number, action, Desk.bodyOf(action)).extract().<String>path("code"))
          .as("%s in %s", action, status)
          .isIn("pause-reason-not-allowed", "nothing-to-pause", "not-paused");
    }
  }

  private static void passesAgain(String number, String action, String mark) {
    if (mark.equals("x")) {
      Desk.after(number, action);
    }
  }

  private static void passesOnce(String status, String action, String mark) {
    if (mark.equals("1")) {
      Desk.after(reach(status, action), action);
    }
  }

  private static String reach(String status, String action) {
    return action.equals("unsatisfied-closure")
        ? afterADissatisfiedCallBack(TestComplaints.register())
        : reach(status);
  }

  private static String reach(String status) {
    var number = TestComplaints.register();
    return switch (ComplaintStatus.valueOf(status)) {
      case RECEIVED -> number;
      case ACKNOWLEDGED -> Desk.after(number, "acknowledgement");
      case EXPLAINED -> Desk.after(number, "acknowledgement", "assessment");
      case ASSIGNED -> Desk.after(number, upTo(2));
      case INVESTIGATED -> Desk.after(number, upTo(3));
      case PLAN_PROPOSED -> Desk.after(number, upTo(4));
      case PLAN_APPROVED -> Desk.after(number, upTo(5));
      case IMPLEMENTED -> Desk.after(number, upTo(6));
      case CALLED_BACK -> Desk.after(number, upTo(7));
      case CLOSED -> Desk.after(number, upTo(8));
      case MERGED -> Desk.after(number, "merge");
    };
  }

  /** Only then a manager may close it although the customer is not satisfied (AMB-35). */
  private static String afterADissatisfiedCallBack(String number) {
    Desk.after(number, upTo(6));
    Desk.act(number, "call-back", DISSATISFIED).statusCode(200);
    return number;
  }

  private static String[] upTo(int steps) {
    return Stream.of(
            "acknowledgement",
            "assignment",
            "investigation",
            "plan",
            "decision",
            "implementation",
            "call-back",
            "closure")
        .limit(steps)
        .toArray(String[]::new);
  }

  /** Its version, its events, its history and its clocks. */
  private String traces(String number) {
    return sql.first(
            """
            select concat_ws(' ', c.version, s.seq,
                     (select count(*) from timeline t where t.case_id = c.id),
                     (select jsonb_agg(d order by d.id) from deadline d where d.case_id = c.id)) as traces
              from complaint c join case_stream s on s.case_id = c.id where c.number = ?
            """,
            row -> row.getString("traces"),
            number)
        .orElseThrow();
  }

  private static List<String> statuses() {
    return cells(MATRIX.lines().findFirst().orElseThrow());
  }

  private static Map<String, String> column(String status) {
    var column = new LinkedHashMap<String, String>();
    table().forEach((action, marks) -> column.put(action, marks.get(statuses().indexOf(status))));
    return column;
  }

  private static Map<String, List<String>> table() {
    var table = new LinkedHashMap<String, List<String>>();
    MATRIX.lines().skip(1).forEach(line -> table.put(line.split(" ")[0], cells(line)));
    return table;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.trim().split(" +")).skip(1).toList();
  }
}
