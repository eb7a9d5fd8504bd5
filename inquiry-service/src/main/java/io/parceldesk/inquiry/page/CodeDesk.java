package io.parceldesk.inquiry.page;

import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.inquiry.AccessCodes;
import io.parceldesk.inquiry.Decision;
import io.parceldesk.inquiry.Inquiries;
import io.parceldesk.inquiry.Inquiry;
import io.parceldesk.inquiry.Instructions;
import io.parceldesk.inquiry.ProblemParcel;
import io.parceldesk.inquiry.ProblemParcelAction;
import io.parceldesk.inquiry.ProblemParcels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Opens cases for those who have a code, and lets senders decide (PRB-03). */
@ApplicationScoped
class CodeDesk {
  private static final String BY_PAGE = "PAGE";
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final AccessCodes codes;
  private final Guesses guesses;
  private final ProblemParcels problems;
  private final Inquiries inquiries;
  private final Instructions instructions;
  private final Transactions transactions;

  CodeDesk(
      AccessCodes codes,
      Guesses guesses,
      ProblemParcels problems,
      Inquiries inquiries,
      Instructions instructions,
      Transactions transactions) {
    this.codes = codes;
    this.guesses = guesses;
    this.problems = problems;
    this.inquiries = inquiries;
    this.instructions = instructions;
    this.transactions = transactions;
  }

  /** 404 for what is no valid code; 429 for an address that has tried too many. */
  Opened open(String code, String address) {
    guesses.payFor(address);
    var number =
        transactions
            .run(() -> codes.find(code == null ? "" : code))
            .orElseThrow(CodeDesk::notValid);
    guesses.wasRight(address);
    return transactions.run(() -> open(number));
  }

  private Opened open(CaseNumber number) {
    if (number.kind() == CaseKind.PROBLEM_PARCEL) {
      return opened(problems.file(number).subject());
    }
    inquiries.note(number, (inquiry, now) -> inquiry.read(now));
    return opened(inquiries.file(number).subject());
  }

  private static Opened opened(Inquiry inquiry) {
    return new Opened.Answer(
        inquiry.number().text(),
        Masks.waybill(inquiry.intake().waybill()),
        MINUTE.format(inquiry.reply().answeredAt()),
        inquiry.reply().answer());
  }

  private static Opened opened(ProblemParcel problem) {
    return new Opened.Problem(
        problem.number().text(),
        Masks.waybill(problem.declaration().waybill()),
        problem.declaration().category());
  }

  /** Once: whoever comes second with the same code is told that it is not valid. */
  void decide(String code, Decision decision) {
    var number = transactions.run(() -> codes.find(code)).orElseThrow(CodeDesk::notValid);
    if (number.kind() != CaseKind.PROBLEM_PARCEL) {
      throw notValid();
    }
    problems.change(
        number,
        IfMatch.none(),
        ProblemParcelAction.INSTRUCTION,
        (problem, now) -> {
          if (!codes.fits(problem.code(), code, now)) {
            throw notValid();
          }
          return problem.instruct(instructions.of(decision, BY_PAGE, now));
        });
  }

  private static DomainException notValid() {
    return new DomainException(404, "code-not-valid", "The code is not valid, or not any more");
  }
}
