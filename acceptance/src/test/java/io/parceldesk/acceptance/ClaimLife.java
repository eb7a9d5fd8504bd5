package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A customer's claim: agreed and disputed at once, ordered, failed, confirmed. */
final class ClaimLife extends ClaimsLife {
  private static final String ORDERS = "/payment-orders";

  private final String ground;

  ClaimLife(PersistentDesk desk, Lot lot) {
    super(desk, lot);
    ground = lot.oneIn(2) ? "LOSS" : "DELAY";
  }

  @Override
  void live() {
    var form = new HashMap<>(Claim.form(ground, lot.waybill(), "800.00", sender()));
    form.put("evenIfDuplicate", true);
    number = desk.post("agent", "/claims", form).path("number");
    events.add("claim-filed");
    does("adjuster", "acceptance", Map.of(), "claim-accepted");
    does("adjuster", "offer", offer(), "claim-offered");
    if (lot.oneIn(2)) {
      agreesAndDisputesAtOnce();
    }
    var isAgreed =
        events.contains("claim-agreed")
            || twice(() -> send("agent", "agreement", Map.of()), "claim-agreed");
    if (isAgreed) {
      isPaid();
    }
  }

  /** A dispute may still be agreed; what is agreed is disputed no more. */
  private void agreesAndDisputesAtOnce() {
    var agreement =
        CompletableFuture.supplyAsync(() -> send("agent", "agreement", Map.of()), lot.seconds());
    does("adjuster", "dispute", Map.of("way", "NEGOTIATION"), "claim-disputed");
    isDone(agreement.join(), "claim-agreed");
  }

  private void isPaid() {
    isOrdered();
    var order = ORDERS + "/" + order();
    if (lot.oneIn(3)) {
      desk.post("service", order + "/failure", Map.of("reason", "ACCOUNT_CLOSED"));
      isOrdered();
    }
    var reference = Map.of("reference", "ICBC-" + number);
    twice(() -> desk.post("service", order + "/confirmation", reference), "claim-paid");
  }

  private void isOrdered() {
    var account = Map.of("holder", "郑女士", "bank", "招商银行", "number", "6225880123456789");
    var payment = Map.of("account", account, "consent", true);
    twice(() -> send("supervisor", "payment", payment), "payment-ordered");
  }

  private String order() {
    return PersistentDesk.persistently(
            () ->
                Desk.as("service")
                    .queryParams(Map.of("state", "ORDERED", "limit", 200))
                    .get(RunningPlatform.url(Service.CLAIMS) + ORDERS))
        .path("items.find { it.claim == '" + number + "' }.id");
  }

  private Map<String, ?> offer() {
    return Map.of(
        "dispatchedOn",
        "2026-11-10",
        "freight",
        "12.00",
        "value",
        "800.00",
        "evidenceWaiver",
        "网点已确认丢失");
  }

  private static Map<String, Object> sender() {
    return Desk.person("SENDER", "郑女士", Desk.newPhone(), "zh-CN");
  }

  String ground() {
    return ground;
  }

  @Override
  String path() {
    return "/claims/" + number;
  }
}
