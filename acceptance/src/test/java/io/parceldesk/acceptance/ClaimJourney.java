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
  private static final String DISPATCHED = "2026-11-10";
  private static final String RUN = String.valueOf(System.nanoTime() % 1_000_000_000);
  private static final String UNINSURED = "未保价：按民事法律，整件实际损失 800.00 元";

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
    Inbox.awaitSms(phone, "您的投诉已受理，编号" + complaint.number());
    Inbox.awaitSms(phone, "您的理赔申请已收到，编号" + claim.number());

    claim.after("adjuster", "acceptance", Map.of());
    assertThat(Inbox.awaitSms(phone, claim.number() + "已通过初审")).contains("前提出赔付方案");
    claim.after(
        "adjuster", "evidence-request", Map.of("slots", List.of("DAMAGE_PHOTO", "INVOICE")));
    assertThat(Inbox.awaitSms(phone, "还需补充：破损或内件照片、发票")).contains("前提交");
    claim.with("DAMAGE_PHOTO").with("INVOICE");
    claim.after("adjuster", "offer", facts("800.00", "800.00", "12.00"));
    Inbox.awaitSms(phone, "已有赔付方案：812.00元");
    claim.after("agent", "dispute", Map.of("way", "NEGOTIATION"));
    Inbox.awaitSms(phone, claim.number() + "处理结果的异议已收到");
    claim.after("adjuster", "offer", facts("900.00", "900.00", "12.00"));
    Inbox.awaitSms(phone, "已有赔付方案：912.00元");
    claim.after("agent", "agreement", Map.of());
    assertThat(Inbox.awaitSms(phone, "已达成一致：赔付912.00元")).contains("前支付");
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

  /** What goes back, and what is refused by a person, is told as well (REG-10). */
  @Test
  void aClaimThatIsReturnedRefusedAndDisputedIsToldStepByStep() {
    var sender = Desk.person("SENDER", "吴女士", Desk.newPhone(), "zh-CN");
    var phone = (String) sender.get("phone");
    var claim = Claim.filed("DAMAGE", waybill(5), "300.00", sender);

    claim.after("adjuster", "return", Map.of("reason", "LETTER_UNSIGNED"));
    Inbox.awaitSms(phone, "需补充材料");
    claim.after("agent", "filing", Map.of());
    claim.after("adjuster", "acceptance", Map.of());
    Inbox.awaitSms(phone, "）已通过初审");
    claim.after("adjuster", "refusal", Map.of("rule", "CLM-13", "note", "寄件人自行包装不当"));
    assertThat(Inbox.awaitSms(phone, "已审核完毕")).contains("如有异议");
    claim.after("agent", "dispute", Map.of("way", "COMPLAINT"));
    Inbox.awaitSms(phone, "处理结果的异议已收到");

    assertThat(claim.view().getString("status")).isEqualTo("DISPUTED");
    assertThat(event(claim, "claim-refused").getString("rule")).isEqualTo("CLM-13");
  }

  /** CLM-15: four parcels of one sender, a claim for each, with what the table gives for it. */
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

    isPaid(lost, "2023.00", "保价金额 2000.00 元", "退还本次服务费 23.00 元");
    isPaid(late, "18.00", "退还本次服务费 18.00 元", "附加费 7.00 元不退");
    isPaid(swapped, "812.00", "内件品名不符：按完全损毁计", UNINSURED, "退还本次服务费 12.00 元");
    isPaid(damaged, "200.00", UNINSURED, "部分损毁：损失 200.00 元，总价值 800.00 元，按比例为 200.00 元");
    Inbox.awaitDifferentSms(
        (String) zhang.get("phone"), 16); // filed, accepted, offered, agreed, four times
    OutletAccount.assertBalanced();
  }

  /** The amount of the offer, the words of the rules that made it, and the same in the books. */
  private static void isPaid(Claim claim, String amount, String... words) {
    var offer = claim.view();
    assertThat(offer.getString("offer.amount.amount")).isEqualTo(amount);
    assertThat(offer.getList("offer.steps.zh", String.class)).containsExactly(words);
    claim.after("agent", "agreement", Map.of());
    claim.pay("张先生", "CMB-" + claim.number());
    assertThat(claim.view().getString("status")).isEqualTo("PAID");
    assertThat(new OutletAccount("CUSTOMERS").of(claim.number())).isEqualTo(amount);
  }

  private static String waybill(int parcel) {
    return "LLTZ" + RUN + "0" + parcel;
  }

  private static Claim offered(Claim claim, Map<String, ?> facts) {
    claim.after("adjuster", "acceptance", Map.of());
    claim.after("adjuster", "offer", facts);
    return claim;
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
