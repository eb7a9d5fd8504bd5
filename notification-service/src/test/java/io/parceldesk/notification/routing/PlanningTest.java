package io.parceldesk.notification.routing;

import static io.parceldesk.notification.Stage.awaitNotifications;
import static io.parceldesk.notification.Stage.awaitSms;
import static io.parceldesk.notification.Stage.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.SealedContacts;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestEvents;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PlanningTest {
  @Inject SealedContacts contacts;

  @Test
  void tellsTheComplainantTheNumber() {
    var phone = phone();
    var complaint =
        CaseEventData.complaint()
            .with(contacts.of(phone))
            .saying("\"answerBy\": \"2026-11-23T02:30:00Z\"");

    Stage.send(Topics.COMPLAINT, "complaint-registered", complaint);

    var sms = awaitSms(phone, 1).get(0);
    assertThat(sms.text())
        .startsWith("【路路通速运】您好，您的投诉已受理，编号" + complaint.number())
        .contains("我们将于11月23日10:30前答复您")
        .doesNotContain(complaint.waybill(), "王小明")
        .contains(complaint.waybill().substring(0, 4) + "**");
    assertThat(sms.segments()).isEqualTo(2);
    var told =
        awaitNotifications(complaint.number(), n -> "DELIVERED".equals(n.get("items[0].status")));
    assertThat(told.getString("items[0].recipient")).matches("138\\*{6}\\d\\d");
    assertThat(told.getString("items[0].template"))
        .isEqualTo("complaint-registered.customer/zh-CN@1");
    assertThat(told.getString("items[0].attempts[0].outcome")).isEqualTo("SENT");
  }

  @Test
  void writesInTheComplainantsLanguage() {
    var phone = phone();
    var complaint = CaseEventData.complaint().with(contacts.of(phone, "en-GB"));

    Stage.send(Topics.COMPLAINT, "complaint-registered", complaint);

    assertThat(awaitSms(phone, 1).get(0).text())
        .startsWith("【路路通速运】Your complaint is registered as " + complaint.number())
        .endsWith("We will answer soon.");
  }

  @Test
  void plansARecordOnceHoweverOftenItComes() {
    var phone = phone();
    var complaint = CaseEventData.complaint().with(contacts.of(phone));
    var event = Stage.event("complaint-registered", complaint);

    for (var i = 0; i < 100; i++) {
      TestEvents.send(Topics.COMPLAINT, event);
    }
    var later = CaseEventData.complaint().with(contacts.of(phone));
    // the same key, so it comes after all of them
    TestEvents.send(
        Topics.COMPLAINT,
        TestEvents.Event.of(
            "/complaint-service",
            "io.parceldesk.complaint-registered.v1",
            complaint.number(),
            later.json()));

    assertThat(awaitSms(phone, 2)).hasSize(2);
    assertThat(Stage.notifications(complaint.number()).getList("items")).hasSize(1);
  }

  @Test
  void passesOverWhatItDoesNotKnowAndBuriesWhatItCannotRead() {
    var phone = phone();
    var known = CaseEventData.complaint().with(contacts.of(phone));
    var key = known.number();

    TestEvents.send(
        Topics.COMPLAINT,
        TestEvents.Event.of(
            "/complaint-service", "io.parceldesk.complaint-sung-about.v1", key, "{\"song\": 1}"));
    TestEvents.send(
        Topics.COMPLAINT,
        TestEvents.Event.of(
            "/complaint-service", "io.parceldesk.complaint-registered.v1", key, "not JSON"));
    TestEvents.send(new ProducerRecord<>(Topics.COMPLAINT, key, "no headers".getBytes()));
    TestEvents.send(
        Topics.COMPLAINT,
        Stage.event("complaint-registered", known.with("eyJhbGciOiJkaXIifQ..a.b.c")));
    TestEvents.send(Topics.COMPLAINT, Stage.event("complaint-registered", known));

    awaitSms(phone, 1);
    List<Map<String, Object>> buried =
        Stage.as("admin").get("/api/v1/dead-letters").jsonPath().getList("items");
    assertThat(buried)
        .filteredOn(letter -> key.equals(letter.get("key")))
        .extracting(letter -> letter.get("reason"))
        .hasSize(3)
        .allSatisfy(reason -> assertThat(reason.toString()).isNotBlank());
  }

  @Test
  void bringsABuriedRecordBackOnCommand() {
    var phone = phone();
    var complaint = CaseEventData.complaint().with(contacts.of(phone));
    var unreadable =
        Stage.event("complaint-registered", complaint.with("eyJhbGciOiJkaXIifQ..a.b.c"));
    TestEvents.send(Topics.COMPLAINT, unreadable);
    var id = awaitLetter(complaint.number());
    // what an operator does who has found the key again
    Stage.sql(
        "update dead_letter set payload = convert_to('%s', 'UTF8') where id = %s"
            .formatted(complaint.json(), id));

    Stage.as("admin").post("/api/v1/dead-letters/" + id + "/replay").then().statusCode(204);

    assertThat(awaitSms(phone, 1)).hasSize(1);
  }

  private static String awaitLetter(String key) {
    return await()
        .atMost(Stage.PATIENCE)
        .until(
            () ->
                Stage.as("admin")
                    .get("/api/v1/dead-letters")
                    .jsonPath()
                    .getString("items.find { it.key == '" + key + "' }?.id"),
            id -> id != null);
  }

  @Test
  void alertsTheOutletByEveryChannelWhenAComplaintIsEscalated() {
    var outletsPhone = phone();
    var customersPhone = phone();
    var email = "gz." + outletsPhone.substring(4) + "@example.com";
    var outlet = Stage.outlet(outletsPhone, email);
    Stage.endpoint(outlet, "[\"complaint.escalated\"]");
    var complaint =
        CaseEventData.complaint()
            .of(outlet)
            .with(contacts.of(customersPhone))
            .saying(
                "\"level\": 2, \"trigger\": \"REQUEST\", \"reasonCode\": \"X\", \"by\": \"li\"");

    Stage.send(Topics.COMPLAINT, "complaint-escalated", complaint);

    assertThat(awaitSms(outletsPhone, 1).get(0).text())
        .contains("投诉" + complaint.number(), "已升级至部门负责人，原因：人工升级");
    assertThat(awaitSms(customersPhone, 1).get(0).text())
        .contains("您的投诉" + complaint.number(), "由部门负责人跟进处理");
    var mail =
        await().until(() -> TestServers.mails().mailsTo(email), mails -> mails.size() == 1).get(0);
    assertThat(mail.subject()).isEqualTo("投诉升级：" + complaint.number() + " 已升级至部门负责人");
    assertThat(mail.text()).contains("路路通广州天河，您好", "升级原因：人工升级", "优先级：高");
    assertThat(mail.html()).contains(complaint.number(), "<table", "人工升级");
    var webhook =
        await().until(() -> TestServers.webhooks().webhooksTo(outlet), hooks -> hooks.size() == 1);
    assertThat(webhook.get(0).type()).isEqualTo("complaint.escalated");
    var items = Stage.notifications(complaint.number());
    assertThat(items.getList("items.channel")).hasSize(4);
  }

  @Test
  void holdsAServiceBreachUntilQuietHoursEndButNotAStatutoryOne() {
    var outletsPhone = phone();
    var zone = ZoneId.of("Asia/Shanghai");
    var now = LocalTime.now(zone);
    var quiet =
        "{\"from\": \"%s\", \"to\": \"%s\"}"
            .formatted(now.minusHours(1).withNano(0), now.plusHours(2).withNano(0));
    var outlet = Stage.outlet(outletsPhone, "quiet@example.com", quiet);
    var service = CaseEventData.complaint().of(outlet).breached("SERVICE");
    var statutory = CaseEventData.complaint().of(outlet).breached("STATUTORY");

    Stage.send(Topics.COMPLAINT, "deadline-breached", service);
    Stage.send(Topics.COMPLAINT, "deadline-breached", statutory);

    assertThat(awaitSms(outletsPhone, 1).get(0).text()).contains(statutory.number());
    var waiting = awaitNotifications(service.number(), items -> items.getList("items").size() == 2);
    assertThat(waiting.getList("items.status")).containsOnly("PENDING");
    assertThat(waiting.getString("items[0].nextAttemptAt")).isNotNull();

    Stage.passTime(service.number());

    assertThat(awaitSms(outletsPhone, 2).get(1).text()).contains(service.number(), "办结时限");
  }

  @Test
  void turnsToThePeopleAboveWhereTheOutletHasNone() {
    var supervisorsPhone = phone();
    var region = Stage.outlet(phone(), "region@example.com");
    Stage.as("admin")
        .header("If-Match", "\"0\"")
        .body(
            """
            {"name": "华南大区", "region": "华南", "quietHours": {"from": "00:00", "to": "00:00"},
             "people": [{"level": 1, "role": "SUPERVISOR", "person": "chen.jie", "phone": "%s"}]}
            """
                .formatted(supervisorsPhone))
        .put("/api/v1/outlets/" + region)
        .then()
        .statusCode(200);
    var outlet = Stage.outlet(phone(), "below@example.com");
    Stage.as("admin")
        .header("If-Match", "\"0\"")
        .body("{\"name\": \"佛山\", \"region\": \"华南\", \"parent\": \"%s\"}".formatted(region))
        .put("/api/v1/outlets/" + outlet)
        .then()
        .statusCode(200);

    Stage.send(
        Topics.COMPLAINT,
        "complaint-escalated",
        CaseEventData.complaint().of(outlet).saying("\"level\": 1, \"trigger\": \"REPEAT\""));

    assertThat(awaitSms(supervisorsPhone, 1).get(0).text()).contains("已升级至主管，原因：重复投诉");
  }

  @Test
  void saysWhyItDoesNotWriteToALandline() {
    var complaint = CaseEventData.complaint().with(contacts.of("+862083771234"));

    Stage.send(Topics.COMPLAINT, "complaint-registered", complaint);

    var told = awaitNotifications(complaint.number(), n -> n.getList("items").size() == 1);
    assertThat(told.getString("items[0].status")).isEqualTo("SUPPRESSED");
    assertThat(told.getString("items[0].reason")).isEqualTo("not a mobile number");
  }
}
