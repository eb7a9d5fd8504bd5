package io.parceldesk.notification.routing;

import static io.parceldesk.notification.Stage.as;
import static io.parceldesk.notification.Stage.awaitNotifications;
import static io.parceldesk.notification.Stage.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.parceldesk.contracts.Topics;
import io.parceldesk.notification.CaseEventData;
import io.parceldesk.notification.SealedContacts;
import io.parceldesk.notification.Stage;
import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RoutingRuleResourceTest {
  private static final String RULES = "/api/v1/routing-rules";

  @Inject SealedContacts contacts;
  @Inject RoutingRules rules;

  private final String id = "test-" + UUID.randomUUID();

  @AfterEach
  void leavesNoRuleBehind() {
    Stage.sql("delete from routing_rule where id like 'test-%'");
  }

  @Test
  void addsARuleThatIsAppliedAndAmendsAndDisablesIt() {
    var phone = phone();
    add(rule("'SERVICE'")).statusCode(201).header("ETag", "\"1\"").body("author", is("admin"));
    awaitApplied(1, true);
    var first = CaseEventData.complaint().with(contacts.of(phone)).saying("\"founded\": true");
    Stage.send(Topics.COMPLAINT, "complaint-referred-to-claims", first);
    var told = awaitNotifications(first.number(), n -> n.getList("items").size() == 1);
    assertThat(told.getString("items[0].rule")).isEqualTo(id + "@1");

    amend("\"1\"", rule("'SERVICE', 'enabled': false"))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("enabled", is(false));

    awaitApplied(2, false);
    as("auditor")
        .get(RULES + "/" + id)
        .then()
        .body("versions.version", is(List.of(2, 1)))
        .body("versions[1].enabled", is(true));
    var second = first.with(contacts.of(phone()));
    Stage.send(Topics.COMPLAINT, "complaint-referred-to-claims", second);
    // the record behind it has been planned, so this one told nobody
    var last = CaseEventData.complaint().with(contacts.of(phone()));
    Stage.sendAll(Topics.COMPLAINT, List.of(Stage.event("complaint-registered", last)));
    awaitNotifications(last.number(), n -> n.getList("items").size() == 1);
    assertThat(Stage.notifications(first.number()).getList("items")).hasSize(1);
  }

  @Test
  void writesOverTheVersionThatWasReadOnly() {
    add(rule("'SERVICE'")).statusCode(201);

    amend("\"7\"", rule("'SERVICE'")).statusCode(412).body("code", is("stale-version"));
    amend(null, rule("'SERVICE'")).statusCode(428);
    add(rule("'SERVICE'")).statusCode(409).body("code", is("duplicate-rule"));
    as("admin")
        .body("{}")
        .header("If-Match", "\"1\"")
        .put(RULES + "/unheard-of")
        .then()
        .statusCode(404);
    as("agent").body(rule("'SERVICE'")).post(RULES).then().statusCode(403);
  }

  @Test
  void listsTheShippedRulesInTheirOrder() {
    as("agent")
        .get(RULES)
        .then()
        .statusCode(200)
        .body("items[0].id", is("inquiry-opened-customer"))
        .body("items.id", hasItem("webhooks"))
        .body("items.find { it.id == 'complaint-escalated-outlet' }.digest.within", is("PT15M"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "'event': 'complaint-sung-about'; /event",
        "'event': 'outlet-changed'; /event",
        "'event': '*'; /event",
        "'when': {'trigger': ['REQEST']}, 'event': 'complaint-escalated'; /when/trigger",
        "'when': {'level': ['4']}, 'event': 'complaint-escalated'; /when/level",
        "'when': {'deadline': ['x']}, 'event': 'deadline-breached'; /when/deadline",
        "'when': {'case.colour': ['RED']}; /when/case.colour",
        "'when': {'case.kind': ['CLAIM']}; /when/case.kind",
        "'when': {'trigger': []}; /when/trigger",
        "'to': 'FILING_OUTLET'; /to",
        "'to': 'PEOPLE'; /to",
        "'to': 'NOBODY'; /to",
        "'by': []; /by",
        "'by': ['SMS', 'SMS']; /by",
        "'by': ['WEBHOOK']; /by",
        "'message': 'never.written'; /message",
        "'message': null; /message",
        "'class': null; /class",
        "'to': 'OUTLET', 'class': 'MARKETING'; /class",
        "'expires': 'PT1S'; /expires",
        "'expires': 'tomorrow'; /expires",
        "'limit': {'messages': 0, 'within': 'PT1H'}; /limit",
        "'limit': {'messages': 5, 'within': 'P9D'}; /limit",
        "'digest': {'messages': 5, 'within': 'PT1H'}; /digest",
        "'class': 'CRITICAL', 'limit': {'messages': 5, 'within': 'PT1H'}; /class",
        "'fallback': 'SMS'; /fallback",
        "'fallback': 'EMAIL', 'by': ['EMAIL', 'SMS']; /fallback",
        "'id': 'Not An Id'; /id",
        "'colour': 'RED'; /colour",
      })
  void refusesWhatCannotWork(String members, String pointer) {
    var good = JsonPath.from(rule("'SERVICE'")).<Map<String, Object>>get();
    good.putAll(JsonPath.from("{" + members.replace('\'', '"') + "}").getMap(""));

    as("admin")
        .body(good)
        .post(RULES)
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem(pointer));
  }

  @Test
  void triesARuleWithoutSendingAnything() {
    var phone = phone();
    add(rule("'SERVICE', 'enabled': false")).statusCode(201);
    var complaint = CaseEventData.complaint().with(contacts.of(phone));
    Stage.send(Topics.COMPLAINT, "complaint-referred-to-claims", complaint);

    var stored = trial(null);
    assertThat(stored.getList("messages")).isEmpty();
    var tried = trial(rule("'CRITICAL'"));

    assertThat(tried.getInt("read")).isPositive();
    assertThat(tried.getBoolean("complete")).isTrue();
    var mine = "messages.find { it.caseNumber == '" + complaint.number() + "' }.";
    assertThat(tried.getString(mine + "fate")).isEqualTo("SENT");
    assertThat(tried.getString(mine + "text")).contains(complaint.number(), "已办结");
    assertThat(tried.getString(mine + "recipient")).matches("138\\*{6}\\d\\d");
    assertThat(tried.getInt("counts.find { it.fate == 'SENT' }.messages")).isPositive();
    assertThat(tried.prettify()).doesNotContain(phone.substring(3));
    assertThat(Stage.notifications(complaint.number()).getList("items")).isEmpty();
  }

  private JsonPath trial(String body) {
    var request = as("supervisor");
    if (body != null) {
      request.body(body);
    }
    return request.post(RULES + "/" + id + "/trial").then().statusCode(200).extract().jsonPath();
  }

  private void awaitApplied(int version, boolean enabled) {
    await()
        .atMost(Stage.PATIENCE)
        .until(
            () ->
                rules.current().stream()
                    .anyMatch(
                        r -> r.name().equals(id + "@" + version) && r.rule().enabled() == enabled));
  }

  private ValidatableResponse add(String rule) {
    return as("admin").body(rule).post(RULES).then();
  }

  private ValidatableResponse amend(String ifMatch, String rule) {
    var request = as("admin").body(rule);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put(RULES + "/" + id).then();
  }

  /** Tells customers of something that the shipped rules are silent about. */
  private String rule(String classAndMore) {
    return """
    {'id': '%s', 'event': 'complaint-referred-to-claims', 'to': 'CUSTOMER', 'by': ['SMS'],
     'message': 'complaint-closed.customer', 'expires': 'PT24H', 'class': %s}
    """
        .formatted(id, classAndMore)
        .replace('\'', '"');
  }
}
