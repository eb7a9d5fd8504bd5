package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Ms Wang bought a phone with a group of others. She signed, the courier left, and in the box was a
 * brick; the seller can prove what was dispatched (CMP-17, CMP-29). That she signed first does not
 * decide anything (AMB-17).
 */
class BrickJourney {
  private static final String OUTLET = "LLT-SH-02";
  private static final String DELIVERED_PARCEL = "LLT8800000021";

  @Test
  void msWangIsBelievedAndHerClaimIsOnItsWay() {
    var parcel = Desk.get("agent", Service.INQUIRY, "/parcels/" + DELIVERED_PARCEL).jsonPath();
    assertThat(parcel.getString("deliveredAt")).as("signed for").isNotNull();

    var complaint =
        Complaint.about("MISMATCH")
            .on(DELIVERED_PARCEL)
            .by("王女士", "zh-CN")
            .saying("团购的手机，签收后打开是一块砖头，卖家有发货视频", "全额赔偿")
            .register();
    assertThat(complaint.view().getInt("stars")).isEqualTo(5);
    complaint.step("agent", "acknowledgement", Map.of());
    complaint.step("agent", "assessment", Map.of("founded", true));
    complaint.step("agent", "assignment", Map.of("outlet", OUTLET));
    complaint.step(
        "agent",
        "investigation",
        Map.of(
            "cause", "INTERNAL_THEFT",
            "finding", "中转场监控显示快件被拆封调换，已报警",
            "responsible", "周某"));

    var claim = referred(complaint);
    assertThat(Inbox.awaitSms(complaint.phone(), claim)).contains("理赔").doesNotContain("王女士");
    var view = Desk.get("agent", Service.CLAIMS, "/claims/" + claim).jsonPath();
    assertThat(view.getString("status")).as("only a person decides (AMB-17)").isEqualTo("FILED");
    assertThat(Desk.linked(Service.CLAIMS, "/claims/" + claim, "CMP-"))
        .isEqualTo(complaint.number());

    complaint.step(
        "agent", "plan", Map.of("remedy", "COMPENSATE", "amount", 3000, "text", "按保价赔偿"));
    var decided =
        complaint.step(
            "supervisor",
            "decision",
            Map.of(
                "verdict", "CHANGE",
                "note", "责任在我方，按实际价值赔偿",
                "plan",
                    Map.of("remedy", "COMPENSATE", "amount", "6999.00", "text", "按实际价值赔偿，并退还运费")));
    assertThat(decided.getString("plan.amount.amount")).isEqualTo("6999.00");
    complaint.step(
        "agent",
        "implementation",
        Map.of(
            "customerToldAt", Instant.now().minusSeconds(5).toString(),
            "accountability",
                List.of(
                    Map.of("person", "周某", "share", 80), Map.of("person", "吴经理", "share", 20))));
    Inbox.awaitSms(complaint.phone(), "已有处理结果");
    complaint.step("agent", "call-back", Map.of("satisfied", true, "score", 4));
    complaint.step("agent", "closure", Map.of("summary", "中转场拆封岗位改为双人作业"));

    assertThat(complaint.view().getList("accountability.share", Integer.class))
        .containsExactly(80, 20);
    try (var topic = new Topic(Topics.COMPLAINT)) {
      assertThat(topic.awaitTypes(complaint.number(), "complaint-closed"))
          .containsExactly(
              "complaint-registered",
              "complaint-assigned",
              "complaint-referred-to-claims",
              "complaint-answered",
              "complaint-closed");
    }
  }

  private static String referred(Complaint complaint) {
    complaint.step(
        "agent",
        "claim-referral",
        Map.of("ground", "MISMATCH", "route", "DOMESTIC", "claimed", "6999.00", "reason", "内件被调换"));
    var claim = Desk.linked(Service.COMPLAINT, complaint.path(), "CLM-");
    try (var topic = new Topic(Topics.CLAIMS)) {
      var filed = new JsonPath(topic.awaitEvent("claim-filed", claim).value());
      assertThat(filed.getString("origin.number")).isEqualTo(complaint.number());
      assertThat(filed.getString("ground")).isEqualTo("MISMATCH");
      assertThat(filed.getString("claimed.amount")).isEqualTo("6999.00");
    }
    return claim;
  }
}
