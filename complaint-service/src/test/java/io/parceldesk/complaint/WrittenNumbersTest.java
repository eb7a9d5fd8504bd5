package io.parceldesk.complaint;

import static io.parceldesk.complaint.Desk.act;
import static io.parceldesk.complaint.Desk.as;
import static io.parceldesk.complaint.Desk.asOutlet;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A phone number that somebody wrote into a text is masked as every other one (REG-09). */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class WrittenNumbersTest {
  private static final String COMPLAINTS = "/api/v1/complaints";

  @Test
  void areMaskedForEverybodyAndShownByARevealOnly() {
    var outlet = TestOutlets.announced(TestComplaints.OUTLET);
    var form =
        TestComplaints.form("DAMAGE", TestComplaints.waybill())
            .replace("陶瓷摔坏了", "陶瓷摔坏了，邻居13812345678看见，或写 li.wei@example.com");
    var key = UUID.randomUUID().toString();
    var number = "";
    for (var attempt = 0; attempt < 2; attempt++) {
      number =
          as("agent")
              .header("Idempotency-Key", key)
              .body(form)
              .post(COMPLAINTS)
              .then()
              .statusCode(201)
              .body("description", is("陶瓷摔坏了，邻居138******78看见，或写 l***@example.com"))
              .extract()
              .path("number");
    }
    act(number, "escalations", "{\"level\": 1, \"reason\": \"CUSTOMER_INSISTS\"}").statusCode(200);
    for (var reader : new String[] {"agent", "supervisor", "auditor", "admin"}) {
      as(reader)
          .get(COMPLAINTS + "/" + number)
          .then()
          .body("description", containsString("138******78"))
          .body("demand", is("赔偿"));
    }
    asOutlet(outlet)
        .get(COMPLAINTS + "/" + number)
        .then()
        .statusCode(200)
        .body(not(containsString("13812345678")))
        .body("description", containsString("138******78"));
    as("agent")
        .get(COMPLAINTS + "?phone=13800138000&limit=200")
        .then()
        .body(not(containsString("13812345678")));

    act(number, "contact-reveal", "{\"reason\": \"call 139 1234 5678 back\"}")
        .statusCode(200)
        .body("phone.e164", is("+8613800138000"))
        .body("texts.description", is("陶瓷摔坏了，邻居13812345678看见，或写 li.wei@example.com"))
        .body("texts.demand", nullValue());
    as("supervisor")
        .get(COMPLAINTS + "/" + number + "/timeline")
        .then()
        .body("items.note", hasItem("call 139******78 back"))
        .body("items.note", everyItem(not(containsString("13812345678"))));
  }
}
