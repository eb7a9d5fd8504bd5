package io.parceldesk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Channel;
import io.parceldesk.chassis.cases.ClockStep.Cancel;
import io.parceldesk.chassis.cases.ClockStep.Meet;
import io.parceldesk.chassis.cases.ClockStep.Start;
import io.parceldesk.chassis.cases.CustomerTier;
import io.parceldesk.chassis.cases.Priority;
import io.parceldesk.chassis.cases.Ticket;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.IllegalTransition;
import io.parceldesk.contracts.InquiryEvent.InquiryAnswered;
import io.parceldesk.contracts.InquiryEvent.InquiryConverted;
import io.parceldesk.contracts.InquiryEvent.InquiryIdentified;
import io.parceldesk.contracts.InquiryEvent.InquiryOpened;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InquiryTest {
  private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
  private static final Instant TEN = NINE.plusSeconds(3600);
  private static final AccessCode CODE = new AccessCode("sealed code", "index", TEN);

  @Test
  void isClassifiedWhenItIsAboutAParcel() {
    var inquiry = inquiry(Subject.DELIVERY_STATE, "LLT8812604417", Parcels.onItsWay());

    assertThat(inquiry.status()).isEqualTo(InquiryStatus.CLASSIFIED);
    assertThat(inquiry.inquiryClass()).isEqualTo(InquiryClass.HAS_RESULT);
    assertThat(inquiry.waybillKnown()).isTrue();
    assertThat(inquiry.owner().outlet())
        .as("the delivering outlet can answer best")
        .isEqualTo("LLT-CD-02");
  }

  @Test
  void acceptsAWaybillThatNobodyKnows() {
    var inquiry = inquiry(Subject.DELIVERY_STATE, "LLT0000000000", null);

    assertThat(inquiry.waybillKnown()).isFalse();
    assertThat(inquiry.inquiryClass()).isEqualTo(InquiryClass.NO_RESULT);
  }

  @Test
  void helpsWithoutAWaybill() {
    assertThat(inquiry(Subject.DELIVERY_STATE, null, null).inquiryClass())
        .isEqualTo(InquiryClass.NO_WAYBILL);
  }

  @Test
  void needsNoClassWhenItIsAboutAPrice() {
    var inquiry = aboutAPrice();

    assertThat(inquiry.status()).isEqualTo(InquiryStatus.NEW);
    assertThat(inquiry.inquiryClass()).isNull();
    assertThat(inquiry.possibleActions())
        .containsExactly(
            InquiryAction.WAYBILL,
            InquiryAction.PROMISE,
            InquiryAction.ANSWER,
            InquiryAction.CONVERSION);
  }

  @Test
  void announcesItsOpening() {
    var change = aboutAPrice().opened(true);

    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            InquiryOpened.class,
            opened -> {
              assertThat(opened.subject()).isEqualTo("PRICE");
              assertThat(opened.channel()).isEqualTo("PHONE");
              assertThat(opened.facts().status()).isEqualTo("NEW");
              assertThat(opened.contact()).isEqualTo("sealed");
            });
  }

  @Test
  void putsThoseWhoHadToComeBackFirst() {
    var inquiry = new Inquiry(ticket(true), question(Subject.PRICE, null), null, null);

    assertThat(inquiry.priority()).isEqualTo(Priority.HIGH);
  }

  @Test
  void isRespondedToByAPromise() {
    var inquiry = aboutAPrice();

    var change = inquiry.promise(TEN, null, NINE);

    assertThat(inquiry.reply().promisedReplyAt()).isEqualTo(TEN);
    assertThat(change.clocks())
        .containsExactly(
            new Meet("FIRST_RESPONSE"), new Meet("INFORM"), new Start("PROMISED_REPLY", TEN));
  }

  @Test
  void isNotPromisedForAMomentThatHasPassed() {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> aboutAPrice().promise(NINE, null, NINE))
        .satisfies(refusal -> assertThat(refusal.members()).containsEntry("rule", "INQ-17"));
  }

  @Test
  void keepsItsPromiseByAnAnswer() {
    var inquiry = aboutAPrice();
    inquiry.promise(TEN, null, NINE);

    var change = inquiry.answer("18.00 yuan up to one kilogram", CODE, NINE.plusSeconds(60));

    assertThat(inquiry.status()).isEqualTo(InquiryStatus.ANSWERED);
    assertThat(change.clocks())
        .contains(new Meet("FIRST_RESPONSE"), new Meet("PROMISED_REPLY"), new Meet("WORK_ORDER"));
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            InquiryAnswered.class,
            answered -> {
              assertThat(answered.answeredAt()).isEqualTo(NINE.plusSeconds(60));
              assertThat(answered.accessCode()).isEqualTo("sealed code");
            });
  }

  @Test
  void becomesAComplaintWhoseClocksAreItsOwn() {
    var inquiry = aboutAPrice();
    inquiry.answer("18.00 yuan", CODE, NINE);

    var change = inquiry.convert("OVERCHARGE", "sealed words", TEN);

    assertThat(inquiry.status()).isEqualTo(InquiryStatus.CONVERTED);
    assertThat(inquiry.closedAt()).isEqualTo(TEN);
    assertThat(inquiry.possibleActions()).isEmpty();
    assertThat(change.clocks())
        .containsExactly(
            new Cancel("FIRST_RESPONSE"),
            new Cancel("INFORM"),
            new Cancel("PROMISED_REPLY"),
            new Cancel("WORK_ORDER"));
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            InquiryConverted.class,
            converted -> {
              assertThat(converted.category()).isEqualTo("OVERCHARGE");
              assertThat(converted.statement()).isEqualTo("sealed words");
            });
  }

  @ParameterizedTest
  @EnumSource(
      value = InquiryStatus.class,
      names = {"CONVERTED"},
      mode = EnumSource.Mode.EXCLUDE)
  void mayBecomeAComplaintAtAnyTime(InquiryStatus status) {
    assertThat(status.leadsTo(InquiryStatus.CONVERTED)).isTrue();
  }

  @Test
  void isNotClosedUnanswered() {
    assertThatExceptionOfType(IllegalTransition.class)
        .isThrownBy(() -> aboutAPrice().close(TEN))
        .withMessage("NEW cannot become CLOSED");
  }

  @Test
  void startsItsFirstResponseAnewWhenTheCustomerComesBack() {
    var inquiry = inquiry(Subject.DELIVERY_STATE, "LLT8812604417", Parcels.onItsWay());
    inquiry.answer("It arrives today", CODE, NINE);
    inquiry.close(NINE);

    var change = inquiry.reopen(TEN, NINE);

    assertThat(inquiry.status()).isEqualTo(InquiryStatus.CLASSIFIED);
    assertThat(inquiry.closedAt()).isNull();
    assertThat(inquiry.reply().answer()).isNull();
    assertThat(change.clocks())
        .containsExactly(new Start("FIRST_RESPONSE", null), new Start("WORK_ORDER", null));
  }

  @Test
  void isNotReopenedForever() {
    var inquiry = aboutAPrice();
    inquiry.answer("18.00 yuan", CODE, NINE);
    inquiry.close(NINE);

    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> inquiry.reopen(TEN, TEN))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("reopening-too-late"));
  }

  @ParameterizedTest(name = "{0} by {1}: {2}, because {3}")
  @CsvSource({
    "unknown,    PHONE, true,  it cannot be found online (SLA-07)",
    "unknown,    WEB,   false, nobody waits on the line (AMB-27)",
    "on its way, PHONE, false, the scans tell where it is",
  })
  void hasToInformWhoPhonesInVain(String parcel, Channel channel, boolean starts, String because) {
    var known = parcel.equals("unknown") ? null : Parcels.onItsWay();
    var inquiry =
        new Inquiry(ticket(false), question(channel, false, "LLT8812604417"), known, null);

    assertThat(inquiry.opened(true).clocks().contains(new Start("INFORM", null)))
        .as(because)
        .isEqualTo(starts);
  }

  @ParameterizedTest(name = "{0}, urgent {1}, platform acknowledges {2}: {3}")
  @CsvSource({
    "PHONE, true,  false, true",
    "WEB,   false, true,  true",
    "WEB,   false, false, false",
    "WEB,   true,  true,  false",
  })
  void isRespondedToByAPersonOrWhereNothingIsUrgentByThePlatform(
      Channel channel, boolean urgent, boolean switchedOn, boolean expected) {
    var inquiry = new Inquiry(ticket(false), question(channel, urgent, null), null, null);

    assertThat(inquiry.opened(switchedOn).clocks().contains(new Meet("FIRST_RESPONSE")))
        .as("AMB-01")
        .isEqualTo(expected);
  }

  @Test
  void learnsItsWaybillWhenTheParcelIsFound() {
    var inquiry = inquiry(Subject.DELIVERY_STATE, null, null);

    var change = inquiry.identify("LLT8812604417", Parcels.onItsWay(), TEN, NINE);

    assertThat(change.events()).containsExactly(new InquiryIdentified(inquiry.facts(), NINE));
    assertThat(inquiry.intake().waybill()).isEqualTo("LLT8812604417");
    assertThat(inquiry.inquiryClass()).isEqualTo(InquiryClass.HAS_RESULT);
    assertThat(inquiry.owner().outlet()).isEqualTo("LLT-CD-02");
    assertThat(inquiry.possibleActions()).doesNotContain(InquiryAction.WAYBILL);
  }

  /** SLA-07: a question about prices becomes one about a parcel that cannot be found online. */
  @Test
  void hasToBeInformedOnceItsParcelIsNamedAndCannotBeFound() {
    var price = inquiry(Subject.PRICE, null, null);
    var change = price.identify("LLT8812604417", null, null, NINE);
    assertThat(change.clocks()).containsExactly(new Start("INFORM", null));

    var parcel = inquiry(Subject.DELIVERY_STATE, null, null);
    var runsAlready = parcel.identify("LLT8812604417", null, null, NINE);
    assertThat(runsAlready.clocks()).isEmpty();
  }

  @Test
  void saysThatAYearHasPassedButIsAnswered() {
    var question = question(Subject.DELIVERY_STATE, "LLT8812604417");

    var late = new Inquiry(ticket(false), question, Parcels.delivered(), NINE);
    var inTime = new Inquiry(ticket(false), question, Parcels.delivered(), TEN);

    assertThat(late.isPastValidity()).isTrue();
    assertThat(late.possibleActions()).contains(InquiryAction.ANSWER);
    assertThat(inTime.isPastValidity()).isFalse();
  }

  @Test
  void isReadOnce() {
    var inquiry = aboutAPrice();
    inquiry.answer("18.00 yuan", CODE, NINE);

    assertThat(inquiry.read(TEN).action()).isEqualTo("answer-read");
    assertThat(inquiry.read(TEN.plusSeconds(1))).isNull();
    assertThat(inquiry.reply().answerReadAt()).isEqualTo(TEN);
  }

  private static Inquiry aboutAPrice() {
    return inquiry(Subject.PRICE, null, null);
  }

  private static Inquiry inquiry(Subject subject, String waybill, Parcel parcel) {
    return new Inquiry(ticket(false), question(subject, waybill), parcel, null);
  }

  private static Ticket ticket(boolean repeatedContact) {
    return new Ticket(CaseNumber.of(CaseKind.INQUIRY, NINE, 318), NINE, repeatedContact);
  }

  private static NewInquiry question(Subject subject, String waybill) {
    return question(Channel.PHONE, subject, false, waybill);
  }

  private static NewInquiry question(Channel channel, boolean urgent, String waybill) {
    return question(channel, Subject.DELIVERY_STATE, urgent, waybill);
  }

  private static NewInquiry question(
      Channel channel, Subject subject, boolean urgent, String waybill) {
    return new NewInquiry(
        channel,
        subject,
        waybill,
        urgent,
        CustomerTier.ORDINARY,
        "sealed",
        "phone",
        "name",
        "When will it come?");
  }
}
