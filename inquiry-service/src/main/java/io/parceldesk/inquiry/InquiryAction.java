package io.parceldesk.inquiry;

import static io.parceldesk.inquiry.InquiryStatus.ANSWERED;
import static io.parceldesk.inquiry.InquiryStatus.CLOSED;
import static io.parceldesk.inquiry.InquiryStatus.CONVERTED;
import static io.parceldesk.inquiry.InquiryStatus.PROMISED;

import io.parceldesk.chassis.cases.CaseAction;
import java.util.function.Predicate;

/** What can be done with an inquiry, and in which status. */
public enum InquiryAction implements CaseAction {
  WAYBILL(status -> status.leadsTo(ANSWERED)),
  PROMISE(status -> status.leadsTo(PROMISED)),
  ANSWER(status -> status.leadsTo(ANSWERED)),
  CONVERSION(status -> status.leadsTo(CONVERTED)),
  CLOSURE(status -> status.leadsTo(CLOSED)),
  REOPENING(status -> status == CLOSED);

  private final Predicate<InquiryStatus> possible;

  InquiryAction(Predicate<InquiryStatus> possible) {
    this.possible = possible;
  }

  boolean isPossibleIn(InquiryStatus status) {
    return possible.test(status);
  }
}
