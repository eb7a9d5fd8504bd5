package io.parceldesk.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.SmsText;
import io.parceldesk.notification.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedWordingsTest {
  private static final String SIGNATURE = "【路路通速运】";

  /** The longest that each value can be, in either language. */
  private static final Map<String, Object> LONGEST =
      Map.ofEntries(
          Map.entry("number", "CMP-261122-100000X"),
          Map.entry("survivor", "CMP-261122-100001X"),
          Map.entry("page", "https://kd.lulutong.example.com/p"),
          Map.entry("code", "K7QM4-XW2PD"),
          Map.entry("outcome", "delivery goes on"),
          Map.entry("waybill", "LLT8*******417"),
          Map.entry("waybills", "LLT8*******417, LLT8*******425 and others (500 parcels)"),
          Map.entry("lost", true),
          Map.entry("searching", true),
          Map.entry("final", true),
          Map.entry("kind", "Problem parcel"),
          Map.entry("outlet", "路路通广州天河区石牌东路营业部"),
          Map.entry("level", "the department head"),
          Map.entry("trigger", "customer dissatisfied"),
          Map.entry("occasion", "had no scan for long"),
          Map.entry("priority", "urgent"),
          Map.entry("deadline", "department reply"),
          Map.entry("dueAt", "30 Nov 23:59"),
          Map.entry("answerBy", "30 Nov 23:59"),
          Map.entry("amount", "1000000.00"),
          Map.entry("host", "parceldesk-webhooks.gz-tianhe.lulutong.example.com"),
          Map.entry("endpoint", "0199c3f0-7a52-7c5e-9d58-3d9b0f3c1e11"),
          Map.entry("since", "2026-11-30 23:59"),
          Map.entry("reason", "failed for 120 hours"),
          Map.entry("collectBy", "30 Nov 23:59"),
          Map.entry("objectionBy", "30 Nov 23:59"),
          Map.entry("payBy", "30 Nov"),
          Map.entry("sendBy", "30 Nov 23:59"),
          Map.entry("evidence", "bank account proof, marker copy photo and more"),
          Map.entry("allEvidence", "bank account proof, marker copy photo, invoice"),
          Map.entry("instruction", "another recipient or phone"),
          Map.entry("returns", "3"),
          Map.entry("answer", "open to negotiation"),
          Map.entry("filingOpen", true),
          Map.entry("settledBy", "nobody objected in time, and the ruling stands"),
          Map.entry("way", "through the accounts of the outlets"),
          Map.entry("side", "The outlet held liable"),
          Map.entry("paidBack", "1000000.00"),
          Map.entry("alerts", "1000"),
          Map.entry("cases", "1000"),
          Map.entry("first", "CMP-261122-100000X"),
          Map.entry("summary", "complaints assigned 1000, disputes submitted 1000…"),
          Map.entry("list", "escalations 400\nCMP-261122-100000X\nCMP-261122-100001X"),
          Map.entry("company", "路路通速运"));

  static List<Wording> wordings() {
    return ShippedWordings.read();
  }

  static Stream<Wording> sms() {
    return wordings().stream().filter(wording -> wording.id().channel() == MessageChannel.SMS);
  }

  static Stream<Wording> mails() {
    return wordings().stream().filter(wording -> wording.id().channel() == MessageChannel.EMAIL);
  }

  @ParameterizedTest
  @MethodSource("sms")
  void fitIntoTwoSegments(Wording wording) {
    var text = new SmsText(SIGNATURE + wording.body(LONGEST));

    assertThat(text.segments()).as(text.text()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("sms")
  void bringNoBracketsAndNoCharactersOutsideTheBmp(Wording wording) {
    assertThat(wording.source().body()).doesNotContain("【", "】");
    assertThat(wording.source().body().codePoints()).allMatch(Character::isBmpCodePoint);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void stateTheMatterInTheSubject(Wording mail) {
    var matter = isOfAnEndpoint(mail) ? "lulutong.example.com" : "CMP-261122-100000X";

    if (!mail.id().key().startsWith("digest")) {
      assertThat(mail.subject(LONGEST)).contains(matter);
    }
    assertThat(mail.subject(LONGEST)).hasSizeLessThan(110);
    assertThat(mail.body(LONGEST)).contains(matter, "路路通速运");
  }

  private static boolean isOfAnEndpoint(Wording mail) {
    return mail.id().key().startsWith("webhook-endpoint-");
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void leaveOutWhatIsMissing(Wording wording) {
    var missing = new HashMap<>(LONGEST);
    missing.put("waybill", null);
    missing.put("waybills", null);
    missing.put("occasion", null);
    missing.put("answerBy", null);
    missing.put("dueAt", null);

    assertThat(wording.body(missing)).doesNotContain("null", "NOT_FOUND", "（运单", "LLT8");
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void areThereInBothLanguages(Wording wording) {
    var languages =
        wordings().stream()
            .filter(other -> other.id().key().equals(wording.id().key()))
            .filter(other -> other.id().channel() == wording.id().channel())
            .map(other -> other.id().locale())
            .collect(Collectors.toSet());

    assertThat(languages).containsExactlyInAnyOrder("zh-CN", "en");
  }
}
