package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.execute;
import static io.parceldesk.claims.TestDesk.text;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.parceldesk.claims.arbitration.DisputeDesk.arbitrator;
import static io.parceldesk.claims.arbitration.DisputeDesk.balance;
import static io.parceldesk.claims.arbitration.DisputeDesk.post;
import static io.parceldesk.claims.arbitration.DisputeDesk.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.retention.RetentionJob;
import io.parceldesk.claims.TestClaims;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Disputes that are long over name nobody; what outlets owe each other stays (REG-11). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DisputeRetentionTest {
  private final DisputeDesk desk = new DisputeDesk();

  @Inject RetentionJob retention;

  @Test
  void forgetsPeopleAndReasonsAndKeepsTheAwards() {
    var parcel = waybill();
    var number = desk.verified(desk.refused(desk.loss(parcel)), true);
    post(arbitrator(), number, "ruling", desk.ruling()).statusCode(200);
    execute(
        """
        update dispute set status = 'SETTLED', closed_at = now() - interval '3 years 2 days'
         where number = '%s'
        """
            .formatted(number));
    var claim = TestClaims.filed(parcel);
    var owed = balance(desk.liable);

    retention.run();
    view(arbitrator(), number).body("anonymisedAt", nullValue()); // a customer still claims

    execute(
        "update claim set status = 'REFUSED', refusal_rule = 'CLM-13', closed_at = now() where number = '%s'"
            .formatted(claim));
    retention.run();

    view(arbitrator(), number)
        .statusCode(200)
        .body("anonymisedAt", notNullValue())
        .body("people", nullValue())
        .body("contents", nullValue())
        .body("announcement.answer", is("REFUSED"))
        .body("announcement.contact", nullValue())
        .body("rulings[0].award", is("900.00"))
        .body("rulings[0].reason", nullValue());
    view(desk.liable(), number).statusCode(200);
    assertThat(balance(desk.liable)).isEqualTo(owed);
    assertThat(text("select to_jsonb(d)::text from dispute d where number = ?", number))
        .doesNotContain("eyJ", "手机");
    post(desk.liable(), number, "announcement-reveal", "{\"reason\": \"look\"}").statusCode(410);
  }
}
