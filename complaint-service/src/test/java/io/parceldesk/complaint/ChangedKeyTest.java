package io.parceldesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.parceldesk.sandbox.servers.TestServers;
import io.parceldesk.sandbox.testing.SealedStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Whatever complaint-service keeps sealed is sealed anew while it works, and says the same. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ChangedKeyTest {
  @Test
  void leavesNothingUnderTheFormerKeyAndLosesNobody() throws Exception {
    var phone = phone();
    var number = registered(phone);
    var merged = phone();
    Desk.act(
            registered(merged),
            "merge",
            "{\"into\": \"%s\", \"evenIfOtherWaybill\": true}".formatted(number))
        .statusCode(200);
    var asked = answered(registered(phone()));
    var store = new SealedStore("complaint");
    var appeal = appealAbout(number);
    store.fill("complaint.outlet_statement", "number = '" + asked + "'");
    assertThat(store.empty()).isEmpty();

    store.age();
    assertThat(store.left())
        .contains("complaint.contact", "complaint.duplicates", "appeal.contact");
    Desk.as("admin").body("{}").post("/api/v1/key-rotation").then().statusCode(200);
    var meanwhile = new ArrayList<String>();
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              meanwhile.add(phone());
              found(
                  meanwhile.get(meanwhile.size() - 1),
                  registered(meanwhile.get(meanwhile.size() - 1)));
              found(phone, number);
              return store.left().isEmpty();
            });

    found(phone, number);
    revealed("complaints", number, phone);
    revealed("appeals", appeal, phone);
    Desk.view(asked).body("jointParties[0].answer", is("2.4 kg"));
    assertThat(meanwhile).isNotEmpty();
    Desk.as("admin")
        .body("{\"kind\": \"EXPORT\", \"phone\": \"%s\", \"reason\": \"letter\"}".formatted(merged))
        .post("/api/v1/subject-requests")
        .then()
        .body("data.data.number", hasItem(number));
  }

  /** Another outlet was asked for its part, and gave it. */
  private static String answered(String number) {
    var helper = TestOutlets.announced("LLT-K" + TestComplaints.waybill());
    Desk.after(number, "acknowledgement");
    var party =
        Desk.act(
                number,
                "joint-parties",
                "{\"outlet\": \"%s\", \"question\": \"How heavy?\"}".formatted(helper))
            .statusCode(200)
            .extract()
            .<String>path("jointParties[0].id");
    Desk.asOutlet(helper)
        .body("{\"text\": \"2.4 kg\"}")
        .post("/api/v1/complaints/" + number + "/joint-parties/" + party + "/answer")
        .then()
        .statusCode(200);
    return number;
  }

  private static String phone() {
    return "135" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
  }

  private static String registered(String phone) {
    TestOutlets.announced(TestComplaints.OUTLET);
    return Desk.as("agent")
        .body(TestComplaints.form("DAMAGE", TestComplaints.waybill()).replace("13800138000", phone))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private static String appealAbout(String complaint) {
    return Desk.as("agent")
        .body(
            "{\"authorityReference\": \"12305-%s\", \"demand\": \"赔偿\", \"complaint\": \"%s\"}"
                .formatted(TestComplaints.waybill(), complaint))
        .post("/api/v1/appeals")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  private static void found(String phone, String number) {
    Desk.as("agent")
        .get("/api/v1/complaints?phone=" + phone)
        .then()
        .statusCode(200)
        .body("items.number", contains(List.of(number).toArray()));
  }

  private static void revealed(String cases, String number, String phone) {
    Desk.as("supervisor")
        .body("{\"reason\": \"the same?\"}")
        .post("/api/v1/" + cases + "/" + number + "/contact-reveal")
        .then()
        .statusCode(200)
        .body("phone.e164", is("+86" + phone))
        .body("name", is("王小明"));
  }
}
