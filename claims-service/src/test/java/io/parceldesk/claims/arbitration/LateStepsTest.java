package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.execute;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.parceldesk.claims.arbitration.DisputeDesk.DISPUTES;
import static io.parceldesk.claims.arbitration.DisputeDesk.arbitrator;
import static io.parceldesk.claims.arbitration.DisputeDesk.post;
import static io.parceldesk.claims.arbitration.DisputeDesk.view;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What comes after its time finds the dispute as the passing of the time left it, though no sweep
 * has run: here none does.
 */
@QuarkusTest
@TestProfile(LateStepsTest.WithoutSweep.class)
@QuarkusTestResource(TestServers.class)
class LateStepsTest {
  /** Nothing fires by itself. */
  public static class WithoutSweep implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("parceldesk.deadline.sweep", "false");
    }
  }

  private final DisputeDesk desk = new DisputeDesk();

  @Test
  void anObjectionAfterItsTimeChangesNothing() {
    var number = desk.verified(desk.refused(desk.loss(waybill())), true);
    post(arbitrator(), number, "ruling", desk.ruling()).statusCode(200);
    pass(number, "OBJECTION");

    post(desk.liable(), number, "objection", "{\"reason\": \"不是我们丢的\"}")
        .statusCode(409)
        .body("code", is("illegal-transition"))
        .body("currentStatus", is("SETTLED"));

    view(desk.liable(), number).body("status", is("SETTLED"));
    timeline(number)
        .body("items.findAll { it.action == 'no-objection' }.actor", contains("claims-service"));
  }

  @Test
  void anAnswerAfterItsTimeComesToAnOutletThatKeptSilent() {
    var number = desk.announced(arbitrator(), desk.loss(waybill()));
    pass(number, "ANSWER");

    desk.reply(number, "NEGOTIATE").statusCode(200).body("status", is("NEGOTIATING"));

    timeline(number)
        .body("items.action", contains("opening", "announcement", "silence", "reply"))
        .body("items.find { it.action == 'silence' }.actor", is("claims-service"));
    post(desk.filer(), number, "submission", "{}").statusCode(200);
  }

  @Test
  void headquartersIsAskedOnceTheNegotiationIsOver() {
    var number = desk.announced(arbitrator(), desk.loss(waybill()));
    desk.reply(number, "NEGOTIATE").statusCode(200);
    post(desk.filer(), number, "submission", "{}")
        .statusCode(422)
        .body("code", is("negotiation-first"));
    pass(number, "NEGOTIATION");

    post(desk.filer(), number, "submission", "{}")
        .statusCode(200)
        .body("status", is("SUBMITTED"))
        .body("deadlines.find { it.kind == 'NEGOTIATION' }.state", is("BREACHED"));
  }

  @Test
  void papersAfterTheLastReturnsTimeComeToAClosedDispute() {
    var number = desk.refused(desk.loss(waybill()));
    for (int times = 0; times < 3; times++) {
      post(desk.filer(), number, "submission", "{}").statusCode(200);
      post(arbitrator(), number, "return", "{\"reason\": \"EVIDENCE_MISSING\"}").statusCode(200);
    }
    pass(number, "MATERIAL");

    post(desk.filer(), number, "submission", "{}")
        .statusCode(409)
        .body("currentStatus", is("CLOSED_EMPTY"));
  }

  private static ValidatableResponse timeline(String number) {
    return arbitrator().get(DISPUTES + "/" + number + "/timeline").then();
  }

  /** Forty days go by, for one clock. */
  private static void pass(String number, String kind) {
    execute(
        """
        with moved as (
          update deadline set started_at = started_at - interval '40 days',
                 counts_from = counts_from - interval '40 days',
                 due_at = due_at - interval '40 days',
                 projected_at = projected_at - interval '40 days',
                 next_rung_at = next_rung_at - interval '40 days'
           where kind = '%s' and next_rung_at is not null
             and case_id = (select id from dispute where number = '%s')
          returning id)
        update deadline_segment set from_at = from_at - interval '40 days'
         where deadline_id in (select id from moved)
        """
            .formatted(kind, number));
  }
}
