package io.parceldesk.acceptance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A dispute between two outlets: settled, ruled, ruled again after an objection, or fined. */
final class DisputeLife extends ClaimsLife {
  static final Dispute.Parties PARTIES = new Dispute.Parties("LLT-GZ-02", "LLT-BJ-01");

  private static final String LIABLE = Desk.atOutlet(PARTIES.liable());

  DisputeLife(PersistentDesk desk, Lot lot) {
    super(desk, lot);
  }

  @Override
  void live() {
    var parcel = Map.<String, Object>of("waybill", lot.waybill(), "value", "900.00");
    var report = new HashMap<>(Dispute.report(PARTIES, "LOSS", "手机", List.of(parcel)));
    report.put("evenIfDuplicate", true);
    number = desk.post("arbitrator", Dispute.PATH, report).path("number");
    does("arbitrator", "announcement", Dispute.ANNOUNCEMENT, "announcement-published");
    if (lot.oneIn(4)) {
      does(LIABLE, "reply", Map.of("answer", "ACCEPTED"));
      twice(() -> send("arbitrator", "settlement", settlement()));
    } else {
      does(LIABLE, "reply", Map.of("answer", "REFUSED", "reason", "已妥投"));
      isRuled();
    }
  }

  private void isRuled() {
    List.of("WAYBILL_IMAGE", "CLAIM_LETTER", "SEAL").forEach(this::bring);
    does("arbitrator", "submission", Map.of(), "dispute-submitted");
    var isTrue = !lot.oneIn(5);
    does("arbitrator", "verification", Dispute.verification(isTrue, false));
    var isRuled = ruling(isTrue ? Map.of(PARTIES.liable(), 70, "HEADQUARTERS", 30) : Map.of());
    if (isRuled && lot.oneIn(2)) {
      does(LIABLE, "objection", Map.of("reason", "不服裁决"));
      ruling(isTrue ? Map.of(PARTIES.liable(), 20, PARTIES.filer(), 80) : Map.of());
    }
  }

  private boolean ruling(Map<String, Integer> shares) {
    var ruling = Dispute.ruling(shares, "经查");
    return twice(() -> send("arbitrator", "ruling", ruling), "dispute-ruled", "penalty-issued");
  }

  private void bring(String slot) {
    PersistentDesk.persistently(() -> new Dispute(number).upload("arbitrator", slot))
        .then()
        .statusCode(200);
  }

  private static Map<String, ?> settlement() {
    return Map.of("amount", Map.of("amount", "400.50", "currency", "CNY"), "way", "ACCOUNT");
  }

  @Override
  String path() {
    return Dispute.PATH + "/" + number;
  }
}
