package io.parceldesk.complaint;

import static io.restassured.RestAssured.given;

import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.restassured.http.ContentType;
import java.util.concurrent.atomic.AtomicLong;

/** Complaints made the way the desk makes them. */
public final class TestComplaints {
  public static final String OUTLET = "LLT-GZ-TH";
  private static final AtomicLong WAYBILLS = new AtomicLong(7_000_000_000_000L);

  private TestComplaints() {}

  /** The number of a new complaint about a damaged parcel of {@link #OUTLET}. */
  public static String register() {
    return register("DAMAGE");
  }

  public static String register(String category) {
    TestOutlets.announced(OUTLET);
    return given()
        .auth()
        .oauth2(TestServers.token("agent"))
        .contentType(ContentType.JSON)
        .body(form(category, waybill()))
        .post("/api/v1/complaints")
        .then()
        .statusCode(201)
        .extract()
        .path("number");
  }

  public static String waybill() {
    return "SF" + WAYBILLS.incrementAndGet();
  }

  public static String form(String category, String waybill) {
    return """
    {"channel": "PHONE", "category": "%s", "waybill": "%s",
     "complainant": {"role": "RECIPIENT", "name": "王小明", "phone": "13800138000"},
     "against": {"outlet": "%s"},
     "description": "陶瓷摔坏了", "demand": "赔偿"}
    """
        .formatted(category, waybill, OUTLET);
  }

  /** What claims-service announces once it filed a claim for a referred complaint. */
  public static void claimFiledFor(String complaint, String claim) {
    TestEvents.send(
        "parceldesk.claims",
        TestEvents.Event.of(
            "/claims-service",
            "io.parceldesk.claim-filed.v1",
            claim,
            """
            {"case": {"number": "%s", "kind": "CLAIM", "status": "FILED", "priority": "NORMAL",
              "tier": "ORDINARY", "openedAt": "2026-11-22T08:00:00Z"},
             "ground": "DAMAGE", "route": "DOMESTIC",
             "origin": {"number": "%s", "kind": "COMPLAINT"}}
            """
                .formatted(claim, complaint)));
  }
}
