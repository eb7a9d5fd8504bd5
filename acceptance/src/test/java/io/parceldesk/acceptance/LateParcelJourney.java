package io.parceldesk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.Topics;
import io.parceldesk.sandbox.launcher.Service;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An inquiry about a late parcel is answered, does not satisfy, and becomes a complaint. */
class LateParcelJourney {
  private static final String LATE_PARCEL = "LLT8800000003";

  @Test
  void anAnsweredInquiryBecomesAComplaintAndEachKnowsTheOther() {
    var inquiry =
        Desk.post(
                "agent",
                Service.INQUIRY,
                "/inquiries",
                Map.of(
                    "channel",
                    "PHONE",
                    "subject",
                    "DELIVERY_STATE",
                    "waybill",
                    LATE_PARCEL,
                    "inquirer",
                    Desk.person("RECIPIENT", "陈女士", Desk.newPhone(), "zh-CN"),
                    "question",
                    "快件到哪里了？"))
            .getString("number");
    var path = "/inquiries/" + inquiry;

    Desk.post("agent", Service.INQUIRY, path + "/answer", Map.of("text", "暴雨延误"));
    Desk.post(
        "agent",
        Service.INQUIRY,
        path + "/conversion",
        Map.of("category", "DELAY", "description", "等了三天", "demand", "赔偿"));

    var complaint = Desk.linked(Service.INQUIRY, path, "CMP-");
    assertThat(Desk.linked(Service.COMPLAINT, "/complaints/" + complaint, "INQ-"))
        .isEqualTo(inquiry);
    var view = Desk.get("agent", Service.COMPLAINT, "/complaints/" + complaint).jsonPath();
    assertThat(view.getString("waybill")).isEqualTo(LATE_PARCEL);
    assertThat(view.getString("category")).isEqualTo("DELAY");
    assertThat(view.getString("description"))
        .as("the inquiry's history goes with it (INQ-15)")
        .startsWith("等了三天")
        .contains(inquiry, "快件到哪里了？", "暴雨延误");
    assertThat(Desk.get("agent", Service.INQUIRY, path).jsonPath().getString("status"))
        .isEqualTo("CONVERTED");
    try (var topic = new Topic(Topics.INQUIRY)) {
      assertThat(Topic.header(topic.awaitEvent("inquiry-converted", inquiry), "ce_source"))
          .isEqualTo("/inquiry-service");
    }
  }
}
