package io.parceldesk.notification.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class OutletTableTest {
  private static final String HEADER =
      "code,name,region,parent,contactPoints,people,quietFrom,quietTo\n";

  private final String code = "LLT-F-" + ThreadLocalRandom.current().nextInt(1_000_000, 9_999_999);

  @Test
  void takesAFileOverWhole() {
    // those below stand before those above
    var file =
        "\uFEFF"
            + HEADER
            + code
            + "-A,路路通佛山,华南,"
            + code
            + ",SMS;ESCALATION;13800138000 | EMAIL;GENERAL;a@example.com,"
            + "1;SUPERVISOR;li.wei;李伟;13900139000;,22:30,07:30\n"
            + code
            + ",\"路路通,华南大区\",华南,,,,,\n";

    load(file).statusCode(200).body("added", is(2)).body("changed", is(0));

    Stage.as("admin")
        .get("/api/v1/outlets/" + code + "-A")
        .then()
        .body("parent", is(code))
        .body("quietHours.from", is("22:30:00"))
        .body("contactPoints.address", hasItem("+8613800138000"))
        .body("people[0].name", is("李伟"));
    TestEvents.awaitType(Topics.DIRECTORY, code + "-A", "io.parceldesk.outlet-changed.v1");
    load(file).body("unchanged", is(2));
    load(file.replace("路路通佛山", "路路通佛山一部")).body("changed", is(1)).body("unchanged", is(1));
    Stage.as("auditor")
        .get("/api/v1/outlets/" + code + "-A/changes")
        .then()
        .statusCode(200)
        .body("items.became.name", is(List.of("路路通佛山一部", "路路通佛山")))
        .body("items[0].actor", is("admin"))
        .body("items[0].became.people[0].name", is("李*"))
        .body("items[0].became.contactPoints[0].address", containsString("*"));
    Stage.asOutlet("LLT-OTHER").get("/api/v1/outlets/" + code + "/changes").then().statusCode(403);
  }

  @Test
  void namesEveryWrongLineAndTakesNothing() {
    var file =
        HEADER
            + code
            + ",路路通,华南,,,,,\n"
            + code
            + ",路路通,华南,,,,,\n"
            + code
            + "-B,,华南,,SMS;GENERAL;020-83771234,,,\n"
            + code
            + "-C,路路通,华南,,SMS,,,\n"
            + code
            + "-D,路路通,华南,,,9;BOSS;x;;;,,\n"
            + code
            + "-E,路路通,华南,,,,25:00,08:00\n";

    load(file)
        .statusCode(400)
        .body("code", is("invalid-body"))
        .body("errors.pointer", hasItem("/lines/3/code"))
        .body("errors.pointer", hasItem("/lines/4/name"))
        .body("errors.find { it.pointer == '/lines/5' }.message", containsString("contactPoints"))
        .body("errors.find { it.pointer == '/lines/6' }.message", containsString("level"))
        .body("errors.pointer", hasItem("/lines/7/quietFrom"));
    Stage.as("admin").get("/api/v1/outlets/" + code).then().statusCode(404);
  }

  @Test
  void takesNothingWhenTheLastLineIsRefused() {
    load(HEADER + code + ",路路通,华南,,,,,\n" + code + "-A,路路通,华南,NOBODY,,,,\n")
        .statusCode(400)
        .body("errors[0].pointer", is("/lines/3"));
    load(HEADER + code + ",路路通,华南," + code + "-A,,,,\n" + code + "-A,路路通,华南," + code + ",,,,\n")
        .statusCode(400)
        .body("errors[0].message", containsString("above itself"));

    Stage.as("admin").get("/api/v1/outlets/" + code).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "code,name,colour\\nX,y,red; 400; invalid-body",
        "code,name\\n\"X,y; 400; malformed-csv",
        "code,name\\nX,y,z,more; 400; malformed-csv",
      })
  void refusesWhatIsNoTable(String file, int status, String problem) {
    load(file.replace("\\n", "\n")).statusCode(status).body("code", is(problem));
  }

  @Test
  void refusesOtherEncodingsAndPeople() {
    Stage.as("admin")
        .contentType("text/csv")
        .body((HEADER + code + ",路路通,华南,,,,,\n").getBytes(Charset.forName("GBK")))
        .post("/api/v1/outlets")
        .then()
        .statusCode(400)
        .body("code", is("malformed-csv"));
    Stage.as("agent")
        .contentType("text/csv")
        .body("x".getBytes())
        .post("/api/v1/outlets")
        .then()
        .statusCode(403);
  }

  @Test
  void writesWhatItReadsAndNoFormulas() {
    load(HEADER + code + ",=1+1,华南,,SMS;GENERAL;13800138000,1;SUPERVISOR;li;@cmd;;,,\n")
        .statusCode(200);

    var file =
        Stage.as("admin")
            .accept("text/csv")
            .get("/api/v1/outlets")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();

    var text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFFcode,name,englishName,region,parent");
    var line = text.lines().filter(l -> l.startsWith(code + ",")).findFirst().orElseThrow();
    assertThat(line).contains("'=1+1", "SMS;GENERAL;+8613800138000");
    load(text.lines().findFirst().orElseThrow() + "\n" + line + "\n")
        .statusCode(200)
        .body("unchanged", is(1));
    assertThat(Stage.as("agent").accept("text/csv").get("/api/v1/outlets").asString())
        .doesNotContain("+8613800138000");
    Stage.as("agent")
        .accept(ContentType.JSON)
        .get("/api/v1/outlets")
        .then()
        .contentType(ContentType.JSON);
  }

  @Test
  void addsAnOutletOnceHoweverManyTryAtOnce() {
    var outlet = "{\"code\": \"%s\", \"name\": \"路路通\", \"region\": \"华南\"}".formatted(code);
    var department = "D" + code.substring(6);

    var outlets =
        statuses(() -> Stage.as("admin").body(outlet).post("/api/v1/outlets").statusCode());
    var departments =
        statuses(
            () ->
                Stage.as("admin")
                    .body("{\"name\": \"质量管理部\"}")
                    .put("/api/v1/departments/" + department)
                    .statusCode());

    assertThat(outlets).containsOnlyOnce(201).containsOnly(201, 409);
    assertThat(departments).containsOnly(200);
  }

  private static List<Integer> statuses(Supplier<Integer> request) {
    return IntStream.range(0, 8).parallel().mapToObj(i -> request.get()).toList();
  }

  private static ValidatableResponse load(String file) {
    return Stage.as("admin")
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .contentType("text/csv")
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post("/api/v1/outlets")
        .then();
  }
}
