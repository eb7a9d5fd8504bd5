package io.parceldesk.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.sandbox.launcher.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A parcel that nobody else in this run knows, under way to Shanghai. */
record FreshParcel(String waybill, String senderPhone) {
  static final String OUTLET = "LLT-SH-02";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final AtomicInteger NEXT = new AtomicInteger();

  /** With the scans that there are, each some minutes after the one before; the last just now. */
  static FreshParcel scanned(String... types) throws JsonProcessingException {
    return told(LocalDate.now().minusDays(1), null, types);
  }

  /**
   * Promised six days ago and still under way: seven days after that, at midnight, it may be held
   * lost, and two days before that it is a problem (REG-07, PRB-02).
   */
  static FreshParcel nearItsLimit() throws JsonProcessingException {
    var promised = Instant.now().minus(6, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    return told(LocalDate.now().minusDays(9), promised, "ACCEPTED");
  }

  private static FreshParcel told(LocalDate dispatchedOn, Instant promisedAt, String... types)
      throws JsonProcessingException {
    var parcel = new FreshParcel("LLT99%08d".formatted(NEXT.incrementAndGet()), Desk.newPhone());
    var scans = new ArrayList<Map<String, Object>>();
    for (var i = 0; i < types.length; i++) {
      scans.add(scan(types[i], Instant.now().minusSeconds(600L * (types.length - i))));
    }
    var line = new HashMap<>(parcel.line(dispatchedOn, scans));
    if (promisedAt != null) {
      line.put("promisedAt", promisedAt.toString());
    }
    Desk.as("admin")
        .contentType("application/x-ndjson")
        .body(JSON.writeValueAsBytes(line))
        .post(RunningPlatform.url(Service.INQUIRY) + "/parcels")
        .then()
        .statusCode(200);
    return parcel;
  }

  void scan(String type) {
    Desk.post(
        "admin", Service.INQUIRY, "/parcels/" + waybill + "/scans", scan(type, Instant.now()));
  }

  private static Map<String, Object> scan(String type, Instant at) {
    return Map.of(
        "scanId",
        UUID.randomUUID().toString(),
        "type",
        type,
        "at",
        at.toString(),
        "outlet",
        OUTLET);
  }

  private Map<String, Object> line(LocalDate dispatchedOn, List<Map<String, Object>> scans) {
    return Map.of(
        "waybill",
        waybill,
        "route",
        "DOMESTIC",
        "dispatchedOn",
        dispatchedOn.toString(),
        "fromOutlet",
        "LLT-GZ-01",
        "toOutlet",
        OUTLET,
        "sender",
        Map.of("name", "陈静", "phone", senderPhone, "address", "广州市天河区体育西路1号"),
        "recipient",
        Map.of("name", "李丽", "phone", "13900139000", "address", "上海市徐汇区漕溪北路8号"),
        "scans",
        scans);
  }
}
