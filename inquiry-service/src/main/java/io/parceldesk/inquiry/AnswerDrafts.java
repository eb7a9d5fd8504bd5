package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.InquiryClass.DELAYED;
import static io.parceldesk.inquiry.InquiryClass.HAS_RESULT;
import static io.parceldesk.inquiry.InquiryClass.NO_RESULT;

import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.directory.KnownOutlets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said to a customer at once, in the customer's language, from the parcel's last scan
 * and what holds it up (INQ-12 to INQ-16). It holds no personal data.
 */
@ApplicationScoped
public class AnswerDrafts {
  private final ParcelRepository parcels;
  private final ProblemParcels problems;
  private final KnownOutlets outlets;
  private final DraftWords words;
  private final Seal seal;

  AnswerDrafts(
      ParcelRepository parcels,
      ProblemParcels problems,
      KnownOutlets outlets,
      DraftWords words,
      Seal seal) {
    this.parcels = parcels;
    this.problems = problems;
    this.outlets = outlets;
    this.words = words;
    this.seal = seal;
  }

  /** The draft where it is an answer: nothing has to be asked or found out first. */
  public Optional<String> answerTo(Inquiry inquiry) {
    var current = parcels.known(inquiry.intake().waybill());
    return current != null && current.lastScan() != null && isAnswer(inquiry)
        ? of(inquiry, 0)
        : Optional.empty();
  }

  private static boolean isAnswer(Inquiry inquiry) {
    return List.of(HAS_RESULT, DELAYED).contains(inquiry.inquiryClass());
  }

  /** Empty where no parcel is asked about, and once the customer was answered. */
  Optional<String> of(Inquiry inquiry, int candidates) {
    if (inquiry.inquiryClass() == null || !inquiry.status().leadsTo(InquiryStatus.ANSWERED)) {
      return Optional.empty();
    }
    var language = languageOf(inquiry);
    var text =
        switch (inquiry.inquiryClass()) {
          case HAS_RESULT, DELAYED, NO_RESULT -> aboutParcel(inquiry, language);
          case NO_WAYBILL ->
              words.say(
                  language,
                  candidates == 0 ? "NO_WAYBILL.none" : "NO_WAYBILL.some",
                  Map.of("count", candidates));
        };
    return Optional.of(
        inquiry.isPastValidity()
            ? words.say(
                    language,
                    "expired",
                    Map.of("until", words.date(language, inquiry.validUntil())))
                + text
            : text);
  }

  private String aboutParcel(Inquiry inquiry, String language) {
    var waybill = inquiry.intake().waybill();
    var values = new HashMap<String, Object>();
    values.put("waybill", Masks.waybill(waybill));
    var parcel = parcels.known(waybill);
    var last = parcel == null ? null : parcel.lastScan();
    if (last == null) {
      return words.say(language, NO_RESULT + ".unknown", values);
    }
    values.put("at", words.time(language, last.at()));
    values.put("scan", words.say(language, "scan." + last.type(), Map.of()));
    values.put("place", place(language, last.outlet()));
    values.put("promised", words.time(language, parcel.terms().promisedAt()));
    values.put("promise", parcel.terms().promisedAt() == null ? "" : promise(language, values));
    values.put("cause", cause(language, waybill));
    values.put("expected", expected(language, last.type()));
    return words.say(language, key(inquiry.inquiryClass(), last.type()), values);
  }

  private static String key(InquiryClass found, ScanType last) {
    return found == HAS_RESULT && last.endsJourney() ? found + "." + last : found.name();
  }

  private String place(String language, String outlet) {
    return outlet == null
        ? ""
        : words.say(language, "place", Map.of("outlet", outlets.nameOf(outlet).orElse(outlet)));
  }

  private String promise(String language, Map<String, Object> values) {
    return words.say(language, "promise", values);
  }

  private String cause(String language, String waybill) {
    var cause = problems.causeOn(waybill).map(Enum::name).orElse("none");
    return words.say(language, "cause." + cause, Map.of());
  }

  private String expected(String language, ScanType last) {
    var known = last == ScanType.OUT_FOR_DELIVERY ? "today" : "none";
    return words.say(language, "expected." + known, Map.of());
  }

  /** What was asked, found and said, for whoever goes on with it (INQ-15). */
  public String historyOf(Inquiry inquiry) {
    var language = languageOf(inquiry);
    var told = new StringBuilder();
    told.append(
        words.say(
            language,
            "history.question",
            Map.of(
                "number", inquiry.number(),
                "at", words.time(language, inquiry.openedAt()),
                "question", inquiry.intake().question())));
    if (inquiry.inquiryClass() != null) {
      told.append("\n")
          .append(
              words.say(language, "history.class", Map.of("class", inquiry.inquiryClass().name())));
    }
    var reply = inquiry.reply();
    if (reply.promisedReplyAt() != null) {
      var at = words.time(language, reply.promisedReplyAt());
      told.append("\n").append(words.say(language, "history.promise", Map.of("at", at)));
    }
    if (reply.answer() != null) {
      var answer =
          Map.<String, Object>of(
              "at", words.time(language, reply.answeredAt()), "answer", reply.answer());
      told.append("\n").append(words.say(language, "history.answer", answer));
    }
    return told.toString();
  }

  private String languageOf(Inquiry inquiry) {
    return DraftWords.languageOf(
        seal.show(inquiry.contact(), Contact.class, Contact::locale, "zh-CN"));
  }
}
