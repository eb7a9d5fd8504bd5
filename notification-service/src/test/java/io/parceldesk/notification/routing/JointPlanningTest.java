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
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who hears of a complaint that several handle, and of one that was several. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class JointPlanningTest {
  private static final String PARTY = "0199c3f0-7a52-7c5e-9d58-3d9b0f3c1e11";

  @Inject SealedContacts contacts;

  @Test
  void tellsTheAskedOutletAndNotTheHandler() {
    var handler = Stage.outlet(phone(), "handler@example.com");
    var askedPhone = phone();
    var asked = Stage.outlet(askedPhone, "asked@example.com");
    Stage.endpoint(asked, "[\"complaint.joint.party.asked\"]");
    var complaint = CaseEventData.complaint().of(handler).saying(askedOf(asked));

    Stage.send(Topics.COMPLAINT, "complaint-joint-party-asked", complaint);

    assertThat(awaitSms(askedPhone, 1).get(0).text())
        .contains("投诉" + complaint.number(), "需贵方协助", "11月23日10:30前")
        .doesNotContain(complaint.waybill());
    var webhook =
        await()
            .until(
                () -> TestServers.webhooks().webhooksTo(asked),
                all -> all.stream().anyMatch(one -> one.body().contains(complaint.number())))
            .stream()
            .filter(one -> one.body().contains(complaint.number()))
            .findFirst()
            .orElseThrow();
    assertThat(webhook.body())
        .contains("complaint.joint.party.asked", PARTY, "replyBy")
        .doesNotContain("wu.jie");
    assertThat(outletsTold(complaint)).containsExactly(asked);
  }

  @Test
  void tellsThePartyOfItsBreach() {
    var handlersPhone = phone();
    var handler = Stage.outlet(handlersPhone, "handler@example.com");
    var askedPhone = phone();
    var asked = Stage.outlet(askedPhone, "asked@example.com");
    var now = Instant.now();
    var complaint =
        CaseEventData.complaint()
            .of(handler)
            .saying(
                """
                "deadline": {"kind": "JOINT_REPLY", "rule": "SLA-03", "policy": "p@1",
                  "nature": "SERVICE", "startedAt": "%1$s", "dueAt": "%1$s", "firedAt": "%1$s",
                  "detectedAt": "%1$s", "late": false, "retroactive": false,
                  "calendarComplete": true, "about": "%2$s"},
                "owner": {"outlet": "%3$s", "department": null, "assignee": null}
                """
                    .formatted(now, PARTY, asked));

    Stage.send(Topics.COMPLAINT, "deadline-breached", complaint);

    assertThat(awaitSms(askedPhone, 1).get(0).text()).contains(complaint.number(), "协办回复");
    assertThat(outletsTold(complaint)).containsExactly(asked);
  }

  @Test
  void doesNotTakeTheHandlersOutletForADepartmentThatIsAsked() {
    var handler = Stage.outlet(phone(), "handler@example.com");
    var complaint =
        CaseEventData.complaint()
            .of(handler)
            .saying(
                """
                "party": "%s", "replyBy": null,
                "owner": {"outlet": null, "department": "NOBODY_THERE", "assignee": null}
                """
                    .formatted(PARTY));
    var last = CaseEventData.complaint().of(handler).saying(askedOf(handler));

    Stage.send(Topics.COMPLAINT, "complaint-joint-party-asked", complaint);
    // the same key, so it comes after it
    TestEvents.send(
        Topics.COMPLAINT,
        TestEvents.Event.of(
            "/complaint-service",
            "io.parceldesk.complaint-joint-party-asked.v1",
            complaint.number(),
            last.json()));

    awaitNotifications(last.number(), told -> told.getList("items").size() >= 1);
    assertThat(Stage.notifications(complaint.number()).getList("items")).isEmpty();
  }

  @Test
  void tellsTheCustomersOfMergedComplaintsTheOutcomeToo() {
    var own = phone();
    var others = phone();
    var complaint =
        CaseEventData.complaint()
            .with(contacts.of(own))
            .saying(
                """
                "founded": true, "remedy": "APOLOGISE", "customerToldAt": "2026-11-22T08:00:00Z",
                "duplicates": [{"number": "CMP-261120-00051O", "contact": "%s"},
                               {"number": "CMP-261120-00052L", "contact": "%s"}]
                """
                    .formatted(contacts.of(others), contacts.of(own)));

    Stage.send(Topics.COMPLAINT, "complaint-answered", complaint);

    awaitNotifications(complaint.number(), told -> told.getList("items").size() >= 2);
    Stage.passTime(complaint.number());
    assertThat(awaitSms(own, 1)).hasSize(1);
    assertThat(awaitSms(others, 1).get(0).text()).contains(complaint.number());
    assertThat(Stage.notifications(complaint.number()).getList("items")).hasSize(2);
  }

  @Test
  void tellsTheCustomerUnderWhichNumberTheComplaintGoesOn() {
    var phone = phone();
    var complaint =
        CaseEventData.complaint()
            .with(contacts.of(phone))
            .saying(
                """
                "survivor": {"number": "CMP-261120-00051O", "kind": "COMPLAINT"},
                "answerBy": "2026-11-23T02:30:00Z"
                """);

    Stage.send(Topics.COMPLAINT, "complaint-merged", complaint);

    awaitNotifications(complaint.number(), told -> told.getList("items").size() == 1);
    Stage.passTime(complaint.number());
    assertThat(awaitSms(phone, 1).get(0).text())
        .contains(complaint.number(), "CMP-261120-00051O", "11月23日10:30前答复您");
  }

  private static String askedOf(String outlet) {
    return """
    "party": "%s", "replyBy": "2026-11-23T02:30:00Z",
    "owner": {"outlet": "%s", "department": null, "assignee": "wu.jie"}
    """
        .formatted(PARTY, outlet);
  }

  private static Set<String> outletsTold(CaseEventData complaint) {
    return Set.copyOf(
        Stage.notifications(complaint.number()).getList("items.outlet", String.class));
  }
}
