package io.parceldesk.acceptance;

import io.parceldesk.sandbox.launcher.Service;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A dispute between two outlets, as they and headquarters bring it to its end. */
record Dispute(String number) {
  static final String PATH = "/outlet-disputes";
  static final Map<String, Object> ANNOUNCEMENT =
      Map.of(
          "recipientVerified",
          "CALL_RECORD",
          "contact",
          Map.of("name", "赵敏", "phone", "13700137000"),
          "bankAccount",
          "6222 0000 1111 2222");

  static final byte[] PAPER =
      "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final Map<String, String> SLOTS =
      Map.of("SEAL_OR_ID", "SEAL", "PRICE_PROOF", "TRADE_SCREENSHOT");

  /** The outlet that asks, and the one that is asked. */
  record Parties(String filer, String liable) {}

  /** What the one reports that the other has lost, broken or brought late. */
  static Map<String, Object> report(
      Parties parties, String ground, String contents, List<Map<String, Object>> parcels) {
    var values =
        parcels.stream().map(parcel -> new BigDecimal((String) parcel.get("value"))).toList();
    var claimed = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var form = new HashMap<String, Object>();
    form.put("ground", ground);
    form.put("filingOutlet", parties.filer);
    form.put("responsibleOutlet", parties.liable);
    form.put("destinationOutlet", parties.liable);
    form.put("dispatchedOn", "2026-11-10");
    form.put("batch", parcels.size() > 1);
    form.put("claimed", Map.of("amount", claimed.toPlainString(), "currency", "CNY"));
    form.put("contents", contents);
    form.put("parcels", parcels);
    form.put("recipient", Map.of("name", "王小明", "phone", "13800138000"));
    form.put("recipientAddress", "天津市和平区南京路1号");
    form.put("sender", Map.of("name", "李丽", "phone", "13900139000"));
    form.put("complainingContact", Map.of("name", "赵敏", "phone", "13700137000"));
    return form;
  }

  static Dispute opened(String role, Map<String, Object> report) {
    return new Dispute(Desk.post(role, Service.CLAIMS, PATH, report).getString("number"));
  }

  /** Announced and refused: headquarters may be asked. */
  Dispute refused(Parties parties) {
    after("arbitrator", "announcement", ANNOUNCEMENT);
    after(Desk.atOutlet(parties.liable), "reply", Map.of("answer", "REFUSED", "reason", "与我网点无关"));
    return this;
  }

  /** With the papers that the checklist still asks for, before headquarters, and found true. */
  Dispute verified(String filer) {
    view(filer).getList("checklist.findAll { !it.present }.item", String.class).stream()
        .map(item -> SLOTS.getOrDefault(item, item))
        .forEach(slot -> bring(filer, slot));
    after(filer, "submission", Map.of());
    after("arbitrator", "verification", verification(true, false));
    return this;
  }

  static Map<String, Object> verification(boolean isTrue, boolean isBatch) {
    return Map.of("reportTrue", isTrue, "batch", isBatch, "finding", "已核对中转扫描和监控");
  }

  /** Each party and its share; the last by name bears what rounding leaves. */
  static Map<String, Object> ruling(Map<String, Integer> shares, String reason) {
    var liability =
        new TreeMap<>(shares)
            .entrySet().stream()
                .map(share -> Map.of("party", share.getKey(), "percent", share.getValue()))
                .toList();
    return Map.of("liability", liability, "reason", reason);
  }

  String path() {
    return PATH + "/" + number;
  }

  void bring(String role, String slot) {
    upload(role, slot).then().statusCode(200);
  }

  Response upload(String role, String slot) {
    return Desk.as(role)
        .contentType("multipart/form-data")
        .multiPart("slot", slot)
        .multiPart("file", "paper.pdf", PAPER, "application/pdf")
        .post(RunningPlatform.url(Service.CLAIMS) + path() + "/evidence");
  }

  /** The papers byte for byte as they were brought, by their slots. */
  Map<String, byte[]> papers(String role) {
    var papers = new TreeMap<String, byte[]>();
    var list = Desk.get(role, Service.CLAIMS, path() + "/evidence").jsonPath();
    for (var paper : list.<Map<String, String>>getList("items")) {
      var file = path() + "/evidence/" + paper.get("id") + "/reveal";
      var answer =
          Desk.as(role)
              .body(Map.of("reason", "核对仲裁材料"))
              .post(RunningPlatform.url(Service.CLAIMS) + file);
      answer.then().statusCode(200);
      papers.put(paper.get("slot"), answer.asByteArray());
    }
    return papers;
  }

  JsonPath after(String role, String action, Map<String, ?> form) {
    return Desk.post(role, Service.CLAIMS, path() + "/" + action, form);
  }

  JsonPath view(String role) {
    return Desk.get(role, Service.CLAIMS, path()).jsonPath();
  }
}
