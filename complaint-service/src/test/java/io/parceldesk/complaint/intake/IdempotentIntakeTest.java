package io.parceldesk.complaint.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.complaint.TestComplaints;
import io.parceldesk.complaint.TestOutlets;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class IdempotentIntakeTest {
  @Test
  void makesOneComplaintOfManyRequestsAtOnce() {
    TestOutlets.announced(TestComplaints.OUTLET);
    var key = UUID.randomUUID().toString();
    var form =
        TestComplaints.form("DAMAGE", TestComplaints.waybill())
            .replace("\"channel\"", "\"evenIfDuplicate\": true, \"channel\"");
    var desks = Executors.newFixedThreadPool(16);

    var answers =
        IntStream.range(0, 100)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> post(key, form), desks))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    desks.shutdown();

    assertThat(answers).extracting(Response::statusCode).contains(201).containsOnly(201, 409);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 409)
        .allSatisfy(
            answer -> assertThat(answer.<String>path("code")).isEqualTo("request-still-running"));
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 201)
        .extracting(answer -> answer.<String>path("number"))
        .containsOnly(post(key, form).<String>path("number"));
  }

  private static Response post(String key, String form) {
    return given()
        .auth()
        .oauth2(TestServers.token("agent"))
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(form)
        .post("/api/v1/complaints");
  }
}
