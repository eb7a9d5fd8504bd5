package io.parceldesk.notification;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.OneTimeCode;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.shipped.ShippedFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The values that words may use, in the recipient's language and time zone. */
@ApplicationScoped
public class Vocabulary {
  private static final TypeReference<Map<String, JsonNode>> WORDS = new TypeReference<>() {};

  /** Of the amounts that an event names, the one that it is about. */
  private static final String[] AMOUNTS = {
    "/offered/amount",
    "/owed/amount",
    "/agreed/amount",
    "/paid/amount",
    "/award/amount",
    "/amount/amount",
    "/claimed/amount"
  };

  /** So that it fits into two segments whatever is asked for; English is longer. */
  private static final Map<String, Integer> PAPERS_IN_AN_SMS = Map.of("zh-CN", 3, "en", 2);

  /** Why a parcel is a problem that nobody has at hand. */
  private static final Set<String> UNSEEN = Set.of("NO_SCAN", "LIMIT_NEAR");

  private static final Set<String> NAMES =
      Set.of(
          "number",
          "survivor",
          "page",
          "code",
          "outcome",
          "lost",
          "waybill",
          "waybills",
          "outlet",
          "company",
          "kind",
          "priority",
          "level",
          "trigger",
          "occasion",
          "searching",
          "deadline",
          "dueAt",
          "answerBy",
          "collectBy",
          "objectionBy",
          "final",
          "payBy",
          "instruction",
          "returns",
          "amount",
          "evidence",
          "allEvidence",
          "sendBy",
          "answer",
          "filingOpen",
          "settledBy",
          "way",
          "side",
          "paidBack");

  private static final Set<String> DIGEST_NAMES =
      Set.of("company", "outlet", "alerts", "cases", "first", "summary", "list");

  private static final Set<String> ENDPOINT_NAMES =
      Set.of("company", "outlet", "host", "endpoint", "since", "reason");

  private final Map<String, JsonNode> words = ShippedFile.yaml("notifications/words.yaml", WORDS);
  private final String company;
  private final String page;
  private final Seal seal;

  /** {@code page} is where customers use the codes that messages give them, at a fixed address. */
  Vocabulary(
      SmsConfig config, @ConfigProperty(name = "parceldesk.customer-page") String page, Seal seal) {
    this.company = config.signature();
    this.page = page;
    this.seal = seal;
  }

  /** Every name is there; what the event does not have is null. */
  public Map<String, Object> values(
      Happening happening, String outletName, String locale, ZoneId zone) {
    var language = language(locale);
    var facts = happening.facts();
    var values = new HashMap<String, Object>();
    values.put("number", facts.number());
    values.put("survivor", happening.text("/survivor/number"));
    values.put("page", page);
    values.put("code", code(happening.text("/accessCode")));
    values.put("outcome", word(language, "outcome", happening.text("/outcome")));
    values.put("lost", "LOST".equals(happening.text("/outcome")));
    values.put("waybill", Masks.waybill(facts.waybill()));
    values.put("waybills", waybills(language, happening));
    values.put("outlet", outletName);
    values.put("company", company);
    values.put("kind", word(language, "kind", facts.kind()));
    values.put("priority", word(language, "priority", facts.priority()));
    values.put("level", word(language, "level", String.valueOf(happening.level())));
    values.put("trigger", word(language, "trigger", happening.text("/trigger")));
    values.put("occasion", word(language, "occasion", happening.text("/occasion")));
    values.put("searching", UNSEEN.contains(String.valueOf(happening.text("/occasion"))));
    values.put("deadline", word(language, "deadline", happening.text("/deadline/kind")));
    values.put("dueAt", time(language, zone, happening.text("/deadline/dueAt")));
    values.put(
        "answerBy", time(language, zone, firstOf(happening, "/answerBy", "/replyBy", "/offerBy")));
    values.put("collectBy", time(language, zone, happening.text("/collectBy")));
    var isFinal = happening.data().path("final").asBoolean();
    values.put("final", isFinal);
    values.put(
        "objectionBy", isFinal ? null : time(language, zone, happening.text("/objectionBy")));
    values.put("payBy", date(language, happening.text("/payBy")));
    values.put("instruction", word(language, "instruction", happening.text("/instruction")));
    values.put("returns", String.valueOf(happening.data().at("/returns").asInt()));
    values.put("amount", firstOf(happening, AMOUNTS));
    var papers = happening.data().path(happening.data().has("slots") ? "slots" : "missing");
    values.put("evidence", evidence(language, papers, PAPERS_IN_AN_SMS.get(language)));
    values.put("allEvidence", evidence(language, papers, Integer.MAX_VALUE));
    values.put("sendBy", time(language, zone, happening.text("/sendBy")));
    values.put("answer", word(language, "answer", happening.text("/answer")));
    values.put("filingOpen", happening.data().path("filingOpen").asBoolean());
    values.put("settledBy", word(language, "settledBy", happening.text("/settledBy")));
    values.put("way", word(language, "way", happening.text("/way")));
    values.put("side", word(language, "side", happening.text("/objectedBy")));
    values.put("paidBack", happening.text("/paidBack/amount"));
    return values;
  }

  /** Of several parcels the first ones and how many there are; else the case's own, or null. */
  private static String waybills(String language, Happening happening) {
    var first = happening.data().path("waybills");
    if (first.isEmpty()) {
      return Masks.waybill(happening.facts().waybill());
    }
    var isEnglish = language.equals("en");
    var named =
        StreamSupport.stream(first.spliterator(), false)
            .map(waybill -> Masks.waybill(waybill.asText()))
            .collect(Collectors.joining(isEnglish ? ", " : "、"));
    var count = happening.data().path("parcels").asInt();
    var some = count > first.size() ? named + (isEnglish ? " and others" : "等") : named;
    return isEnglish ? "%s (%d parcels)".formatted(some, count) : "%s（共%d票）".formatted(some, count);
  }

  /** The first papers that are asked for, by name; null where none are. */
  private String evidence(String language, JsonNode slots, int atMost) {
    if (slots.isEmpty()) {
      return null;
    }
    var isEnglish = language.equals("en");
    var named =
        StreamSupport.stream(slots.spliterator(), false)
            .limit(atMost)
            .map(slot -> word(language, "evidence", slot.asText()))
            .collect(Collectors.joining(isEnglish ? ", " : "、"));
    return slots.size() <= atMost ? named : named + (isEnglish ? " and more" : "等");
  }

  /** One of the alerts that a digest tells. */
  public record Alert(String event, String caseNumber) {}

  /** The values of a digest: how many alerts of which kind, about which cases. */
  public Map<String, Object> digest(List<Alert> alerts, String outletName, String locale) {
    var language = language(locale);
    var cases = alerts.stream().map(Alert::caseNumber).distinct().toList();
    var kinds =
        alerts.stream()
            .collect(Collectors.groupingBy(Alert::event, LinkedHashMap::new, Collectors.toList()));
    var values = new HashMap<String, Object>();
    values.put("company", company);
    values.put("outlet", outletName);
    values.put("alerts", String.valueOf(alerts.size()));
    values.put("cases", String.valueOf(cases.size()));
    values.put("first", cases.get(0));
    values.put("summary", summary(language, kinds));
    values.put(
        "list",
        kinds.entrySet().stream()
            .map(kind -> list(language, kind.getKey(), kind.getValue()))
            .collect(Collectors.joining("\n\n")));
    return values;
  }

  /** The two kinds that there are most of, so that it fits into an SMS. */
  private String summary(String language, Map<String, List<Alert>> kinds) {
    var most =
        kinds.entrySet().stream()
            .sorted(Comparator.comparing(kind -> -kind.getValue().size()))
            .limit(2)
            .map(kind -> count(language, kind.getKey(), kind.getValue().size()))
            .collect(Collectors.joining(language.equals("en") ? ", " : "、"));
    return kinds.size() > 2 ? most + "…" : most;
  }

  private String count(String language, String event, int count) {
    return language.equals("en")
        ? word(language, "event", event) + " " + count
        : word(language, "event", event) + count + "条";
  }

  private String list(String language, String event, List<Alert> alerts) {
    return Stream.concat(
            Stream.of(count(language, event, alerts.size())),
            alerts.stream().map(Alert::caseNumber).distinct())
        .collect(Collectors.joining("\n"));
  }

  private static String language(String locale) {
    return locale.startsWith("en") ? "en" : "zh-CN";
  }

  /** Names of the values that a message may use: most are about a case. */
  public static Set<String> names(String key) {
    return isDigest(key) ? DIGEST_NAMES : isOfAnEndpoint(key) ? ENDPOINT_NAMES : NAMES;
  }

  public static boolean isDigest(String key) {
    return key.startsWith("digest.");
  }

  /** Whether it is about a webhook endpoint and not about a case. */
  public static boolean isOfAnEndpoint(String key) {
    return key.startsWith("webhook-endpoint-");
  }

  /** Every value as long as it gets, so that what is written with it never gets longer. */
  public Map<String, Object> longest(String locale) {
    var language = language(locale);
    var isEnglish = language.equals("en");
    var values = new HashMap<String, Object>();
    values.put("number", "CMP-261122-100000X");
    values.put("survivor", "CMP-261122-100001X");
    values.put("page", page);
    values.put("code", "K7QM4-XW2PD");
    values.put("first", "CMP-261122-100000X");
    values.put("waybill", "LLT8********417");
    values.put(
        "waybills", String.join(", ", Collections.nCopies(5, "LLT8********417")) + "（共500票）");
    values.put("lost", true);
    values.put("searching", true);
    values.put("final", true);
    values.put("outlet", "路路通广州天河区石牌东路营业部");
    values.put("company", company);
    for (var table :
        List.of(
            "kind",
            "priority",
            "level",
            "trigger",
            "occasion",
            "deadline",
            "instruction",
            "outcome",
            "answer",
            "settledBy",
            "way",
            "side")) {
      values.put(table, longestWord(language, table));
    }
    var paper = longestWord(language, "evidence");
    values.put(
        "evidence",
        isEnglish ? String.join(", ", paper, paper) + " and more" : paper.repeat(3) + "、、等");
    values.put("allEvidence", values.get("evidence"));
    for (var time : List.of("dueAt", "answerBy", "collectBy", "objectionBy", "sendBy")) {
      values.put(time, isEnglish ? "30 Sept 23:59" : "12月30日23:59");
    }
    values.put("payBy", isEnglish ? "30 Sept" : "12月30日");
    values.put("returns", "3");
    values.put("host", "parceldesk-webhooks.gz-tianhe.lulutong.example.com");
    values.put("endpoint", "0199c3f0-7a52-7c5e-9d58-3d9b0f3c1e11");
    values.put("since", "2026-11-30 23:59");
    values.put("reason", "failed for 120 hours");
    values.put("amount", "1000000.00");
    values.put("paidBack", "1000000.00");
    values.put("filingOpen", true);
    values.put("alerts", "1000");
    values.put("cases", "1000");
    var kind = longestWord(language, "event");
    values.put(
        "summary",
        isEnglish ? kind + " 1000, " + kind + " 1000…" : kind + "1000条、" + kind + "1000条…");
    values.put("list", kind + "\nCMP-261122-100000X\nCMP-261122-100001X");
    return values;
  }

  /** Buried with its event when the key is missing, as a contact is. */
  private String code(String sealed) {
    try {
      return sealed == null ? null : seal.open(sealed, OneTimeCode.class).code();
    } catch (BrokenSeal e) {
      throw new DomainException(422, "sealed-code", "The sealed code cannot be opened");
    }
  }

  private String longestWord(String language, String table) {
    return StreamSupport.stream(words.get(language).path(table).spliterator(), false)
        .map(JsonNode::asText)
        .max(Comparator.comparing(String::length))
        .orElseThrow();
  }

  /** A code that has no word yet is said as it is. */
  private String word(String language, String table, String code) {
    return code == null ? null : words.get(language).path(table).path(code).asText(code);
  }

  private String time(String language, ZoneId zone, String instant) {
    if (instant == null) {
      return null;
    }
    var format = words.get(language).path("time").asText();
    return DateTimeFormatter.ofPattern(format, Locale.forLanguageTag(language))
        .format(Instant.parse(instant).atZone(zone));
  }

  private String date(String language, String date) {
    if (date == null) {
      return null;
    }
    var format = words.get(language).path("date").asText();
    return DateTimeFormatter.ofPattern(format, Locale.forLanguageTag(language))
        .format(LocalDate.parse(date));
  }

  private static String firstOf(Happening happening, String... pointers) {
    return Stream.of(pointers)
        .map(happening::text)
        .filter(text -> text != null)
        .findFirst()
        .orElse(null);
  }
}
