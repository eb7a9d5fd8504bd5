package io.parceldesk.notification.preference;

import static io.parceldesk.notification.Stage.awaitNotifications;
import static io.parceldesk.notification.Stage.awaitSms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.RefusalReplied;
import io.parceldesk.notification.SealedContacts;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class PreferencesTest {
  @Inject SealedContacts contacts;
  @Inject Event<RefusalReplied> refusals;

  private final String phone = Stage.phone();

  @Test
  void sendsOnlyCriticalMessagesToWhomWantsNoOthers() {
    optOut("SERVICE").statusCode(201).body("channel", is("SMS")).body("takenBack", is(0));
    var complaint = CaseEventData.complaint().with(contacts.of(phone));

    Stage.send(Topics.COMPLAINT, "complaint-closed", complaint);
    Stage.send(Topics.COMPLAINT, "complaint-registered", complaint);

    assertThat(awaitSms(phone, 1).get(0).text()).contains("已受理");
    var told = awaitNotifications(complaint.number(), n -> n.getList("items").size() == 2);
    assertThat(told.getList("items.findAll { it.status == 'SUPPRESSED' }.reason"))
        .containsExactly("opted out");
  }

  @Test
  void takesBackWhatIsAlreadyPlanned() {
    var complaint = waiting();

    optOut("SERVICE").statusCode(201).body("takenBack", is(1));

    assertThat(Stage.notifications(complaint.number()).getString("items[0].status"))
        .isEqualTo("SUPPRESSED");
  }

  @Test
  void asksAgainBeforeItSends() {
    var complaint = waiting();
    // as when the wish came while the message was being planned
    Stage.sql(
        """
        insert into opt_out (recipient, channel, class, reason)
        select recipient, 'SMS', 'SERVICE', 'ASKED' from delivery where case_number = '%s'
        """
            .formatted(complaint.number()));

    Stage.passTime(complaint.number());

    var told =
        awaitNotifications(
            complaint.number(), n -> "SUPPRESSED".equals(n.getString("items[0].status")));
    assertThat(told.getString("items[0].reason")).isEqualTo("opted out");
    assertThat(Stage.smsTo(phone)).isEmpty();
  }

  @Test
  void writesAgainToWhomWantsIt() {
    optOut("SERVICE").statusCode(201);
    var entered = of("phone", phone);

    Stage.as("agent")
        .delete("/api/v1/opt-outs/" + entered.getString("items[0].id"))
        .then()
        .statusCode(204);

    assertThat(of("phone", phone).getList("items")).isEmpty();
    var complaint = CaseEventData.complaint().with(contacts.of(phone));
    Stage.send(Topics.COMPLAINT, "complaint-closed", complaint);
    var told = awaitNotifications(complaint.number(), n -> n.getList("items").size() == 1);
    assertThat(told.getString("items[0].status")).isNotEqualTo("SUPPRESSED");
  }

  @Test
  void keepsNothingButAFingerprint() {
    optOut("SERVICE").statusCode(201);
    optOut("SERVICE").statusCode(201); // once more changes nothing

    var entered = of("phone", phone.substring(3, 6) + " " + phone.substring(6));

    assertThat(entered.getList("items")).hasSize(1);
    assertThat(entered.getString("items[0].recipient")).matches("[0-9a-f]{32}");
    assertThat(entered.getString("items[0].author")).isNotBlank();
    assertThat(
            Stage.count(
                "select count(*) from opt_out o where o::text like '%%%s%%'"
                    .formatted(phone.substring(3))))
        .isZero();
  }

  @Test
  void sendsCommercialMessagesOnlyToWhomAgreed() {
    var rule = "test-" + UUID.randomUUID();
    Stage.as("admin")
        .body(
            """
            {"id": "%s", "event": "complaint-referred-to-claims", "to": "CUSTOMER", "by": ["SMS"],
             "message": "complaint-closed.customer", "class": "MARKETING", "expires": "PT24H"}
            """
                .formatted(rule))
        .post("/api/v1/routing-rules")
        .then()
        .statusCode(201);
    try {
      var stranger = refer();
      var told = awaitNotifications(stranger, n -> n.getList("items").size() == 1);
      assertThat(told.getString("items[0].reason")).isEqualTo("no consent");

      agree();
      var friend = refer();
      told = awaitNotifications(friend, n -> n.getList("items").size() == 1);
      assertThat(told.getString("items[0].status")).isNotEqualTo("SUPPRESSED");
      assertThat(told.getString("items[0].text")).endsWith("拒收请回复R");
    } finally {
      Stage.sql("delete from routing_rule where id = '%s'".formatted(rule));
    }
  }

  @Test
  void honoursARefusalByReply() {
    agree();

    refusals.fire(new RefusalReplied(new Phone(phone, null)));

    assertThat(consents()).isEmpty();
    assertThat(of("phone", phone).getString("items[0].reason")).isEqualTo("REPLIED");
  }

  private String refer() {
    var complaint = CaseEventData.complaint().with(contacts.of(phone));
    Stage.send(Topics.COMPLAINT, "complaint-referred-to-claims", complaint);
    return complaint.number();
  }

  private void agree() {
    Stage.as("agent")
        .body("{\"phone\": \"%s\", \"proof\": \"FORM-731\"}".formatted(phone))
        .post("/api/v1/consents")
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'phone': '13800138000', 'class': 'CRITICAL', 'reason': 'ASKED'}; 422;"
            + " critical-not-optional",
        "{'class': 'SERVICE', 'reason': 'ASKED'}; 400; invalid-body",
        "{'phone': '13800138000', 'email': 'a@example.com', 'class': 'SERVICE', 'reason': 'ASKED'};"
            + " 400; invalid-body",
        "{'phone': 'abc', 'class': 'SERVICE', 'reason': 'ASKED'}; 400; invalid-body",
        "{'email': 'nobody', 'class': 'SERVICE', 'reason': 'ASKED'}; 400; invalid-body",
        "{'phone': '13800138000', 'reason': 'ASKED'}; 400; invalid-body",
        "{'phone': '13800138000', 'class': 'SERVICE', 'reason': 'BORED'}; 400; invalid-body",
        "{'phone': '13800138000', 'class': 'SERVICE'}; 400; invalid-body",
        "[]; 400; malformed-json",
      })
  void refuses(String body, int status, String code) {
    Stage.as("agent")
        .body(body.replace('\'', '"'))
        .post("/api/v1/opt-outs")
        .then()
        .statusCode(status)
        .body("code", is(code));
  }

  @Test
  void endsAConsentWithAnOptOut() {
    agree();
    assertThat(consents()).hasSize(1);

    optOut("MARKETING").statusCode(201);

    assertThat(consents()).isEmpty();
    Stage.as("agent")
        .body("{\"phone\": \"%s\", \"proof\": \"he said so\"}".formatted(phone))
        .post("/api/v1/consents")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", is("/proof"));
  }

  /** A message that waits for its recipient's morning. */
  private CaseEventData waiting() {
    var complaint = CaseEventData.complaint().with(contacts.of(phone));
    TestServers.sms().halt();
    try {
      Stage.send(Topics.COMPLAINT, "complaint-closed", complaint);
      awaitNotifications(complaint.number(), n -> n.getList("items").size() == 1);
      Stage.sql(
          """
          update delivery set next_attempt_at = now() + interval '8 hours'
           where case_number = '%s' and status = 'PENDING'
          """
              .formatted(complaint.number()));
    } finally {
      TestServers.sms().resume();
    }
    return complaint;
  }

  private ValidatableResponse optOut(String messageClass) {
    return Stage.as("agent")
        .body(
            "{\"phone\": \"%s\", \"class\": \"%s\", \"reason\": \"ASKED\"}"
                .formatted(phone, messageClass))
        .post("/api/v1/opt-outs")
        .then();
  }

  private static JsonPath of(String name, String value) {
    return Stage.as("auditor")
        .queryParam(name, value)
        .get("/api/v1/opt-outs")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private List<?> consents() {
    return Stage.as("agent")
        .queryParam("phone", phone)
        .get("/api/v1/consents")
        .jsonPath()
        .getList("items");
  }
}
