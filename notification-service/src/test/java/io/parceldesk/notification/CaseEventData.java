package io.parceldesk.notification;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** The data of a case's event as other services write it. */
public record CaseEventData(
    String kind, String number, String waybill, String outlet, String contact, String rest) {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  public static CaseEventData complaint() {
    return of("COMPLAINT", "CMP");
  }

  public static CaseEventData of(String kind, String prefix) {
    return new CaseEventData(kind, number(prefix), Stage.waybill(), null, null, "");
  }

  public CaseEventData of(String outlet) {
    return new CaseEventData(kind, number, waybill, outlet, contact, rest);
  }

  public CaseEventData with(String contact) {
    return new CaseEventData(kind, number, waybill, outlet, contact, rest);
  }

  /** Further members of the data. */
  public CaseEventData saying(String members) {
    return new CaseEventData(kind, number, waybill, outlet, contact, rest + ", " + members);
  }

  /** A deadline that was due just now. */
  public CaseEventData breached(String nature) {
    var now = Instant.now();
    return saying(
        """
        "deadline": {"kind": "RESOLVE", "rule": "SLA-09", "policy": "p@1", "nature": "%1$s",
          "startedAt": "%2$s", "dueAt": "%2$s", "firedAt": "%2$s", "detectedAt": "%2$s",
          "late": false, "retroactive": false, "calendarComplete": true},
        "owner": {"outlet": "%3$s", "department": null, "assignee": "luo.min"}
        """
            .formatted(nature, now, outlet));
  }

  public String json() {
    return """
    {"case": {"number": "%s", "kind": "%s", "status": "RECEIVED", "priority": "HIGH",
              "tier": "ORDINARY", "waybill": "%s", "openedAt": "2026-11-20T02:15:00Z",
              "outlet": %s, "department": null},
     "contact": %s%s}
    """
        .formatted(number, kind, waybill, quoted(outlet), quoted(contact), rest);
  }

  private static String quoted(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  private static String number(String prefix) {
    var payload = prefix + "261120" + "%05d".formatted(NEXT.incrementAndGet());
    var product = 36;
    for (var character : payload.toCharArray()) {
      var sum = (product + CHARACTERS.indexOf(character)) % 36;
      product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    var check = CHARACTERS.charAt((37 - product) % 36);
    return prefix + "-261120-" + payload.substring(9) + check;
  }
}
