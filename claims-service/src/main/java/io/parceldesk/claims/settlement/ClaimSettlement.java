package io.parceldesk.claims.settlement;

import static io.parceldesk.claims.ClaimAction.AGREEMENT;
import static io.parceldesk.claims.ClaimAction.DISPUTE;
import static io.parceldesk.claims.ClaimAction.PAYEE;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.DisputeWay;
import io.parceldesk.claims.PaymentOrders;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the claimant says to an offer or refusal, and who is to be paid (CLM-05 to CLM-07). */
@ApplicationScoped
class ClaimSettlement {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final Claims claims;
  private final PaymentOrders orders;
  private final Payees payees;
  private final Deadlines deadlines;
  private final Forms forms;

  ClaimSettlement(
      Claims claims, PaymentOrders orders, Payees payees, Deadlines deadlines, Forms forms) {
    this.claims = claims;
    this.orders = orders;
    this.payees = payees;
    this.deadlines = deadlines;
    this.forms = forms;
  }

  CaseFile<Claim> agree(CaseNumber number, IfMatch ifMatch) {
    return claims.change(
        number,
        ifMatch,
        AGREEMENT,
        (claim, now) -> {
          var payBy = lastDay(deadlines.wouldBeDueAt(claim.profile(), "PAYMENT", now));
          var change = claim.agree(payBy);
          orders.due(claim, payBy, now);
          return change;
        });
  }

  /** A day budget is due when its last day is over. */
  private static LocalDate lastDay(Instant dueAt) {
    return dueAt.minusNanos(1).atZone(ZONE).toLocalDate();
  }

  CaseFile<Claim> dispute(CaseNumber number, IfMatch ifMatch, DisputeForm form) {
    return claims.change(
        number,
        ifMatch,
        DISPUTE,
        (claim, now) -> {
          requirePossible(forms.valid(form), claim);
          return claim.dispute(form.way(), form.note());
        });
  }

  private static void requirePossible(DisputeForm form, Claim claim) {
    if (form.way() == DisputeWay.ARBITRATION && !form.arbitrationAgreed()) {
      throw DomainException.refusedByRule(
          "CLM-06", "arbitration-not-agreed", "Arbitration must have been agreed at acceptance");
    }
    if (form.way() == claim.disputeWay() && claim.closedAt() == null) {
      throw new DomainException(
          422, "same-way", "The claim is disputed in this way already; name the next one");
    }
  }

  CaseFile<Claim> namePayee(CaseNumber number, IfMatch ifMatch, PayeeForm form) {
    return claims.change(
        number,
        ifMatch,
        PAYEE,
        (claim, now) -> claim.namePayee(payees.of(claim, forms.valid(form))));
  }
}
