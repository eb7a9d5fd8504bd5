package io.parceldesk.claims.evidence;

import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.announcedOutlet;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.count;
import static io.parceldesk.claims.TestDesk.filed;
import static io.parceldesk.claims.TestDesk.waybill;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimEvidenceTest {
  @Test
  void keepsAPhotoAndShowsItWithoutWhereItWasTaken() {
    var number = filed();
    var photo = SamplePictures.photo(1000); // several chunks

    upload(number, "DAMAGE_PHOTO", "damage.JPG", "image/jpeg", photo)
        .statusCode(200)
        .body("evidence.received", hasItem("DAMAGE_PHOTO"));
    adjuster()
        .get(path(number))
        .then()
        .body("items", hasSize(1))
        .body("items[0].bytes", is(photo.length))
        .body("items[0].mediaType", is("image/jpeg"))
        .body("items[0].sha256", matchesPattern("[0-9a-f]{64}"));
    var shown = download(number, "DAMAGE_PHOTO");
    shown
        .then()
        .statusCode(200)
        .contentType("image/jpeg")
        .header("Content-Disposition", startsWith("attachment; filename=\"" + number))
        .header("X-Content-Type-Options", is("nosniff"))
        .header("Content-Security-Policy", is("default-src 'none'; sandbox"));
    assertThat(photo.length).isGreaterThan(512 * 1024);
    assertThat(text(shown)).doesNotContain(SamplePictures.WHERE).contains("Exif");
    var original = reveal(number, "DAMAGE_PHOTO", "where was it taken?");
    assertThat(original.asByteArray()).isEqualTo(photo);
  }

  @Test
  void keepsAnIdentityPaperSealedAndShowsItOnlyWithAReason() {
    var number = filed();

    upload(number, "ID_COPY", "id.pdf", "application/pdf", SamplePictures.PDF)
        .statusCode(422)
        .body("code", is("consent-missing"))
        .body("rule", is("REG-10"));
    multipart()
        .multiPart("slot", "ID_COPY")
        .multiPart("consent", "true")
        .multiPart("file", "id.pdf", SamplePictures.PDF, "application/pdf")
        .post(path(number))
        .then()
        .statusCode(200);

    download(number, "ID_COPY").then().statusCode(403).body("code", is("reveal-needed"));
    adjuster().body("{}").post(file(number, "ID_COPY") + "/reveal").then().statusCode(400);
    assertThat(reveal(number, "ID_COPY", "compare the signature").asByteArray())
        .isEqualTo(SamplePictures.PDF);
    adjuster()
        .get(CLAIMS + "/" + number + "/timeline")
        .then()
        .body("items.action", hasItems("evidence", "evidence-reveal"))
        .body("items.note", hasItem("ID_COPY: compare the signature"));
    assertThat(
            count(
                "select count(*) from evidence_chunk where position(?::bytea in sealed) > 0",
                "%PDF"))
        .isZero();
  }

  @Test
  void takesTheSameFileOnce() {
    var number = filed();
    var once = Stream.generate(() -> upload(number)).limit(4).toList();

    once.forEach(CompletableFuture::join);
    adjuster().get(path(number)).then().body("items", hasSize(1));
  }

  static Stream<Arguments> refused() {
    var jpeg = SamplePictures.jpeg(16);
    var cut = Arrays.copyOf(jpeg, jpeg.length / 2);
    var html = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
    var program = new byte[] {'M', 'Z', 0, 0, 0, 0, 0, 0};
    return Stream.of(
        Arguments.of("RECEIPT", "a.jpg", "image/jpeg", jpeg, 400, "invalid-body"),
        Arguments.of("INVOICE", "a.jpg", "image/jpeg", new byte[0], 422, "empty-file"),
        Arguments.of("INVOICE", "a.pdf", "image/jpeg", jpeg, 422, "file-type-mismatch"),
        Arguments.of("INVOICE", "a.jpg", "application/pdf", jpeg, 422, "file-type-mismatch"),
        Arguments.of("INVOICE", "a.jpg.exe", "image/jpeg", jpeg, 422, "file-type-mismatch"),
        Arguments.of("INVOICE", "a.jpg", "image/jpeg", html, 415, "unsupported-file-type"),
        Arguments.of("INVOICE", "a.pdf", "application/pdf", program, 415, "unsupported-file-type"),
        Arguments.of("INVOICE", "a.jpg", "image/jpeg", cut, 422, "broken-file"));
  }

  @ParameterizedTest
  @MethodSource
  void refused(String slot, String name, String type, byte[] content, int status, String code) {
    var number = filed();

    upload(number, slot, name, type, content)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", is(code));

    adjuster().get(path(number)).then().body("items", hasSize(0));
    adjuster().get(CLAIMS + "/" + number).then().body("version", is(0));
  }

  @Test
  void refusesWhatIsTooLargeHoweverItIsSent() {
    var number = filed();
    var tooLarge = new byte[2 * 1024 * 1024 + 1];
    System.arraycopy(SamplePictures.PDF, 0, tooLarge, 0, SamplePictures.PDF.length);

    upload(number, "INVOICE", "a.pdf", "application/pdf", tooLarge)
        .statusCode(413)
        .body("code", is("file-too-large"));
    upload(number, "INVOICE", "a.pdf", "application/pdf", new byte[4 * 1024 * 1024])
        .statusCode(413)
        .body("code", is("body-too-large"));
    // only files may be large
    adjuster()
        .body("{\"reason\": \"" + "x".repeat(1_100_000) + "\"}")
        .post(CLAIMS + "/" + number + "/return")
        .then()
        .statusCode(413);
  }

  @Test
  void saysSoOfABodyThatComesWithoutALength() throws Exception {
    var number = filed();
    var part =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4";
    var large = part.getBytes(StandardCharsets.UTF_8);

    assertTooLarge(
        chunked(
            path(number),
            "multipart/form-data; boundary=x",
            Arrays.copyOf(large, 4 * 1024 * 1024)));
    assertTooLarge(
        chunked(
            CLAIMS + "/" + number + "/return",
            "application/json",
            ("{\"reason\": \"" + "x".repeat(1_100_000) + "\"}").getBytes(StandardCharsets.UTF_8)));
    assertThat(
            chunked(
                    CLAIMS + "/" + number + "/return",
                    "application/json",
                    "{\"reason\": \"ADDRESS_MISSING\"}".getBytes(StandardCharsets.UTF_8))
                .statusCode())
        .isEqualTo(200);
  }

  private static void assertTooLarge(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(answer.body()).contains("body-too-large");
  }

  private static HttpResponse<String> chunked(String path, String type, byte[] body)
      throws Exception {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(
            HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + TestServers.token("adjuster"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void refusesAFormWithoutAFileAndAFileOfAnotherClaim() {
    var number = filed();
    upload(number).join();

    multipart()
        .multiPart("slot", "INVOICE")
        .post(path(number))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/file"));
    adjuster().body("{}").post(path(number)).then().statusCode(415);
    var id = adjuster().get(path(number)).path("items[0].id").toString();
    adjuster().get(path(filed()) + "/" + id).then().statusCode(404);
    adjuster().get(path(number) + "/no-uuid").then().statusCode(404);
  }

  @Test
  void letsAnOutletSeeTheFilesOfItsOwnClaimsOnly() {
    var outlet = announcedOutlet("LLT-GZ-EV");
    String number =
        adjuster()
            .body(
                claim(waybill())
                    .replace(
                        "\"channel\"", "\"against\": {\"outlet\": \"LLT-GZ-EV\"}, \"channel\""))
            .post(CLAIMS)
            .path("number");
    upload(number).join();
    var file = file(number, "INVOICE");

    as(TestServers.token("outlet", outlet)).get(file).then().statusCode(200);
    as(TestServers.token("outlet", "LLT-SH-03")).get(file).then().statusCode(403);
    as(TestServers.token("outlet", outlet))
        .body("{\"reason\": \"curious\"}")
        .post(file + "/reveal")
        .then()
        .statusCode(403);
    given().get(file).then().statusCode(401);
  }

  private static CompletableFuture<Void> upload(String number) {
    return CompletableFuture.runAsync(
        () ->
            upload(number, "INVOICE", "i.png", "image/png", SamplePictures.png(64))
                .statusCode(200));
  }

  private static ValidatableResponse upload(
      String number, String slot, String name, String type, byte[] content) {
    return multipart()
        .multiPart("slot", slot)
        .multiPart("file", name, content, type)
        .post(path(number))
        .then();
  }

  private static RequestSpecification multipart() {
    return given().auth().oauth2(TestServers.token("adjuster"));
  }

  private static Response download(String number, String slot) {
    return adjuster().get(file(number, slot));
  }

  private static Response reveal(String number, String slot, String reason) {
    return adjuster()
        .body("{\"reason\": \"%s\"}".formatted(reason))
        .post(file(number, slot) + "/reveal");
  }

  private static String file(String number, String slot) {
    return path(number)
        + "/"
        + adjuster().get(path(number)).path("items.find { it.slot == '" + slot + "' }.id");
  }

  private static String path(String number) {
    return CLAIMS + "/" + number + "/evidence";
  }

  private static String text(Response response) {
    return new String(response.asByteArray(), StandardCharsets.ISO_8859_1);
  }
}
