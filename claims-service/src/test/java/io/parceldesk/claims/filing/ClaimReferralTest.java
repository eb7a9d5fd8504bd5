package io.parceldesk.claims.filing;

import static io.parceldesk.claims.TestDesk.CLAIMS;
import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static io.parceldesk.claims.TestDesk.claim;
import static io.parceldesk.claims.TestDesk.waybill;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimReferralTest {
  private static final AtomicLong COMPLAINTS = new AtomicLong();

  @Inject Seal seal;

  @Test
  void filesTheClaimOfAComplaintOnce() {
    var waybill = waybill();
    var complaint = complaint();
    var referral = referral(complaint, waybill);

    TestEvents.send("parceldesk.complaint", referral);
    TestEvents.send("parceldesk.complaint", referral);
    TestEvents.send("parceldesk.complaint", referral(complaint, waybill));
    TestEvents.send("parceldesk.complaint", referral(complaint(), waybill()));

    var number = claimOn(waybill);
    adjuster()
        .get(CLAIMS + "/" + number)
        .then()
        .body("status", is("FILED"))
        .body("channel", nullValue())
        .body("route", is("DOMESTIC"))
        .body("claimed.amount", is("0.00"))
        .body("claimant.name", is("李*"))
        .body("origin.number", is(complaint))
        .body("links.number", is(List.of(complaint)))
        .body("links.relation", is(List.of("ORIGIN")));
    assertThat(claimsOn(waybill)).hasSize(1);
    var filed = filedEvents(number, 1);
    assertThat(filed.get(0).getString("origin.number")).isEqualTo(complaint);
    assertThat(filed.get(0).getString("contact")).isNotNull();
  }

  @Test
  void attachesAComplaintToTheOpenClaimOnItsParcel() {
    var waybill = waybill();
    var complaint = complaint();
    String open = adjuster().body(claim(waybill)).post(CLAIMS).path("number");

    TestEvents.send("parceldesk.complaint", referral(complaint, waybill));
    TestEvents.send("parceldesk.complaint", referral(complaint, waybill));

    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                adjuster()
                    .get(CLAIMS + "/" + open)
                    .then()
                    .body("links.number", hasItem(complaint))
                    .body("origin.number", is(complaint)));
    assertThat(claimsOn(waybill)).containsExactly(open);
    var attached = filedEvents(open, 2).get(1);
    assertThat(attached.getString("origin.number")).isEqualTo(complaint);
    assertThat(seal.open(attached.getString("contact"), Contact.class).name())
        .as("who complained learns the number, the claimant knows it")
        .isEqualTo("李丽");
  }

  @Test
  void buriesAReferralThatItCannotUnderstandAndGoesOn() {
    var strange = referral(complaint(), waybill());
    var waybill = waybill();
    var next = referral(strange.subject(), waybill);

    TestEvents.send(
        "parceldesk.complaint",
        new TestEvents.Event(
            strange.id(),
            strange.source(),
            strange.type(),
            strange.subject(),
            1,
            strange.data().replace("LOSS", "REGRET")));
    TestEvents.send("parceldesk.complaint", next);

    assertThat(claimOn(waybill)).startsWith("CLM-");
    as(TestServers.token("admin"))
        .get("/api/v1/dead-letters")
        .then()
        .body(
            "items.find { it.key == '%s' }.reason".formatted(strange.subject()),
            is("The event has an unknown Ground"));
  }

  private static String claimOn(String waybill) {
    return await()
        .atMost(20, SECONDS)
        .until(() -> claimsOn(waybill), found -> !found.isEmpty())
        .get(0);
  }

  private static List<String> claimsOn(String waybill) {
    return adjuster().get(CLAIMS + "?waybill=" + waybill).jsonPath().getList("items.number");
  }

  private static List<JsonPath> filedEvents(String number, int count) {
    return TestEvents.await("parceldesk.claims", number, records -> records.size() >= count)
        .stream()
        .filter(
            record -> "io.parceldesk.claim-filed.v1".equals(TestEvents.header(record, "ce_type")))
        .map(record -> JsonPath.from(new String(record.value())))
        .toList();
  }

  private static String complaint() {
    return CaseNumber.of(CaseKind.COMPLAINT, Instant.now(), COMPLAINTS.incrementAndGet()).text();
  }

  private TestEvents.Event referral(String complaint, String waybill) {
    var contact =
        new Contact(
            Contact.Role.RECIPIENT,
            "李丽",
            new Phone("+8613900139000", null),
            null,
            null,
            null,
            CustomerTier.ORDINARY);
    return TestEvents.Event.of(
        "/complaint-service",
        "io.parceldesk.complaint-referred-to-claims.v1",
        complaint,
        """
        {"case": {"number": "%s", "kind": "COMPLAINT", "status": "ASSIGNED", "priority": "NORMAL",
          "tier": "ORDINARY", "waybill": "%s", "openedAt": "2026-11-20T02:15:00Z",
          "outlet": "NOT-YET-KNOWN"},
         "ground": "LOSS", "contact": "%s"}
        """
            .formatted(complaint, waybill, seal.seal(contact)));
  }
}
