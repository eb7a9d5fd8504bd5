package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Mr Li was told that his parcel was out for delivery, and waited from eight in the morning to five
 * in the afternoon. A rainstorm and a jam had held the courier up; nobody had called him (CMP-28).
 */
class RainstormJourney {
  private static final String OUTLET = "LLT-GZ-01";
  private static final String LATE_PARCEL = "LLT8800000009";
  private static final String ANOTHER_LATE_PARCEL = "LLT8800000015";

  @Test
  void mrLiIsHeardGetsHisParcelAndIsContent() {
    var complaint =
        Complaint.about("DELAY")
            .on(LATE_PARCEL)
            .by("李先生", "zh-CN")
            .saying("在家等了一整天，从早上八点到下午五点，没人送也没人打电话", "今天必须送到")
            .register();
    assertThat(Inbox.awaitSms(complaint.phone(), complaint.number()))
        .contains("您的投诉已受理", "运单LLT8******009", "前答复您")
        .doesNotContain("李先生", LATE_PARCEL);

    var promised = inTwoHours();
    complaint.step("agent", "acknowledgement", Map.of("promisedReplyAt", promised.toString()));
    assertThat(complaint.clock("ACKNOWLEDGE")).isEqualTo("MET");
    assertThat(complaint.view().getString("deadlines.find { it.kind == 'PROMISED_REPLY' }.dueAt"))
        .isEqualTo(promised.toString());

    complaint.step("agent", "assessment", Map.of("founded", true));
    complaint.step("agent", "assignment", Map.of("outlet", OUTLET));
    assertThat(Inbox.awaitMail("gz01@example.com", complaint.number()).get("subject"))
        .asString()
        .contains("请处理投诉");
    Inbox.awaitWebhook(OUTLET, "complaint.assigned", complaint.number());

    var investigated =
        complaint.step(
            Desk.atOutlet(OUTLET),
            "investigation",
            Map.of("cause", "WEATHER", "finding", "暴雨红色预警，环城高速封闭六小时", "responsible", "陈师傅"));
    assertThat(investigated.getString("causeClass")).isEqualTo("A_OBJECTIVE");
    complaint.step(
        Desk.atOutlet(OUTLET), "plan", Map.of("remedy", "REDELIVER", "text", "雨停后第一车送达，上门致歉"));
    complaint.step("supervisor", "decision", Map.of("verdict", "APPROVE"));
    complaint.step(
        "agent",
        "implementation",
        Map.of("customerToldAt", aMomentAgo(), "note", "十八点二十分送达", "accountability", List.of()));
    assertThat(Inbox.awaitSms(complaint.phone(), "已有处理结果")).contains(complaint.number());

    complaint.step("agent", "call-back", Map.of("satisfied", true, "score", 5));
    complaint.step("agent", "closure", Map.of("summary", "恶劣天气应主动告知客户"));
    assertThat(Inbox.awaitSms(complaint.phone(), "已办结")).contains("感谢您的反馈").doesNotContain("12305");
    assertThat(complaint.view().getList("deadlines.state", String.class)).containsOnly("MET");
    try (var topic = new Topic(Topics.COMPLAINT)) {
      assertThat(topic.awaitTypes(complaint.number(), "complaint-closed"))
          .containsExactly(
              "complaint-registered",
              "complaint-assigned",
              "complaint-answered",
              "complaint-closed");
    }
  }

  /** Whoever has to come back is heard before others (CMP-32). */
  @Test
  void mrLiAsksAgainAndIsWaitedForNoLonger() {
    var complaint = Complaint.about("DELAY").on(ANOTHER_LATE_PARCEL).by("李先生", "zh-CN").register();
    complaint.step("agent", "acknowledgement", Map.of());
    complaint.step("agent", "pause", Map.of("reason", "CUSTOMER_ASKED_TO_WAIT"));
    assertThat(complaint.clock("RESOLVE")).isEqualTo("PAUSED");
    assertThat(complaint.clock("STATUTORY")).as("the law waits for nobody").isEqualTo("RUNNING");

    Desk.post(
        "agent",
        Service.INQUIRY,
        "/inquiries",
        Map.of(
            "channel", "PHONE",
            "subject", "DELIVERY_STATE",
            "waybill", ANOTHER_LATE_PARCEL,
            "inquirer", Desk.person("RECIPIENT", "李先生", complaint.phone(), "zh-CN"),
            "question", "雨停了，怎么还没送？"));

    await().atMost(Desk.PATIENCE).until(() -> complaint.clock("RESOLVE"), "RUNNING"::equals);
    var second =
        Complaint.about("DELAY").on(ANOTHER_LATE_PARCEL).by("李先生", "zh-CN").again().register();
    var view = second.view();
    assertThat(view.getBoolean("repeatedContact")).isTrue();
    assertThat(view.getString("priority")).isEqualTo("HIGH");
    assertThat(view.getInt("escalationLevel")).isEqualTo(1);
    assertThat(Inbox.awaitSms(second.phone(), "由主管跟进处理")).contains(second.number());
  }

  private static Instant inTwoHours() {
    return Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String aMomentAgo() {
    return Instant.now().minusSeconds(5).toString();
  }
}
