package io.parceldesk.inquiry;

import static io.restassured.RestAssured.given;

import io.parceldesk.sandbox.servers.TestServers;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The people who call this service in tests, and what they ask. */
public final class TestDesk {
  public static final String INQUIRIES = "/api/v1/inquiries";
  public static final String PARCELS = "/api/v1/parcels";

  /** When a parcel was promised: it is late since yesterday, and its limits are far. */
  public static final String PROMISED_AT =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(1, ChronoUnit.DAYS).toString();

  private TestDesk() {}

  public static RequestSpecification agent() {
    return as(TestServers.token("agent"));
  }

  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  /** A waybill that no other test has. */
  public static String waybill() {
    return "LLT" + ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L);
  }

  public static String inquiry(String waybill) {
    return """
    {"channel": "PHONE", "subject": "DELIVERY_STATE", "waybill": "%s",
     "inquirer": {"role": "SENDER", "name": "王小明", "phone": "13800138000"},
     "question": "手机寄去上海修，两天了还没到"}
    """
        .formatted(waybill);
  }

  /** The number of a fresh inquiry about an unknown parcel. */
  public static String opened() {
    return agent().body(inquiry(waybill())).post(INQUIRIES).path("number");
  }

  /** One line of NDJSON. */
  public static String parcel(String waybill, String scans) {
    return """
    {"waybill": "%s", "route": "DOMESTIC", "dispatchedOn": "2026-11-18",\
     "promisedAt": "%s", "fromOutlet": "LLT-GZ-01", "toOutlet": "LLT-CD-02",\
     "freight": {"amount": "12.00", "currency": "CNY"},\
     "sender": {"name": "王小明", "phone": "13800138000", "address": "广州市天河区体育西路1号201室"},\
     "recipient": {"name": "李丽", "phone": "+8613900139000", "address": "成都市武侯区天府大道8号"},\
     "scans": [%s]}\
    """
        .formatted(waybill, PROMISED_AT, scans);
  }

  /** One line of NDJSON, of a parcel that is in time yet. */
  public static String parcelInTime(String waybill) {
    return parcelPromised(waybill, "2099-11-20T10:00:00Z");
  }

  /** One line of NDJSON, of a parcel that was never scanned. */
  public static String parcelPromised(String waybill, String at) {
    return parcel(waybill, "").replace(PROMISED_AT, at);
  }

  /** A scan of its own, unless it is told again. */
  public static String scan(String type, String at) {
    return """
    {"scanId": "%s", "type": "%s", "at": "%s", "outlet": "LLT-CD-02"}\
    """
        .formatted(UUID.randomUUID(), type, at);
  }

  public static ValidatableResponse loadParcels(String... lines) {
    return as(TestServers.token("service"))
        .contentType("application/x-ndjson")
        .body(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
        .post(PARCELS)
        .then();
  }
}
