package io.parceldesk.complaint.defaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.complaint.Category;
import io.parceldesk.complaint.Desk;
import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.TestOutlets;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestEvents.Event;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DefaultHandlersTest {
  @Test
  void everyCategoryHasOne() {
    var items = Desk.as("auditor").get("/api/v1/default-handlers").then().statusCode(200).extract();

    assertThat(items.<List<String>>path("items.category"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Category.values()).map(Category::name).toList());
    assertThat(items.<List<String>>path("items.department")).doesNotContainNull();
  }

  @Test
  void areSuggestedAndTakenWhereNobodyIsNamed() {
    var number = TestComplaints.register("LOSS");
    Desk.view(number)
        .body("suggestedHandler.department", is("STORAGE_TRANSPORT"))
        .body("suggestedHandler.outlet", nullValue());
    Desk.after(number, "acknowledgement");

    Desk.act(number, "assignment", "{\"person\": \"luo\"}")
        .statusCode(200)
        .body("owner.department", is("STORAGE_TRANSPORT"))
        .body("owner.outlet", nullValue())
        .body("owner.assignee", is("luo"))
        .body("suggestedHandler", nullValue());

    Desk.act(number, "assignment", "{}").statusCode(400).body("errors[0].pointer", is("/outlet"));
  }

  @Test
  void areTheOutletThatIsComplainedOf() {
    var number = TestComplaints.register("ATTITUDE");

    Desk.view(number)
        .body("suggestedHandler.outlet", is(TestComplaints.OUTLET))
        .body("suggestedHandler.department", nullValue());
    var nobody =
        Desk.as("agent")
            .body(
                TestComplaints.form("ATTITUDE", TestComplaints.waybill())
                    .replaceAll("\"against\": [{][^}]*},", ""))
            .post("/api/v1/complaints")
            .<String>path("number");
    Desk.view(nobody).body("suggestedHandler.department", is("QUALITY"));
  }

  @Test
  void areTheOutletThatDelivers() {
    var delivering = TestOutlets.announced("LLT-SZ-FT");
    var waybill = TestComplaints.waybill();
    accepted(waybill, delivering);
    TestOutlets.announced(TestComplaints.OUTLET);

    await()
        .untilAsserted(
            () ->
                Desk.as("agent")
                    .body(
                        TestComplaints.form("FALSE_SIGNATURE", waybill)
                            .replaceFirst("[{]", "{\"evenIfDuplicate\": true, "))
                    .post("/api/v1/complaints")
                    .then()
                    .statusCode(201)
                    .body("suggestedHandler.outlet", is(delivering)));
    Desk.as("agent")
        .get("/api/v1/complaints?waybill=" + waybill)
        .then()
        .body("items[0].suggestedHandler.outlet", is(delivering));
  }

  @Test
  void keepWhoChangedThemAndWhat() {
    var path = "/api/v1/default-handlers/OVERCHARGE";
    var tag = Desk.as("admin").get(path).then().statusCode(200).extract().header("ETag");
    var form =
        "{\"outlet\": null, \"department\": \"FINANCE\", \"reason\": \"they have the books\"}";

    put(path, null, form).statusCode(428).body("code", is("if-match-required"));
    put(path, "\"99\"", form).statusCode(412);
    put(path, tag, "{\"department\": \"the finance people\"}")
        .statusCode(400)
        .body("errors[0].pointer", is("/department"));
    put(path, tag, "{\"outlet\": \"SOMEBODY\", \"department\": \"FINANCE\"}").statusCode(400);
    put(path, tag, form)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("department", is("FINANCE"))
        .body("versions", hasSize(2))
        .body("versions.author", contains("admin", "shipped"))
        .body("versions[0].reason", is("they have the books"));

    Desk.view(TestComplaints.register("OVERCHARGE"))
        .body("suggestedHandler.department", is("FINANCE"));
    put("/api/v1/default-handlers/NO_SUCH", "\"1\"", form).statusCode(404);
    Desk.as("agent").header("If-Match", tag).body(form).put(path).then().statusCode(403);
  }

  private static ValidatableResponse put(String path, String ifMatch, String form) {
    var request = Desk.as("admin").body(form);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path).then();
  }

  private static void accepted(String waybill, String toOutlet) {
    TestEvents.send(
        "parceldesk.parcel",
        Event.of(
            "/inquiry-service",
            "io.parceldesk.parcel-accepted.v1",
            waybill,
            """
            {"waybill": "%s", "route": "DOMESTIC", "fromOutlet": "LLT-BJ-01", "toOutlet": "%s",
             "dispatchedOn": "2026-11-20", "freight": {"amount": "12.00", "currency": "CNY"}}
            """
                .formatted(waybill, toOutlet)));
  }
}
