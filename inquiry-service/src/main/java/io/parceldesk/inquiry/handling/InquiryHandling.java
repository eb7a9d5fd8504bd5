package io.parceldesk.inquiry.handling;

import static io.parceldesk.inquiry.InquiryAction.ANSWER;
import static io.parceldesk.inquiry.InquiryAction.CLOSURE;
import static io.parceldesk.inquiry.InquiryAction.CONVERSION;
import static io.parceldesk.inquiry.InquiryAction.PROMISE;
import static io.parceldesk.inquiry.InquiryAction.REOPENING;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.Inquiry;
import jakarta.enterprise.context.ApplicationScoped;

/** What the desk does with an inquiry (INQ-12 to INQ-17). */
@ApplicationScoped
class InquiryHandling {
  private final Inquiries inquiries;
  private final Forms forms;
  private final Seal seal;

  InquiryHandling(Inquiries inquiries, Forms forms, Seal seal) {
    this.inquiries = inquiries;
    this.forms = forms;
    this.seal = seal;
  }

  CaseFile<Inquiry> promise(CaseNumber number, IfMatch ifMatch, PromiseForm form) {
    return inquiries.change(
        number,
        ifMatch,
        PROMISE,
        (inquiry, now) -> inquiry.promise(forms.valid(form).promisedReplyAt(), now));
  }

  CaseFile<Inquiry> answer(CaseNumber number, IfMatch ifMatch, AnswerForm form) {
    return inquiries.change(
        number, ifMatch, ANSWER, (inquiry, now) -> inquiry.answer(forms.valid(form).text(), now));
  }

  CaseFile<Inquiry> convert(CaseNumber number, IfMatch ifMatch, ConversionForm form) {
    return inquiries.change(
        number,
        ifMatch,
        CONVERSION,
        (inquiry, now) ->
            inquiry.convert(forms.valid(form).category().name(), seal.seal(form.statement()), now));
  }

  CaseFile<Inquiry> close(CaseNumber number, IfMatch ifMatch) {
    return inquiries.change(number, ifMatch, CLOSURE, (inquiry, now) -> inquiry.close(now));
  }

  CaseFile<Inquiry> reopen(CaseNumber number, IfMatch ifMatch) {
    return inquiries.change(number, ifMatch, REOPENING, (inquiry, now) -> inquiry.reopen());
  }
}
