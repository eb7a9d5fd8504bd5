package io.parceldesk.sandbox.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** A day at the desk, played over HTTP against a running sandbox and told as it happens. */
final class Demo {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String OUTLET = SampleData.FIRST_OUTLET;
  private static final String OUTLET_SMS = "13800139011";
  private static final String OUTLET_MAIL = "gz01.escalation@example.com";
  private static final String POLICY = "demo-acknowledge";

  private final Desk desk;
  private final Narrator narrator;
  private final DeskClient agent;
  private final long play = Clock.systemUTC().millis() / 1000;
  private String complaint;

  private Demo(Desk desk, Narrator narrator) {
    this.desk = desk;
    this.narrator = narrator;
    this.agent = desk.as("agent");
  }

  /** Whether every step happened. */
  static boolean play(Ports ports) {
    var narrator = new Narrator(System.out);
    try (var desk = new Desk(ports, narrator)) {
      new Demo(desk, narrator).play();
      return true;
    } catch (Patience.DidNotHappen | DeskClient.UnexpectedAnswer e) {
      System.out.printf("%nThe demo ends here: %s%n", e.getMessage());
      return false;
    }
  }

  private void play() {
    inquiryBecomesComplaint();
    complaintIsRegistered();
    escalatedOnRequest();
    escalatedByItsDeadline();
    referredToClaims();
    inbox();
  }

  private void inquiryBecomesComplaint() {
    narrator.step(1, "A customer asks where a late parcel is, and is not content with the answer.");
    var waybill = lateParcel();
    var inquiry = number(agent.post(desk.inquiries(), inquiry(waybill)).expectSuccess());
    narrator.tell("Parcel %s is late: inquiry %s is opened.", waybill, inquiry);
    action(desk.inquiries(), inquiry, "answer", text("text", "暴雨延误，预计明天送达。"));
    narrator.tell("It is answered: held up by a rainstorm, to be delivered tomorrow.");
    var conversion = text("category", "DELAY").put("description", "等了三天，要求赔偿。");
    action(desk.inquiries(), inquiry, "conversion", conversion);
    narrator.tell("The customer complains: the inquiry is converted.");
    desk.awaitEvent("inquiry-converted", inquiry);
    var opened = linked(desk.inquiries(), inquiry, "CMP-");
    linked(desk.complaints(), opened, inquiry);
    narrator.tell("Complaint %s was opened from that event; each knows the other.", opened);
  }

  private void complaintIsRegistered() {
    narrator.step(2, "Two complaints are registered, and the complainants hear of it.");
    complaint = register("李先生", phone(1), "zh-CN", "DAMAGE", false);
    narrator.tell("Complaint %s, by a customer who reads Chinese:", complaint);
    desk.awaitSms("The SMS in Chinese", phone(1), complaint);
    var english = register("John Smith", phone(2), "en", "ATTITUDE", false);
    narrator.tell("Complaint %s, by one who reads English:", english);
    desk.awaitSms("The SMS in English", phone(2), english);
  }

  private void escalatedOnRequest() {
    narrator.step(3, "A supervisor escalates %s.".formatted(complaint));
    var request = JSON.createObjectNode().put("level", 1).put("reason", "CUSTOMER_INSISTS");
    desk.as("supervisor")
        .post(desk.complaints() + "/" + complaint + "/escalations", request)
        .expectSuccess();
    desk.awaitEvent("complaint-escalated", complaint);
    outletHears(complaint);
    desk.awaitSms("The complainant's SMS", phone(1), complaint);
  }

  private void escalatedByItsDeadline() {
    narrator.pause();
    narrator.tell("And a deadline escalates one by itself: an admin allows five seconds for the");
    narrator.tell("acknowledgement of urgent letters about overcharging.");
    var admin = desk.as("admin");
    var version = admin.post(desk.complaintPolicies(), policy(false)).expectSuccess();
    narrator.tell("Policy %s, version %s.", POLICY, version.path("version").asText());
    var late = register("王女士", phone(3), "zh-CN", "OVERCHARGE", true);
    narrator.tell("Complaint %s is registered and left alone.", late);
    desk.awaitEvent("deadline-breached", late);
    desk.awaitEvent("complaint-escalated", late);
    outletHears(late);
    if (isNight()) {
      narrator.tell("It is night in China: the complainant's SMS waits until 08:00 (REG-12).");
    } else {
      desk.awaitSms("The complainant's SMS", phone(3), late);
    }
    admin.post(desk.complaintPolicies(), policy(true)).expectSuccess();
    narrator.tell("The policy is withdrawn again.");
  }

  // what nobody asked for just now is held back in a customer's night
  private static boolean isNight() {
    var hour = LocalTime.now(ZoneId.of("Asia/Shanghai")).getHour();
    return hour >= 22 || hour < 8;
  }

  private void outletHears(String number) {
    desk.awaitMail("The mail to the outlet", OUTLET_MAIL, number);
    desk.awaitSms("The SMS to the outlet", OUTLET_SMS, number);
    desk.awaitWebhook("The webhook to the outlet", OUTLET, "complaint.escalated", number);
  }

  private void referredToClaims() {
    narrator.step(
        4, "The damage is real: %s is referred to the claims department.".formatted(complaint));
    var referral =
        text("ground", "DAMAGE")
            .put("route", "DOMESTIC")
            .put("claimed", "500.00")
            .put("reason", "外包装破损，内件碎裂。");
    action(desk.complaints(), complaint, "claim-referral", referral);
    var claim = linked(desk.complaints(), complaint, "CLM-");
    desk.awaitEvent("claim-filed", claim);
    narrator.tell("Claims-service filed %s from the event.", claim);
    var direct = number(agent.post(desk.claims(), claim(lateParcel())).expectSuccess());
    desk.awaitEvent("claim-filed", direct);
    narrator.tell("Another, %s, was filed directly.", direct);
  }

  private void inbox() {
    narrator.step(5, "All of it is in the inbox: %s".formatted(desk.pageUrl()));
    narrator.tell(
        "%d SMS, %d mails, %d webhooks, newest first.",
        desk.inbox("/sms").size(), desk.inbox("/mail").size(), desk.inbox("/webhooks").size());
  }

  private String register(
      String name, String phone, String locale, String category, boolean urgent) {
    var form = text("channel", urgent ? "LETTER" : "PHONE").put("category", category);
    form.put("urgent", urgent);
    form.set("complainant", person("RECIPIENT", name, phone, locale));
    form.putObject("against").put("outlet", OUTLET);
    form.put("description", "演示投诉").put("demand", "请尽快处理");
    return Patience.await(
        "The registration of a complaint",
        () -> {
          var answer = agent.post(desk.complaints(), form);
          // an outlet is unknown to a service until the directory's event has come
          return answer.status() == 422
              ? Optional.empty()
              : Optional.of(number(answer.expectSuccess()));
        });
  }

  private ObjectNode inquiry(String waybill) {
    var form = text("channel", "PHONE").put("subject", "DELIVERY_STATE").put("waybill", waybill);
    form.set("inquirer", person("RECIPIENT", "陈女士", phone(0), "zh-CN"));
    form.put("question", "我的快件到哪里了？").put("evenIfDuplicate", true);
    return form;
  }

  private ObjectNode claim(String waybill) {
    var form = text("channel", "PHONE").put("ground", "DELAY").put("route", "DOMESTIC");
    form.put("waybill", waybill).put("evenIfDuplicate", true);
    form.set("claimant", person("SENDER", "赵先生", phone(4), "zh-CN"));
    form.put("description", "迟延三天，耽误了展会。");
    form.set("claimed", JSON.createObjectNode().put("amount", "120.00").put("currency", "CNY"));
    return form;
  }

  private static ObjectNode policy(boolean withdrawn) {
    var policy = text("id", POLICY).put("kind", "ACKNOWLEDGE").put("budget", "PT5S");
    policy.putArray("rules").add("SLA-05");
    policy.put("atOpening", true).put("withdrawn", withdrawn);
    policy
        .putObject("match")
        .put("caseKind", "COMPLAINT")
        .put("category", "OVERCHARGE")
        .put("urgent", true)
        .put("channel", "LETTER");
    return policy;
  }

  /** A late parcel that no complaint is open about yet, so that the demo can be played again. */
  private String lateParcel() {
    for (var nth = 1; nth <= SampleParcels.DELAYED; nth++) {
      var waybill = SampleParcels.waybill(SampleParcels.Fate.DELAYED, nth);
      var known = agent.get(desk.complaints() + "?waybill=" + waybill).expectSuccess();
      if (known.path("items").isEmpty()) {
        return waybill;
      }
    }
    return SampleParcels.waybill(SampleParcels.Fate.DELAYED, 1);
  }

  private String linked(String resource, String number, String other) {
    return Patience.await(
        "The link from %s to %s…".formatted(number, other),
        () -> {
          for (var link : agent.get(resource + "/" + number).expectSuccess().path("links")) {
            if (link.path("number").asText().startsWith(other)) {
              return Optional.of(link.path("number").asText());
            }
          }
          return Optional.empty();
        });
  }

  private void action(String resource, String number, String noun, JsonNode form) {
    agent.post(resource + "/" + number + "/" + noun, form).expectSuccess();
  }

  /** Another number for each play, so that its messages are told from those of earlier plays. */
  private String phone(int who) {
    return "139%07d%d".formatted(play % 10_000_000, who);
  }

  private static ObjectNode person(String role, String name, String phone, String locale) {
    return text("role", role).put("name", name).put("phone", phone).put("locale", locale);
  }

  private static ObjectNode text(String name, String value) {
    return JSON.createObjectNode().put(name, value);
  }

  private static String number(JsonNode view) {
    return view.path("number").asText();
  }
}
