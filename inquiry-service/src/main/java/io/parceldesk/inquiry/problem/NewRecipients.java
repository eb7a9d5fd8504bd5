package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.limit.RevealLimit;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.ProblemParcels;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the recipient that a sender named anew, for somebody who says why (PRV-01, REG-10). */
@ApplicationScoped
class NewRecipients {
  private final ProblemParcels problems;
  private final Seal seal;
  private final RevealLimit reveals;

  NewRecipients(ProblemParcels problems, Seal seal, RevealLimit reveals) {
    this.problems = problems;
    this.seal = seal;
    this.reveals = reveals;
  }

  Party reveal(CaseNumber number, String reason) {
    var asked = problems.file(number).subject(); // refuses who may not see it
    asked.requireNotAnonymised();
    var instruction = asked.instruction();
    if (instruction == null || instruction.newContact() == null) {
      throw DomainException.notFound("A new recipient of case " + number);
    }
    reveals.take();
    problems.note(
        number,
        (problem, now) -> Change.within("recipient-reveal", problem.statusName()).noting(reason));
    return seal.open(instruction.newContact(), Party.class);
  }
}
