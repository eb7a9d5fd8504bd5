package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/**
 * From a complaint to the money, with a message to the customer at each step (CLM-02 to CLM-07).
 */
class ClaimJourney {
  @Test
  void aReferredComplaintIsPaidAndTheCustomerHearsOfEachStep() {
    var complaint = Complaint.about("DAMAGE").register();
    Desk.post(
        "agent",
        Service.COMPLAINT,
        complaint.path() + "/claim-referral",
        Map.of("ground", "DAMAGE", "route", "DOMESTIC", "claimed", "800.00", "reason", "内件碎裂"));
    var claim = new Claim(Desk.linked(Service.COMPLAINT, complaint.path(), "CLM-"));
    var phone = complaint.phone();
    Inbox.awaitSms(phone, "理赔申请已受理，编号" + claim.number());

    claim.after("adjuster", "acceptance", Map.of());
    Inbox.awaitSms(phone, claim.number() + "材料已齐全");
    claim.after(
        "adjuster", "evidence-request", Map.of("slots", List.of("DAMAGE_PHOTO", "INVOICE")));
    Inbox.awaitSms(phone, "还需补充：破损或内件照片、发票");
    claim.with("DAMAGE_PHOTO").with("INVOICE");
    claim.after("adjuster", "offer", facts("800.00", "800.00", "12.00"));
    Inbox.awaitSms(phone, "已有赔付方案：812.00元");
    claim.after("agent", "dispute", Map.of("way", "NEGOTIATION"));
    event(claim, "claim-disputed");
    claim.after("adjuster", "offer", facts("900.00", "900.00", "12.00"));
    claim.after("agent", "agreement", Map.of());
    Inbox.awaitSms(phone, "已达成一致：赔付912.00元");
    claim.after(
        "adjuster", "payee", Map.of("role", "SENDER", "name", "李先生")); // a recipient complained
    claim.pay("李先生", "CMB2026112500001");
    Inbox.awaitSms(phone, "赔付款912.00元已支付");

    assertThat(claim.view().getString("status")).isEqualTo("PAID");
    assertThat(event(claim, "claim-paid").getString("origin.number")).isEqualTo(complaint.number());
    await()
        .atMost(Desk.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        Desk.get("agent", Service.COMPLAINT, complaint.path() + "/timeline")
                            .asString())
                    .contains(claim.number()));
    assertThat(steps(claim))
        .containsSubsequence(
            "claim-filed",
            "claim-accepted",
            "claim-evidence-requested",
            "claim-offered",
            "claim-disputed",
            "claim-offered",
            "claim-agreed",
            "payment-ordered",
            "claim-paid");
  }

  /** CLM-15: four parcels of one sender, each with what the table gives for it. */
  @Test
  void mrZhangIsCompensatedForFourParcelsEachByItsOwnRow() {
    var zhang = Desk.person("SENDER", "张先生", Desk.newPhone(), "zh-CN");

    var lost =
        offered(
            Claim.filed("LOSS", waybill(1), "2000.00", zhang).with("INVOICE"),
            Map.of("dispatchedOn", DISPATCHED, "insuredAmount", "2000.00", "freight", "23.00"));
    var late =
        offered(
            Claim.filed("DELAY", waybill(2), "18.00", zhang),
            Map.of("dispatchedOn", DISPATCHED, "freight", "18.00", "surcharges", "7.00"));
    var swapped =
        offered(
            Claim.filed("MISMATCH", waybill(3), "800.00", zhang)
                .with("DAMAGE_PHOTO")
                .with("TRADE_SCREENSHOT"),
            Map.of(
                "dispatchedOn",
                DISPATCHED,
                "mismatch",
                "NAME",
                "value",
                "800.00",
                "freight",
                "12.00"));
    var damaged =
        offered(
            Claim.filed("DAMAGE", waybill(4), "200.00", zhang).with("DAMAGE_PHOTO").with("INVOICE"),
            facts("800.00", "200.00", "12.00"));

    assertThat(lost).isEqualTo("2023.00"); // insured amount and fee (CMPN-04, CMPN-05)
    assertThat(late).isEqualTo("18.00"); // the fee, not what was added to it (CMPN-02)
    assertThat(swapped).isEqualTo("812.00"); // other goods are no goods (CMPN-09)
    assertThat(damaged).isEqualTo("200.00"); // its part of the value, no fee (CMPN-08)
    Inbox.awaitDifferentSms(
        (String) zhang.get("phone"), 12); // filed, accepted, offered, four times
  }

  private static final String DISPATCHED = "2026-11-10";
  private static final String RUN = String.valueOf(System.nanoTime() % 1_000_000_000);

  private static String waybill(int parcel) {
    return "LLTZ" + RUN + "0" + parcel;
  }

  private static String offered(Claim claim, Map<String, ?> facts) {
    claim.after("adjuster", "acceptance", Map.of());
    return claim.after("adjuster", "offer", facts).getString("offer.amount.amount");
  }

  private static Map<String, ?> facts(String value, String loss, String freight) {
    return Map.of("dispatchedOn", DISPATCHED, "value", value, "loss", loss, "freight", freight);
  }

  private static JsonPath event(Claim claim, String type) {
    try (var topic = new Topic(Topics.CLAIMS)) {
      return new JsonPath(topic.awaitEvent(type, claim.number()).value());
    }
  }

  /** The events of the claim in the order in which the topic has them. */
  private static List<String> steps(Claim claim) {
    try (var topic = new Topic(Topics.CLAIMS)) {
      return topic.await(all -> all.stream().anyMatch(record -> isPaid(claim, record))).stream()
          .filter(record -> claim.number().equals(record.key()))
          .map(record -> Topic.header(record, "ce_type"))
          .map(type -> type.substring("io.parceldesk.".length(), type.length() - 3))
          .toList();
    }
  }

  private static boolean isPaid(Claim claim, ConsumerRecord<String, String> record) {
    return claim.number().equals(record.key())
        && "io.parceldesk.claim-paid.v1".equals(Topic.header(record, "ce_type"));
  }
}
