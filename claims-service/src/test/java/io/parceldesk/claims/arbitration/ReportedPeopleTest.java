package io.parceldesk.claims.arbitration;

import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.execute;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.parceldesk.claims.arbitration.DisputeDesk.arbitrator;
import static io.parceldesk.claims.arbitration.DisputeDesk.post;
import static io.parceldesk.claims.arbitration.DisputeDesk.view;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whom an outlet's report names is told of it, and erased from it, one by one (REG-10). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ReportedPeopleTest {
  private final DisputeDesk desk = new DisputeDesk();
  private final String sender = phone();
  private final String complaining = phone();

  @Test
  void areToldAndErasedOneByOne() {
    var report =
        desk.loss(waybill()).replace("13900139000", sender).replace("13700137000", complaining);
    var number =
        arbitrator()
            .body(report)
            .post(DisputeDesk.DISPUTES)
            .then()
            .statusCode(201)
            .extract()
            .<String>path("number");
    request("EXPORT", sender).body("data[0].data.roles", contains("SENDER"));
    post(
            arbitrator(),
            number,
            "announcement",
            DisputeDesk.ANNOUNCEMENT.replace("13700137000", complaining))
        .statusCode(200);

    request("EXPORT", complaining)
        .body("items.name", contains(number))
        .body("data[0].data.roles", containsInAnyOrder("COMPLAINANT", "CONTACT"))
        .body("data[0].data.named.data.name", contains("张三", "张三"))
        .body("data[0].data.contact", nullValue());
    execute(
        """
        update dispute set status = 'SETTLED', closed_at = now() - interval '4 years'
         where number = '%s'
        """
            .formatted(number));
    request("ERASURE", complaining).body("items.outcome", contains("ERASED"));

    view(arbitrator(), number)
        .statusCode(200)
        .body("anonymisedAt", nullValue())
        .body("people.recipient.name", is("王**"))
        .body("people.sender.name", is("李*"))
        .body("people.complaining", nullValue())
        .body("announcement.contact", nullValue());
    post(desk.liable(), number, "announcement-reveal", "{\"reason\": \"look\"}")
        .statusCode(200)
        .body("bankAccount", nullValue())
        .body("recipient.phone.e164", is("+8613800138000"));
    request("EXPORT", complaining).body("items", empty());
    request("EXPORT", sender).body("items.name", contains(number));
  }

  private static String phone() {
    return "136" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
  }

  private static ValidatableResponse request(String kind, String phone) {
    return as(TestServers.token("admin"))
        .body(
            "{\"kind\": \"%s\", \"phone\": \"%s\", \"reason\": \"by letter\"}"
                .formatted(kind, phone))
        .post("/api/v1/subject-requests")
        .then()
        .statusCode(201);
  }
}
