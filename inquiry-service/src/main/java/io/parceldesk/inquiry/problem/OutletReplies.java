package io.parceldesk.inquiry.problem;

import static io.parceldesk.inquiry.ProblemParcelStatus.AWAITING_COURIER;
import static io.parceldesk.inquiry.ProblemParcelStatus.INSTRUCTED;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.contracts.OutletEvent.OutletReplied;
import io.parceldesk.inquiry.AccessCodes;
import io.parceldesk.inquiry.Outcome;
import io.parceldesk.inquiry.ProblemParcel;
import io.parceldesk.inquiry.ProblemParcels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * What the outlet says that has the parcel (PRB-04, PRB-05). What comes too late, or from another
 * outlet, changes nothing.
 */
@ApplicationScoped
class OutletReplies {
  private final ProblemParcels problems;
  private final AccessCodes codes;

  OutletReplies(ProblemParcels problems, AccessCodes codes) {
    this.problems = problems;
    this.codes = codes;
  }

  void take(CaseNumber number, OutletReplied reply) {
    problems.note(
        number,
        (problem, now) -> {
          var change =
              isIts(problem, reply.outlet()) ? meaning(problem, reply.answer(), now) : null;
          if (change != null && reply.statement() != null) {
            problem.keepStatement(reply.statement());
          }
          return change;
        });
  }

  void acknowledge(CaseNumber number, String outlet) {
    problems.note(
        number, (problem, now) -> isIts(problem, outlet) ? acknowledged(problem, now) : null);
  }

  private Change meaning(ProblemParcel problem, String answer, Instant now) {
    return switch (answer) {
      case "WILL_DELIVER" -> acknowledged(problem, now);
      case "DELIVERED" -> problem.resolve(Outcome.DELIVERED, problem.owner().outlet(), now);
      case "RETURNED" -> problem.resolve(Outcome.RETURNED, problem.owner().outlet(), now);
      case "CANNOT_DELIVER" ->
          problem.status() == INSTRUCTED
              ? problem.fail(answer, codes.issue(problem.profile(), now))
              : null;
      case "AMOUNT_CONFIRMED" ->
          problem.status() == AWAITING_COURIER ? problem.confirmAmount(answer) : null;
      case "AMOUNT_REFUSED" ->
          problem.status() == AWAITING_COURIER
              ? problem.refuseAmount(answer, codes.issue(problem.profile(), now))
              : null;
      default -> null; // a word of a later version
    };
  }

  private static Change acknowledged(ProblemParcel problem, Instant now) {
    return problem.status() == INSTRUCTED && problem.acknowledgedAt() == null
        ? problem.acknowledge(now)
        : null;
  }

  private static boolean isIts(ProblemParcel problem, String outlet) {
    return problem.status().isOpen() && outlet.equals(problem.owner().outlet());
  }
}
