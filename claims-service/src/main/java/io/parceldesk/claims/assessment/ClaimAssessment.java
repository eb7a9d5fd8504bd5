package io.parceldesk.claims.assessment;

import static io.parceldesk.claims.ClaimAction.ACCEPTANCE;
import static io.parceldesk.claims.ClaimAction.RETURN;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.Claims;
import jakarta.enterprise.context.ApplicationScoped;

/** What the claims department does with a claim form (CLM-03, CLM-04). */
@ApplicationScoped
class ClaimAssessment {
  private final Claims claims;
  private final Deadlines deadlines;
  private final Forms forms;

  ClaimAssessment(Claims claims, Deadlines deadlines, Forms forms) {
    this.claims = claims;
    this.deadlines = deadlines;
    this.forms = forms;
  }

  CaseFile<Claim> accept(CaseNumber number, IfMatch ifMatch) {
    return claims.change(
        number,
        ifMatch,
        ACCEPTANCE,
        (claim, now) -> claim.accept(deadlines.wouldBeDueAt(claim.profile(), "PROPOSAL", now)));
  }

  CaseFile<Claim> giveBack(CaseNumber number, IfMatch ifMatch, ReturnForm form) {
    return claims.change(
        number,
        ifMatch,
        RETURN,
        (claim, now) -> claim.giveBack(forms.valid(form).reason(), form.note()));
  }
}
