package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A whole bag of fourteen parcels never came. Tianjin, which should have it, says nothing;
 * Zhongshan, which sent it, needs three attempts for the papers; headquarters finds both Tianjin
 * and its own distribution centre liable (ARB-01 to ARB-10, CMPN-21, CMPN-25). The outlets' time
 * limits are seconds here, by an admin's policies.
 */
class DisputeJourney {
  private static final Dispute.Parties PARTIES = new Dispute.Parties("LLT-ZS-01", "LLT-TJ-01");
  private static final String ZHONGSHAN = Desk.atOutlet(PARTIES.filer());
  private static final String TIANJIN = Desk.atOutlet(PARTIES.liable());
  private static final String MASKED_BAG = "LLT7******001";

  private static OutletEndpoint zhongshan;
  private static OutletEndpoint tianjin;

  private Dispute dispute;

  @BeforeAll
  static void registerEndpointsAndShortenTheLimits() {
    zhongshan = OutletEndpoint.registered(PARTIES.filer());
    tianjin = OutletEndpoint.registered(PARTIES.liable());
    policy("ANSWER", "SLA-14");
    policy("OBJECTION", "ARB-08");
  }

  @Test
  void aBagThatNeverCameIsPaidForThroughSilenceTwoReturnsAndARuling() {
    zhongshanAsksTheRecipientFirst();
    tianjinIsToldAndStaysSilent();
    zhongshanBringsThePapersInThreeAttempts();
    headquartersRules();
    nobodyObjects();

    assertTheBooksAreRight();
    assertEverythingWasTold();
  }

  private void zhongshanAsksTheRecipientFirst() {
    var bag =
        IntStream.rangeClosed(1, 14)
            .mapToObj(i -> Map.<String, Object>of("waybill", waybill(i), "value", "900.00"))
            .toList();
    dispute = Dispute.opened(ZHONGSHAN, Dispute.report(PARTIES, "LOSS", "整包手机配件", bag));
    assertThat(dispute.view(ZHONGSHAN).getString("status")).isEqualTo("VERIFYING");
    assertThat(Desk.get(TIANJIN, Service.CLAIMS, dispute.path()).statusCode())
        .as("nothing is announced yet")
        .isEqualTo(403);
    var recipient = dispute.after(ZHONGSHAN, "contact-reveal", Map.of("reason", "致电核实是否收到"));
    assertThat(recipient.getString("phone.e164")).isEqualTo("+8613800138000");
  }

  private void tianjinIsToldAndStaysSilent() {
    dispute.after(ZHONGSHAN, "announcement", Dispute.ANNOUNCEMENT);

    assertThat(mail("tj01@example.com", "请答辩：网点争议 "))
        .contains("路路通天津和平网点，您好", "贵网点为被诉方", MASKED_BAG, "等（共14票）", "索赔金额：12600.00元", "答辩时限：");
    assertThat(Inbox.awaitSms("13800139090", dispute.number())).contains("在客服平台答辩并举证");
    for (var endpoint : List.of(zhongshan, tianjin)) {
      var told = endpoint.awaitSigned("announcement.published", dispute.number());
      assertThat(told.getString("data.claimed.amount")).isEqualTo("12600.00");
      assertThat(told.getString("data.case.waybill")).isEqualTo(MASKED_BAG);
      assertThat(told.getInt("data.parcels")).isEqualTo(14);
      assertThat(told.getList("data.waybills", String.class)).hasSize(5).contains(MASKED_BAG);
    }
    awaitStatus("NEGOTIATING");
    assertThat(dispute.view(ZHONGSHAN).getString("announcement.answer")).isEqualTo("SILENT");
    assertThat(mail("tj01.escalation@example.com", "超时提醒：网点争议 ")).contains("时限：答辩");
    assertThat(
            tianjin
                .awaitSigned("deadline.breached", dispute.number())
                .getString("data.deadline.kind"))
        .isEqualTo("ANSWER");
  }

  private void zhongshanBringsThePapersInThreeAttempts() {
    submitted("WAYBILL_IMAGE", "CLAIM_LETTER", "SEAL_OR_ID");
    assertThat(mail("tj01@example.com", " 已提交仲裁")).contains("已提交总部仲裁中心");
    returned(1);
    dispute.bring(ZHONGSHAN, "WAYBILL_IMAGE");
    submitted("CLAIM_LETTER", "SEAL_OR_ID");
    returned(2);
    dispute.bring(ZHONGSHAN, "CLAIM_LETTER");
    dispute.bring(ZHONGSHAN, "SEAL");
    submitted();
  }

  private void submitted(String... missing) {
    var view = dispute.after(ZHONGSHAN, "submission", Map.of());
    assertThat(view.getList("missing", String.class)).containsExactly(missing);
    assertThat(view.getString("status")).isEqualTo("SUBMITTED");
  }

  private void returned(int times) {
    var view = dispute.after("arbitrator", "return", Map.of("reason", "EVIDENCE_MISSING"));
    assertThat(view.getString("status")).isEqualTo("RETURNED");
    Inbox.awaitMail("zs01@example.com", "第" + times + "次退回");
    var told = zhongshan.awaitSigned("dispute.returned", "\"returns\":" + times);
    assertThat(told.getString("data.case.number")).isEqualTo(dispute.number());
  }

  private void headquartersRules() {
    dispute.after("arbitrator", "verification", Dispute.verification(true, true));
    var shares = Map.of(PARTIES.liable(), 60, "HEADQUARTERS", 40);
    var view = dispute.after("arbitrator", "ruling", Dispute.ruling(shares, "分拨中心亦有责任"));
    assertThat(view.getString("rulings[0].award")).isEqualTo("10000.00");
    assertThat(view.getList("rulings[0].steps.zh", String.class))
        .contains("批货或整包件最高 10000.00 元", "总部处理费：责任网点另付 6%（600.00 元），获赔网点扣 4%（400.00 元）");

    for (var address : List.of("tj01@example.com", "zs01@example.com")) {
      assertThat(mail(address, " 已裁决")).contains("裁决金额：10000.00元", "异议时限：");
    }
    assertThat(mail("tj01@example.com", "罚单：")).contains("金额：6360.00元");
    for (var endpoint : List.of(zhongshan, tianjin)) {
      var told = endpoint.awaitSigned("dispute.ruled", dispute.number());
      assertThat(told.getString("data.award.amount")).isEqualTo("10000.00");
    }
    var penalty = tianjin.awaitSigned("penalty.issued", dispute.number());
    assertThat(penalty.getString("data.amount.amount")).isEqualTo("6360.00");
  }

  private void nobodyObjects() {
    awaitStatus("SETTLED");
    var penalties = Desk.get(TIANJIN, Service.CLAIMS, "/penalties").jsonPath();
    assertThat(penalties.getString(penalty("amount.amount"))).isEqualTo("6360.00");
    assertThat(penalties.getString(penalty("cancelledAt"))).isNull();
  }

  private String penalty(String field) {
    return "items.find { it.caseNumber == '" + dispute.number() + "' }." + field;
  }

  private void assertTheBooksAreRight() {
    assertThat(new OutletAccount(PARTIES.filer()).csv(ZHONGSHAN, dispute.number()))
        .singleElement()
        .asString()
        .contains(",RULING,AWARD 4000.00; AWARD 6000.00; FEE -400.00,9600.00,");
    assertThat(new OutletAccount(PARTIES.liable()).csv(TIANJIN, dispute.number()))
        .singleElement()
        .asString()
        .contains(",RULING,AWARD -6000.00; FEE -360.00,-6360.00,");
    assertThat(new OutletAccount("HEADQUARTERS").of(dispute.number())).isEqualTo("-3240.00");
    OutletAccount.assertBalanced();
  }

  private void assertEverythingWasTold() {
    try (var topic = new Topic(Topics.CLAIMS)) {
      assertThat(topic.awaitTypes(dispute.number(), "penalty-issued"))
          .containsSubsequence(
              "announcement-published",
              "deadline-breached",
              "dispute-submitted",
              "dispute-returned",
              "dispute-submitted",
              "dispute-returned",
              "dispute-submitted",
              "dispute-ruled",
              "penalty-issued");
    }
    assertThat(
            Desk.get("auditor", Service.CLAIMS, dispute.path() + "/timeline")
                .jsonPath()
                .getList("items.action", String.class))
        .contains("opening", "announcement", "silence", "return", "ruling", "no-objection");
  }

  /** About this dispute, without a word of the people whom it names. */
  private String mail(String address, String title) {
    var number = dispute.number();
    var subject = title.startsWith(" ") ? number + title : title + number;
    var text = Inbox.awaitMailTitled(address, subject);
    assertThat(text).contains(number).doesNotContain("王小明", "13800138000", waybill(1));
    return text;
  }

  private void awaitStatus(String status) {
    await()
        .atMost(Desk.PATIENCE)
        .until(() -> dispute.view("arbitrator").getString("status"), status::equals);
  }

  private static String waybill(int parcel) {
    return "LLT7%09d".formatted(880_000_000 + parcel);
  }

  /** For what outlets report themselves. */
  private static void policy(String kind, String rule) {
    var form =
        Map.of(
            "id",
            "journey-dispute-" + kind.toLowerCase(java.util.Locale.ROOT),
            "kind",
            kind,
            "rules",
            List.of(rule),
            "budget",
            "PT1S",
            "match",
            Map.of("caseKind", "DISPUTE", "category", "LOSS", "channel", "API_OUTLET"),
            "rungs",
            List.of(Map.of("at", "0", "action", "BREACH")));
    Desk.post("admin", Service.CLAIMS, "/deadline-policies", form);
  }
}
