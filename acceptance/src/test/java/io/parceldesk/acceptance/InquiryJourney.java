package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The inquiries that the trade tells apart, each to its end; LateParcelJourney has the fifth. */
class InquiryJourney {
  private static final String DELIVERED_PARCEL = "LLT8800000001";
  private static final String LATE_PARCEL = "LLT8800000023";
  private static final String LOST_PARCEL = "LLT8800000032";

  @Test
  void whatTheScansTellIsAnsweredAtOnce() {
    var phone = Desk.newPhone();

    var inquiry = inquire(DELIVERED_PARCEL, phone, "zh-CN");
    assertThat(inquiry.getString("class")).isEqualTo("HAS_RESULT");
    var draft = inquiry.getString("draftAnswer");
    assertThat(draft).contains("签收").doesNotContain(DELIVERED_PARCEL);
    act(inquiry, "answer", Map.of("confirmDraft", true));

    var number = inquiry.getString("number");
    var page = CustomerPage.toldBy(Inbox.awaitSms(phone, number));
    assertThat(page.open().asString()).contains(draft, number);
    try (var topic = new Topic(Topics.INQUIRY)) {
      assertThat(topic.awaitEvent("inquiry-answered", number).value())
          .doesNotContain("签收", page.code());
    }
    assertThat(act(inquiry, "closure", Map.of()).getString("status")).isEqualTo("CLOSED");
  }

  @Test
  void aDelayIsExplainedAndAReplyPromised() {
    var phone = Desk.newPhone();

    var inquiry = inquire(LATE_PARCEL, phone, "en");
    assertThat(inquiry.getString("class")).isEqualTo("DELAYED");
    assertThat(inquiry.getString("draftAnswer")).startsWith("We are sorry");
    var promised = act(inquiry, "promise", Map.of("promisedReplyAt", inTwoHours()));
    assertThat(dueAt(promised, "PROMISED_REPLY")).isEqualTo(promised.getString("promisedReplyAt"));
    var answered = act(inquiry, "answer", Map.of("text", "It arrives tomorrow."));

    assertThat(state(answered, "PROMISED_REPLY")).isEqualTo("MET");
    assertThat(state(answered, "WORK_ORDER")).isEqualTo("MET");
    var page = CustomerPage.toldBy(Inbox.awaitSms(phone, inquiry.getString("number")));
    assertThat(page.open().asString()).contains("It arrives tomorrow.");
  }

  @Test
  void whereNothingIsKnownTheAddressIsAskedFor() {
    var inquiry = inquire(LOST_PARCEL, Desk.newPhone(), "zh-CN");

    assertThat(inquiry.getString("class")).isEqualTo("NO_RESULT");
    assertThat(inquiry.getString("draftAnswer")).contains("详细的收件地址");
    assertThat(state(inquiry, "INFORM")).as("30 minutes (SLA-07)").isEqualTo("RUNNING");
    assertThat(
            Desk.as("agent")
                .body(Map.of("confirmDraft", true))
                .post(url(inquiry) + "/answer")
                .jsonPath()
                .getString("rule"))
        .isEqualTo("INQ-13");
    var promised =
        act(
            inquiry,
            "promise",
            Map.of("promisedReplyAt", inTwoHours(), "deliveryAddress", "北京市海淀区中关村大街8号"));
    assertThat(promised.getString("deliveryAddress")).isEqualTo("北京市海淀区****");
    assertThat(state(promised, "INFORM")).isEqualTo("MET");
  }

  @Test
  void aParcelIsFoundWithoutItsNumber() {
    var form = new HashMap<>(form(null, "13800138001", "zh-CN"));

    var inquiry = Desk.post("agent", Service.INQUIRY, "/inquiries", form);
    assertThat(inquiry.getString("class")).isEqualTo("NO_WAYBILL");
    assertThat(inquiry.getList("candidates.waybill", String.class)).contains(DELIVERED_PARCEL);
    assertThat(inquiry.getString("draftAnswer")).contains("可能的快件");
    var found = act(inquiry, "waybill", Map.of("waybill", "LLT8800000021"));

    assertThat(found.getString("class")).isEqualTo("HAS_RESULT");
    assertThat(found.getString("waybillKnown")).isEqualTo("true");
    act(inquiry, "answer", Map.of("confirmDraft", true));
  }

  @Test
  void whoWritesIsToldThatItArrived() {
    var phone = Desk.newPhone();
    var form = new HashMap<>(form(null, phone, "en"));
    form.put("channel", "WEB");
    form.put("subject", "PRICE");

    var inquiry = Desk.post("service", Service.INQUIRY, "/inquiries", form);

    assertThat(state(inquiry, "FIRST_RESPONSE")).isEqualTo("MET");
    assertThat(Inbox.awaitSms(phone, inquiry.getString("number"))).contains("We have your inquiry");
  }

  private static JsonPath inquire(String waybill, String phone, String locale) {
    return Desk.post("agent", Service.INQUIRY, "/inquiries", form(waybill, phone, locale));
  }

  private static Map<String, Object> form(String waybill, String phone, String locale) {
    var form = new HashMap<String, Object>();
    form.put("channel", "PHONE");
    form.put("subject", "DELIVERY_STATE");
    form.put("inquirer", Desk.person("RECIPIENT", "郑女士", phone, locale));
    form.put("question", "快件到哪里了？");
    form.put("evenIfDuplicate", true);
    if (waybill != null) {
      form.put("waybill", waybill);
    }
    return form;
  }

  private static JsonPath act(JsonPath inquiry, String action, Map<String, Object> body) {
    return Desk.post(
        "agent", Service.INQUIRY, "/inquiries/" + inquiry.getString("number") + "/" + action, body);
  }

  private static String url(JsonPath inquiry) {
    return RunningPlatform.url(Service.INQUIRY) + "/inquiries/" + inquiry.getString("number");
  }

  private static String state(JsonPath view, String kind) {
    return view.getString("deadlines.find { it.kind == '" + kind + "' }.state");
  }

  private static String dueAt(JsonPath view, String kind) {
    return view.getString("deadlines.find { it.kind == '" + kind + "' }.dueAt");
  }

  private static String inTwoHours() {
    return Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
