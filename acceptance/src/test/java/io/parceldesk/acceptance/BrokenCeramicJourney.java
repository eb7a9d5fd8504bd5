package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Mr Lin's ceramic collectible came with its outer packing intact and was broken inside, worth
 * nothing any more. Who packed it decides much, but a person looks first (CMP-30, AMB-18).
 */
class BrokenCeramicJourney {
  private static final String OUTLET = "LLT-BJ-01";

  @Test
  void mrLinPackedItHimselfAndIsToldSoTactfully() {
    var complaint = aboutTheCeramic("LLT8800000022");
    complaint.step("agent", "acknowledgement", Map.of());

    var explained =
        complaint.step(
            "agent",
            "assessment",
            Map.of(
                "founded",
                false,
                "explanation",
                "很遗憾您的藏品损坏。收寄时您自行包装并确认内无缓冲材料，外包装完好，运输中未见异常；下次我们可免费为您加固包装。"));
    assertThat(explained.getString("status")).isEqualTo("EXPLAINED");
    assertThat(complaint.clock("STATUTORY")).isEqualTo("MET");
    assertThat(Inbox.awaitSms(complaint.phone(), "已有处理结果")).contains("如有异议");
    complaint.step("agent", "call-back", Map.of("satisfied", true, "score", 3));
    complaint.step("agent", "closure", Map.of("summary", "收寄易碎品时应主动提供加固包装"));

    Inbox.awaitSms(complaint.phone(), "已办结");
    try (var topic = new Topic(Topics.COMPLAINT)) {
      assertThat(topic.awaitTypes(complaint.number(), "complaint-closed"))
          .containsExactly("complaint-registered", "complaint-answered", "complaint-closed");
      var answered =
          new JsonPath(topic.awaitEvent("complaint-answered", complaint.number()).value());
      assertThat(answered.getBoolean("founded")).isFalse();
      assertThat(answered.getString("remedy")).isNull();
    }
  }

  /** The manager does not take the first plan, and whoever threw the parcel answers for it. */
  @Test
  void theCourierPackedItAndTheManagerWantsMore() {
    var complaint = aboutTheCeramic("LLT8800000024");
    complaint.step("agent", "acknowledgement", Map.of());
    complaint.step("agent", "assessment", Map.of("founded", true));
    complaint.step("agent", "assignment", Map.of("outlet", OUTLET));
    assertThat(Inbox.awaitMail("bj01@example.com", complaint.number()).get("text"))
        .asString()
        .contains("请尽快调查")
        .doesNotContain("林先生", complaint.phone());
    complaint.step(
        Desk.atOutlet(OUTLET),
        "investigation",
        Map.of("cause", "ROUGH_HANDLING", "finding", "装卸时被抛下，监控可见", "responsible", "孙某"));

    var apology = Map.<String, Object>of("remedy", "APOLOGISE", "text", "致歉");
    complaint.step(Desk.atOutlet(OUTLET), "plan", apology);
    var sentBack =
        complaint.step(
            "supervisor", "decision", Map.of("verdict", "SEND_BACK", "note", "道歉不能弥补损失"));
    assertThat(sentBack.getString("status")).isEqualTo("INVESTIGATED");
    complaint.step(
        Desk.atOutlet(OUTLET),
        "plan",
        Map.of("remedy", "COMPENSATE", "amount", "1800.00", "text", "赔偿实际损失"));
    complaint.step("supervisor", "decision", Map.of("verdict", "APPROVE"));
    complaint.step(
        "agent",
        "implementation",
        Map.of(
            "customerToldAt",
            Instant.now().minusSeconds(5).toString(),
            "accountability",
            List.of(Map.of("person", "孙某", "share", "50"))));
    complaint.step("agent", "call-back", Map.of("satisfied", true, "score", 5));
    complaint.step("agent", "closure", Map.of("summary", "装卸区加装监控提醒"));

    var view = complaint.view();
    assertThat(view.getString("plan.amount.amount")).isEqualTo("1800.00");
    assertThat(view.getList("deadlines.state", String.class)).containsOnly("MET");
    try (var topic = new Topic(Topics.COMPLAINT)) {
      var answered =
          new JsonPath(topic.awaitEvent("complaint-answered", complaint.number()).value());
      assertThat(answered.getString("remedy")).isEqualTo("COMPENSATE");
    }
  }

  private static Complaint aboutTheCeramic(String waybill) {
    return Complaint.about("DAMAGE")
        .on(waybill)
        .by("林先生", "zh-CN")
        .saying("收藏的陶瓷，外包装完好，里面全碎了，已无价值", "赔偿")
        .register();
  }
}
