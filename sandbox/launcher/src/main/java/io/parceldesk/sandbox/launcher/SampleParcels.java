package io.parceldesk.sandbox.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 200 parcels, the same ones every time, dispatched in the days before the given one: most were
 * delivered, some are late, some lie at an outlet, and of some nothing was seen after dispatch.
 */
final class SampleParcels {
  /** So many of them are late. */
  static final int DELAYED = 30;

  private static final int COUNT = 200;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> OUTLETS =
      List.of(
          "LLT-GZ-01",
          "LLT-GZ-02",
          "LLT-ZS-01",
          "LLT-SH-01",
          "LLT-SH-02",
          "LLT-HZ-01",
          "LLT-BJ-01",
          "LLT-BJ-02",
          "LLT-TJ-01");
  private static final List<String> STREETS =
      List.of(
          "广东省广州市天河区体育西路",
          "广东省广州市白云区机场路",
          "广东省中山市石岐区孙文东路",
          "上海市浦东新区世纪大道",
          "上海市徐汇区漕溪北路",
          "浙江省杭州市西湖区文三路",
          "北京市海淀区中关村大街",
          "北京市通州区新华西街",
          "天津市和平区南京路");
  private static final List<String> GOODS = List.of("文具", "衣物", "手机", "书籍", "茶叶");
  private static final String FAMILY_NAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高梁";
  private static final List<String> GIVEN_NAMES =
      List.of("伟", "芳", "娜", "敏", "静", "丽华", "志强", "秀英", "建国", "晓明", "海燕", "文斌", "雪梅");

  /** How a parcel fares; the shares are those of a bad week. */
  enum Fate {
    DELIVERED,
    DELAYED,
    STUCK,
    LOST;

    static Fate of(int number) {
      return switch (number % 20) {
        case 3, 9, 15 -> DELAYED;
        case 6, 18 -> STUCK;
        case 12 -> LOST;
        default -> DELIVERED;
      };
    }
  }

  /** The waybill of the n-th parcel, from 1. */
  static String waybill(int number) {
    return "LLT88%08d".formatted(number);
  }

  /** The n-th parcel of a fate, from 1. */
  static String waybill(Fate fate, int nth) {
    return waybill(
        IntStream.rangeClosed(1, COUNT)
            .filter(number -> Fate.of(number) == fate)
            .skip(nth - 1)
            .findFirst()
            .orElseThrow());
  }

  static String ndjson(LocalDate today) {
    return IntStream.rangeClosed(1, COUNT)
        .mapToObj(number -> parcel(number, today).toString())
        .collect(Collectors.joining("\n"));
  }

  /** The outlet that has to deliver the parcel. */
  static String destination(int number) {
    return OUTLETS.get((number % OUTLETS.size() + 1 + number % 5) % OUTLETS.size());
  }

  private static ObjectNode parcel(int number, LocalDate today) {
    var fate = Fate.of(number);
    var from = OUTLETS.get(number % OUTLETS.size());
    var to = destination(number);
    var dispatchedOn = today.minusDays(daysAgo(fate, number));
    var parcel = JSON.createObjectNode();
    parcel.put("waybill", waybill(number));
    parcel.put("route", "DOMESTIC");
    parcel.put("dispatchedOn", dispatchedOn.toString());
    parcel.put("promisedAt", at(dispatchedOn.plusDays(3), 18, 0));
    parcel.put("fromOutlet", from);
    parcel.put("toOutlet", to);
    parcel.set("freight", cny("%d.00".formatted(12 + number % 9)));
    if (number % 4 == 0) {
      parcel.set("insuredAmount", cny("%d.00".formatted(500 + number * 10)));
    }
    parcel.set("sender", party(number, from, 8000));
    parcel.set("recipient", party(number + 7, to, 8300));
    parcel.put("product", "STANDARD");
    parcel.put("deliveryMode", "DOOR");
    parcel.put("goods", GOODS.get(number % GOODS.size()));
    parcel.put("pieces", 1);
    parcel.put("weightKg", "%d.%d".formatted(1 + number % 3, number % 10));
    parcel.set("scans", scans(number, today, from, to));
    for (var scan : parcel.withArray("scans")) {
      var scanId = "%s/%s".formatted(waybill(number), scan.path("at").asText());
      ((ObjectNode) scan).put("scanId", scanId);
    }
    return parcel;
  }

  private static int daysAgo(Fate fate, int number) {
    return switch (fate) {
      case DELIVERED -> 3 + number % 10;
      case DELAYED -> 4 + number % 2;
      case STUCK -> 5 + number % 4; // their thorough-delay limit is not near yet
      case LOST -> 9 + number % 5;
    };
  }

  /** A lost parcel has no scan after its dispatch (INQ-13). */
  private static ArrayNode scans(int number, LocalDate today, String from, String to) {
    var fate = Fate.of(number);
    var dispatchedOn = today.minusDays(daysAgo(fate, number));
    var scans = JSON.createArrayNode();
    var minute = number % 60;
    scan(scans, "ACCEPTED", at(dispatchedOn, 10, minute), from);
    scan(scans, "DEPARTED", at(dispatchedOn, 20, minute), from);
    if (fate == Fate.LOST) {
      return scans;
    }
    scan(scans, "ARRIVED", at(dispatchedOn.plusDays(2), 6, minute), to);
    if (fate == Fate.DELAYED) {
      scan(scans, "FAILED", at(dispatchedOn.plusDays(2), 9, minute), to);
    }
    if (fate == Fate.DELAYED || fate == Fate.STUCK) {
      // counted in the outlet's store last night: only lost ones are silent, and a matter for their
      // senders
      scan(scans, "ARRIVED", at(today.minusDays(1), 21, minute), to);
    }
    if (fate == Fate.DELIVERED) {
      scan(scans, "OUT_FOR_DELIVERY", at(dispatchedOn.plusDays(2), 8, minute), to);
      scan(scans, "DELIVERED", at(dispatchedOn.plusDays(2), 14, minute), to);
    }
    return scans;
  }

  private static void scan(ArrayNode scans, String type, String at, String outlet) {
    scans.addObject().put("type", type).put("at", at).put("outlet", outlet);
  }

  private static ObjectNode party(int number, String outlet, int firstPhone) {
    var family = FAMILY_NAMES.charAt(number % FAMILY_NAMES.length());
    var street = STREETS.get(OUTLETS.indexOf(outlet));
    return JSON.createObjectNode()
        .put("name", family + GIVEN_NAMES.get(number % GIVEN_NAMES.size()))
        .put("phone", "1380013%04d".formatted(firstPhone + number))
        .put("address", "%s%d号".formatted(street, 1 + number % 180));
  }

  private static ObjectNode cny(String amount) {
    return JSON.createObjectNode().put("amount", amount).put("currency", "CNY");
  }

  private static String at(LocalDate day, int hour, int minute) {
    return day.atTime(LocalTime.of(hour, minute)).atZone(ZONE).toInstant().toString();
  }

  private SampleParcels() {}
}
