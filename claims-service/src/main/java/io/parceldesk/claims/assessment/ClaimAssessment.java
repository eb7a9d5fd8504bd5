package io.parceldesk.claims.assessment;

import static io.parceldesk.claims.ClaimAction.ACCEPTANCE;
import static io.parceldesk.claims.ClaimAction.EVIDENCE_REQUEST;
import static io.parceldesk.claims.ClaimAction.OFFER;
import static io.parceldesk.claims.ClaimAction.REFUSAL;
import static io.parceldesk.claims.ClaimAction.RETURN;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimRules;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.ParcelBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** What the claims department does with a claim form, up to its offer or refusal (CLM-03, 04). */
@ApplicationScoped
class ClaimAssessment {
  private final Claims claims;
  private final Deadlines deadlines;
  private final Forms forms;
  private final Offers offers;
  private final ClaimRules rules;
  private final ParcelBook parcels;

  ClaimAssessment(
      Claims claims,
      Deadlines deadlines,
      Forms forms,
      Offers offers,
      ClaimRules rules,
      ParcelBook parcels) {
    this.claims = claims;
    this.deadlines = deadlines;
    this.forms = forms;
    this.offers = offers;
    this.rules = rules;
    this.parcels = parcels;
  }

  CaseFile<Claim> accept(CaseNumber number, IfMatch ifMatch, AcceptanceForm form) {
    return claims.change(
        number,
        ifMatch,
        ACCEPTANCE,
        (claim, now) ->
            claim.accept(
                deadlines.wouldBeDueAt(claim.profile(), "PROPOSAL", now), isFast(claim, form)));
  }

  private boolean isFast(Claim claim, AcceptanceForm form) {
    var certain =
        (form != null && form.harmConfirmed()) || parcels.of(claim.intake().waybill()).isLost();
    var claimed = new Amount(new BigDecimal(claim.claimed().amount()));
    return certain && rules.of(claim).isForFastLane(claim.intake().category(), claimed);
  }

  CaseFile<Claim> giveBack(CaseNumber number, IfMatch ifMatch, ReturnForm form) {
    return claims.change(
        number,
        ifMatch,
        RETURN,
        (claim, now) -> claim.giveBack(forms.valid(form).reason(), form.missing(), form.note()));
  }

  CaseFile<Claim> request(CaseNumber number, IfMatch ifMatch, EvidenceRequestForm form) {
    return claims.change(
        number,
        ifMatch,
        EVIDENCE_REQUEST,
        (claim, now) ->
            claim.request(
                forms.valid(form).slots(),
                deadlines.wouldBeDueAt(claim.profile(), "EVIDENCE", now),
                form.note()));
  }

  CaseFile<Claim> offer(CaseNumber number, IfMatch ifMatch, OfferForm form) {
    return claims.change(
        number, ifMatch, OFFER, (claim, now) -> offers.make(claim, forms.valid(form), now));
  }

  CaseFile<Claim> refuse(CaseNumber number, IfMatch ifMatch, RefusalForm form) {
    return claims.change(
        number,
        ifMatch,
        REFUSAL,
        (claim, now) ->
            claim.refuse(requireKnown(claim, forms.valid(form).rule()), form.note(), now));
  }

  private String requireKnown(Claim claim, String rule) {
    var known = rules.of(claim).refusalRules();
    if (!known.contains(rule)) {
      throw DomainException.refusedByRule(
              "REG-10", "rule-unknown", "A refusal rests on a rule that lets refuse")
          .with("rules", known.stream().sorted().toList());
    }
    return rule;
  }
}
