package io.parceldesk.notification.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DirectoryTest {
  private final String code = "LLT-D-" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

  @Test
  void addsAnOutletAndAnnouncesIt() {
    add(outlet()).statusCode(201).header("ETag", "\"0\"").body("zone", is("Asia/Shanghai"));

    Stage.as("admin")
        .get("/api/v1/outlets/" + code)
        .then()
        .statusCode(200)
        .body("languages", hasItem("zh-CN"))
        .body("quietHours.from", is("22:00:00"))
        .body("contactPoints[0].address", is("+8613800138000"))
        .body("people[0].name", is("李伟"));
    var record = TestEvents.awaitType(Topics.DIRECTORY, code, "io.parceldesk.outlet-changed.v1");
    var event = JsonPath.from(new String(record.value()));
    assertThat(event.getString("name")).isEqualTo("路路通佛山禅城");
    assertThat(event.getString("agencyPeriod.to")).isEqualTo("2027-03-31");
    assertThat(event.getString("escalation[0].person")).isEqualTo("li.wei");
    assertThat(new String(record.value())).doesNotContain("李伟", "13900139000");
  }

  @Test
  void announcesEveryChangeInOrder() {
    add(outlet()).statusCode(201);
    Stage.as("admin")
        .header("If-Match", "\"0\"")
        .body("{\"name\": \"路路通佛山南海\", \"region\": \"华南\", \"active\": false}")
        .put("/api/v1/outlets/" + code)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("contactPoints.size()", is(0));

    var records = TestEvents.await(Topics.DIRECTORY, code, all -> all.size() == 2);

    assertThat(records)
        .extracting(record -> TestEvents.header(record, "ce_caseseq"))
        .containsExactly("1", "2");
    var last = JsonPath.from(new String(records.get(1).value()));
    assertThat(last.getString("name")).isEqualTo("路路通佛山南海");
    assertThat(last.getBoolean("active")).isFalse();
  }

  @Test
  void replacesOnlyTheVersionThatWasSeen() {
    add(outlet()).statusCode(201);
    var form = "{\"name\": \"路路通\", \"region\": \"华南\"}";

    Stage.as("admin").body(form).put("/api/v1/outlets/" + code).then().statusCode(428);
    Stage.as("admin")
        .header("If-Match", "\"7\"")
        .body(form)
        .put("/api/v1/outlets/" + code)
        .then()
        .statusCode(412);
  }

  @Test
  void refusesWhatCannotBe() {
    add(outlet()).statusCode(201);

    add(outlet()).statusCode(409).body("code", is("duplicate-outlet"));
    add(outlet().replace(code, "lower case"))
        .statusCode(400)
        .body("errors[0].pointer", is("/code"));
    add("{\"name\": \"x\", \"region\": \"y\"}").statusCode(400);
    add(outlet().replace("\"region\"", "\"zone\": \"Mars/Olympus\", \"region\""))
        .statusCode(400)
        .body("errors[0].pointer", is("/zone"));
    add(outlet().replace("13800138000", "020-83771234"))
        .statusCode(400)
        .body("errors[0].pointer", is("/contactPoints/0/address"));
    add(outlet()
            .replace(code, code + "-X")
            .replace("\"region\"", "\"parent\": \"NOBODY\", \"region\""))
        .statusCode(422)
        .body("code", is("unknown-outlet"));
    Stage.as("admin")
        .header("If-Match", "\"0\"")
        .body("{\"name\": \"x\", \"region\": \"y\", \"parent\": \"%s\"}".formatted(code))
        .put("/api/v1/outlets/" + code)
        .then()
        .statusCode(422)
        .body("code", is("circular-parent"));
  }

  @Test
  void showsHowPeopleAreReachedOnlyToThoseWhoCallThem() {
    add(outlet()).statusCode(201);

    Stage.as("agent")
        .get("/api/v1/outlets/" + code)
        .then()
        .statusCode(200)
        .body("contactPoints[0].address", is("138******00"))
        .body("people[0].name", is("李*"));
    Stage.asOutlet(code)
        .get("/api/v1/outlets/" + code)
        .then()
        .statusCode(200)
        .body("people[0].name", is("李伟"));
    Stage.asOutlet("LLT-OTHER").get("/api/v1/outlets/" + code).then().statusCode(403);
    Stage.as("agent").body(outlet()).post("/api/v1/outlets").then().statusCode(403);
  }

  @Test
  void listsPageByPage() {
    add(outlet()).statusCode(201);

    var first =
        Stage.as("agent").queryParam("limit", 1).get("/api/v1/outlets").then().statusCode(200);
    first.body("items.size()", is(1)).body("next", notNullValue());
    Stage.as("agent")
        .queryParam("region", "没有的大区")
        .get("/api/v1/outlets")
        .then()
        .body("items.size()", is(0))
        .body("next", nullValue());
    Stage.asOutlet(code).get("/api/v1/outlets").then().body("items.code", is(List.of(code)));
  }

  @Test
  void keepsDepartments() {
    var department = "D" + ThreadLocalRandom.current().nextInt(1_000_000);
    var form =
        """
        {"name": "质量管理部", "contactPoints": [{"channel": "EMAIL", "address": "qa@example.com"}]}
        """;

    Stage.as("admin").body(form).put("/api/v1/departments/" + department).then().statusCode(200);
    Stage.as("admin")
        .header("If-Match", "\"9\"")
        .body(form)
        .put("/api/v1/departments/" + department)
        .then()
        .statusCode(412);

    Stage.as("supervisor")
        .get("/api/v1/departments/" + department)
        .then()
        .body("name", is("质量管理部"))
        .body("contactPoints[0].purpose", is("GENERAL"));
  }

  private ValidatableResponse add(String form) {
    return Stage.as("admin").body(form).post("/api/v1/outlets").then();
  }

  private String outlet() {
    return """
    {"code": "%s", "name": "路路通佛山禅城", "englishName": "Lulutong Foshan", "region": "华南",
     "agencyPeriod": {"from": "2026-10-01", "to": "2027-03-31"},
     "contactPoints": [{"channel": "SMS", "address": "13800138000"}],
     "people": [{"level": 1, "role": "SUPERVISOR", "person": "li.wei", "name": "李伟",
                 "phone": "139 0013 9000"}]}
    """
        .formatted(code);
  }
}
