package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A parcel of which nobody knows where it is comes near its thorough-delay limit: its sender is
 * told so and why, in nobody's custody; and a recipient who asks without its number stops the year
 * of the claim, and starts the complaint's clock anew, once it is known which parcel is meant
 * (PRB-02, INQ-16, AMB-20).
 */
class SilentParcelJourney {
  private FreshParcel parcel;

  @Test
  void itsSenderIsToldAndAnInquiryThatIsIdentifiedLaterReachesComplaintAndClaim() throws Exception {
    parcel = FreshParcel.nearItsLimit();
    var complaint = waitingForItsCustomer();
    var claim = claimForm();

    theSenderIsTold();
    theRecipientAsksWithoutTheNumber();

    await()
        .atMost(Desk.PATIENCE)
        .untilAsserted(() -> assertThat(complaint.clock("RESOLVE")).isEqualTo("RUNNING"));
    await()
        .atMost(Desk.PATIENCE)
        .untilAsserted(() -> assertThat(prescription(claim)).isEqualTo("MET"));
  }

  private Complaint waitingForItsCustomer() {
    var complaint = Complaint.about("DELAY").on(parcel.waybill()).register();
    complaint.step("agent", "pause", Map.of("reason", "WAITING_FOR_CUSTOMER"));
    assertThat(complaint.clock("RESOLVE")).isEqualTo("PAUSED");
    return complaint;
  }

  /** Handed out; the year runs as soon as claims-service knows when the parcel was dispatched. */
  private String claimForm() {
    var sender = Desk.person("SENDER", "陈静", parcel.senderPhone(), "zh-CN");
    var form =
        Map.of(
            "channel",
            "COUNTER",
            "ground",
            "DELAY",
            "route",
            "DOMESTIC",
            "waybill",
            parcel.waybill(),
            "claimant",
            sender,
            "evenIfDuplicate",
            true);
    return await("a form whose year runs")
        .atMost(Desk.PATIENCE)
        .until(
            () -> Desk.post("agent", Service.CLAIMS, "/claim-forms", form).getString("number"),
            number -> "RUNNING".equals(prescription(number)));
  }

  private static String prescription(String claim) {
    return Desk.get("adjuster", Service.CLAIMS, "/claims/" + claim)
        .jsonPath()
        .getString("deadlines.find { it.kind == 'PRESCRIPTION' }.state");
  }

  private void theSenderIsTold() {
    var number =
        await("the system's declaration")
            .atMost(Desk.PATIENCE.multipliedBy(2)) // what is long due is looked at every minute
            .until(() -> problems().getString("items[0].number"), declared -> declared != null);
    var sms = Inbox.awaitSms(parcel.senderPhone(), number);
    assertThat(sms).contains("严重延误仍未送达", "正在核查").doesNotContain(parcel.waybill());
    assertThat(CustomerPage.toldBy(sms).open().asString())
        .contains("正在核查原因和下落")
        .doesNotContain("派送不及时");

    try (var topic = new Topic(Topics.INQUIRY)) {
      var declared = new JsonPath(topic.awaitEvent("problem-parcel-declared", number).value());
      assertThat(declared.getString("occasion")).isEqualTo("LIMIT_NEAR");
      assertThat(declared.getString("causeClass")).isEqualTo("UNKNOWN");
    }
    assertThat(
            Desk.get("agent", Service.INQUIRY, "/problem-parcels/" + number)
                .jsonPath()
                .getList("deadlines.kind", String.class))
        .contains("SENDER_REPLY")
        .doesNotContain("CUSTODY");
  }

  private JsonPath problems() {
    return Desk.get("agent", Service.INQUIRY, "/problem-parcels?waybill=" + parcel.waybill())
        .jsonPath();
  }

  private void theRecipientAsksWithoutTheNumber() {
    var form = new HashMap<String, Object>();
    form.put("channel", "PHONE");
    form.put("subject", "DELIVERY_STATE");
    form.put("inquirer", Desk.person("RECIPIENT", "李丽", Desk.newPhone(), "zh-CN"));
    form.put("question", "从广州寄来的快件一直没到，单号找不到了");
    var inquiry = Desk.post("agent", Service.INQUIRY, "/inquiries", form);
    assertThat(inquiry.getString("class")).isEqualTo("NO_WAYBILL");

    var number = inquiry.getString("number");
    Desk.post(
        "agent",
        Service.INQUIRY,
        "/inquiries/" + number + "/waybill",
        Map.of("waybill", parcel.waybill()));

    try (var topic = new Topic(Topics.INQUIRY)) {
      var identified = new JsonPath(topic.awaitEvent("inquiry-identified", number).value());
      assertThat(identified.getString("case.waybill")).isEqualTo(parcel.waybill());
    }
  }
}
