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
import io.parceldesk.contracts.InquiryEvent.InquiryOpened;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InquiryTest {
  private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
  private static final Instant TEN = NINE.plusSeconds(3600);

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
        .containsExactly(InquiryAction.PROMISE, InquiryAction.ANSWER, InquiryAction.CONVERSION);
  }

  @Test
  void announcesItsOpening() {
    var change = aboutAPrice().opened();

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
    var inquiry = new Inquiry(ticket(true), question(Subject.PRICE, null), null);

    assertThat(inquiry.priority()).isEqualTo(Priority.HIGH);
  }

  @Test
  void isRespondedToByAPromise() {
    var inquiry = aboutAPrice();

    var change = inquiry.promise(TEN, NINE);

    assertThat(inquiry.promisedReplyAt()).isEqualTo(TEN);
    assertThat(change.clocks())
        .containsExactly(new Meet("FIRST_RESPONSE"), new Start("PROMISED_REPLY", TEN));
  }

  @Test
  void isNotPromisedForAMomentThatHasPassed() {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> aboutAPrice().promise(NINE, NINE))
        .satisfies(refusal -> assertThat(refusal.members()).containsEntry("rule", "INQ-17"));
  }

  @Test
  void keepsItsPromiseByAnAnswer() {
    var inquiry = aboutAPrice();
    inquiry.promise(TEN, NINE);

    var change = inquiry.answer("18.00 yuan up to one kilogram", NINE.plusSeconds(60));

    assertThat(inquiry.status()).isEqualTo(InquiryStatus.ANSWERED);
    assertThat(change.clocks()).contains(new Meet("FIRST_RESPONSE"), new Meet("PROMISED_REPLY"));
    assertThat(change.events())
        .singleElement()
        .isInstanceOfSatisfying(
            InquiryAnswered.class,
            answered -> assertThat(answered.answeredAt()).isEqualTo(NINE.plusSeconds(60)));
  }

  @Test
  void becomesAComplaintWhoseClocksAreItsOwn() {
    var inquiry = aboutAPrice();
    inquiry.answer("18.00 yuan", NINE);

    var change = inquiry.convert("OVERCHARGE", "sealed words", TEN);

    assertThat(inquiry.status()).isEqualTo(InquiryStatus.CONVERTED);
    assertThat(inquiry.closedAt()).isEqualTo(TEN);
    assertThat(inquiry.possibleActions()).isEmpty();
    assertThat(change.clocks())
        .containsExactly(new Cancel("FIRST_RESPONSE"), new Cancel("PROMISED_REPLY"));
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
    inquiry.answer("It arrives today", NINE);
    inquiry.close(NINE);

    var change = inquiry.reopen();

    assertThat(inquiry.status()).isEqualTo(InquiryStatus.CLASSIFIED);
    assertThat(inquiry.closedAt()).isNull();
    assertThat(inquiry.answer()).isNull();
    assertThat(change.clocks()).containsExactly(new Start("FIRST_RESPONSE", null));
  }

  private static Inquiry aboutAPrice() {
    return inquiry(Subject.PRICE, null, null);
  }

  private static Inquiry inquiry(Subject subject, String waybill, Parcel parcel) {
    return new Inquiry(ticket(false), question(subject, waybill), parcel);
  }

  private static Ticket ticket(boolean repeatedContact) {
    return new Ticket(CaseNumber.of(CaseKind.INQUIRY, NINE, 318), NINE, repeatedContact);
  }

  private static NewInquiry question(Subject subject, String waybill) {
    return new NewInquiry(
        Channel.PHONE,
        subject,
        waybill,
        false,
        CustomerTier.ORDINARY,
        "sealed",
        "phone",
        "name",
        "When will it come?");
  }
}
