package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A customer phones for a courier, who comes in vain once (ORD-06). */
class PickupJourney {
  private static final String OUTLET = "LLT-HZ-01";

  @Test
  void isOrderedMissedRebookedAndCollected() {
    var phone = Desk.newPhone();

    var number =
        Desk.post(
                "agent",
                Service.INQUIRY,
                "/pickups",
                Map.of(
                    "channel",
                    "PHONE",
                    "route",
                    "DOMESTIC",
                    "sender",
                    Desk.person("SENDER", "马先生", phone, "zh-CN"),
                    "address",
                    "杭州市西湖区文三路8号",
                    "collectBy",
                    inHours(3),
                    "outlet",
                    OUTLET))
            .getString("number");
    Inbox.awaitSms(phone, number);
    try (var topic = new Topic(Topics.INQUIRY)) {
      var ordered = topic.awaitEvent("pickup-ordered", number).value();
      assertThat(ordered).doesNotContain(phone, "马先生", "文三路");
      assertThat(new JsonPath(ordered).getString("case.outlet")).isEqualTo(OUTLET);
    }
    act(OUTLET, number, "dispatch", Map.of("courier", "courier.wu"));
    act(OUTLET, number, "failure", Map.of("reason", "客户不在"));
    Desk.post(
        "agent",
        Service.INQUIRY,
        "/pickups/" + number + "/rebooking",
        Map.of("collectBy", inHours(20)));
    Inbox.awaitDifferentSms(phone, 2); // both times
    var collected = act(OUTLET, number, "collection", Map.of("waybill", "LLT9900990099"));

    assertThat(collected.getString("status")).isEqualTo("COLLECTED");
    assertThat(collected.getString("deadlines.find { it.kind == 'COLLECT' }.state"))
        .isEqualTo("MET");
  }

  private static JsonPath act(
      String outlet, String number, String action, Map<String, Object> body) {
    return Desk.postAs(outlet, Service.INQUIRY, "/pickups/" + number + "/" + action, body);
  }

  private static String inHours(int hours) {
    return Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
