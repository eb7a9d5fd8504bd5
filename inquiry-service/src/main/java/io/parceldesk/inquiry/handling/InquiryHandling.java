package io.parceldesk.inquiry.handling;

import static io.parceldesk.inquiry.InquiryAction.ANSWER;
import static io.parceldesk.inquiry.InquiryAction.CLOSURE;
import static io.parceldesk.inquiry.InquiryAction.CONVERSION;
import static io.parceldesk.inquiry.InquiryAction.PROMISE;
import static io.parceldesk.inquiry.InquiryAction.REOPENING;
import static io.parceldesk.inquiry.InquiryAction.WAYBILL;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.contact.Statement;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.inquiry.AccessCodes;
import io.parceldesk.inquiry.AnswerDrafts;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.Inquiry;
import io.parceldesk.inquiry.InquiryPeriods;
import io.parceldesk.inquiry.ParcelRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** What the desk does with an inquiry (INQ-12 to INQ-17). */
@ApplicationScoped
class InquiryHandling {
  private final Inquiries inquiries;
  private final ParcelRepository parcels;
  private final AnswerDrafts drafts;
  private final AccessCodes codes;
  private final InquiryPeriods periods;
  private final Forms forms;
  private final Seal seal;

  InquiryHandling(
      Inquiries inquiries,
      ParcelRepository parcels,
      AnswerDrafts drafts,
      AccessCodes codes,
      InquiryPeriods periods,
      Forms forms,
      Seal seal) {
    this.inquiries = inquiries;
    this.parcels = parcels;
    this.drafts = drafts;
    this.codes = codes;
    this.periods = periods;
    this.forms = forms;
    this.seal = seal;
  }

  CaseFile<Inquiry> identify(CaseNumber number, IfMatch ifMatch, WaybillForm form) {
    return inquiries.change(
        number,
        ifMatch,
        WAYBILL,
        (inquiry, now) -> {
          var waybill = forms.valid(form).waybill();
          var parcel = parcels.known(waybill);
          return inquiry.identify(
              waybill, parcel, periods.validUntil(inquiry.profile(), parcel), now);
        });
  }

  CaseFile<Inquiry> promise(CaseNumber number, IfMatch ifMatch, PromiseForm form) {
    return inquiries.change(
        number,
        ifMatch,
        PROMISE,
        (inquiry, now) ->
            inquiry.promise(
                forms.valid(form).promisedReplyAt(), seal.seal(form.deliveryAddress()), now));
  }

  CaseFile<Inquiry> answer(CaseNumber number, IfMatch ifMatch, AnswerForm form) {
    return inquiries.change(
        number, ifMatch, ANSWER, (inquiry, now) -> answer(inquiry, forms.valid(form), now));
  }

  private Change answer(Inquiry inquiry, AnswerForm form, Instant now) {
    var text = form.confirmDraft() ? draft(inquiry) : form.text();
    return inquiry.answer(text, codes.issue(inquiry.profile(), now), now);
  }

  /** A draft that asks the customer something is no answer. */
  private String draft(Inquiry inquiry) {
    return drafts
        .answerTo(inquiry)
        .orElseThrow(
            () ->
                DomainException.refusedByRule(
                    "INQ-13",
                    "no-answer-drafted",
                    "Nothing is known that would answer it: promise a reply, or answer in words"));
  }

  CaseFile<Inquiry> convert(CaseNumber number, IfMatch ifMatch, ConversionForm form) {
    return inquiries.change(
        number,
        ifMatch,
        CONVERSION,
        (inquiry, now) ->
            inquiry.convert(
                forms.valid(form).category().name(), seal.seal(statement(inquiry, form)), now));
  }

  /** The complaint begins with what the inquiry has found out (INQ-15). */
  private Statement statement(Inquiry inquiry, ConversionForm form) {
    return new Statement(form.description() + "\n\n" + drafts.historyOf(inquiry), form.demand());
  }

  CaseFile<Inquiry> close(CaseNumber number, IfMatch ifMatch) {
    return inquiries.change(number, ifMatch, CLOSURE, (inquiry, now) -> inquiry.close(now));
  }

  CaseFile<Inquiry> reopen(CaseNumber number, IfMatch ifMatch) {
    return inquiries.change(
        number,
        ifMatch,
        REOPENING,
        (inquiry, now) -> inquiry.reopen(periods.reopeningUntil(inquiry), now));
  }
}
