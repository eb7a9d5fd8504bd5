package io.parceldesk.claims.assessment;

import static io.parceldesk.claims.ClaimAction.LOSS_CONFIRMATION;
import static io.parceldesk.claims.ClaimAction.REOPENING;
import static io.parceldesk.claims.ClaimAction.RESETTLEMENT;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.deadline.Deadlines;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.claims.Account;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.FourEyes;
import io.parceldesk.claims.Ledger;
import io.parceldesk.claims.Offer;
import io.parceldesk.claims.PaidBack;
import io.parceldesk.claims.PaymentOrder;
import io.parceldesk.claims.PaymentOrders;
import io.parceldesk.claims.PaymentState;
import io.parceldesk.claims.Posting;
import io.parceldesk.claims.Posting.Cause;
import io.parceldesk.claims.Posting.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * What a person makes of a loss whose parcel was delivered after all (AMB-13): it stays a loss, or
 * is decided anew as a delay; what was paid too much comes back, and above a limit that takes two.
 * Claim, payment order and ledger change together or not at all.
 */
@ApplicationScoped
class ClaimReopening {
  private final Claims claims;
  private final PaymentOrders orders;
  private final FourEyes fourEyes;
  private final Ledger ledger;
  private final Quotes quotes;
  private final Offers offers;
  private final Deadlines deadlines;
  private final Forms forms;

  ClaimReopening(
      Claims claims,
      PaymentOrders orders,
      FourEyes fourEyes,
      Ledger ledger,
      Quotes quotes,
      Offers offers,
      Deadlines deadlines,
      Forms forms) {
    this.claims = claims;
    this.orders = orders;
    this.fourEyes = fourEyes;
    this.ledger = ledger;
    this.quotes = quotes;
    this.offers = offers;
    this.deadlines = deadlines;
    this.forms = forms;
  }

  CaseFile<Claim> confirmLoss(CaseNumber number, IfMatch ifMatch, ReasonForm form) {
    return claims.change(
        number,
        ifMatch,
        LOSS_CONFIRMATION,
        (claim, now) -> claim.confirmLoss(forms.valid(form).reason()));
  }

  CaseFile<Claim> reopen(CaseNumber number, IfMatch ifMatch, ReasonForm form) {
    return claims.change(
        number,
        ifMatch,
        REOPENING,
        (claim, now) -> {
          var reason = forms.valid(form).reason();
          var paid = claim.paymentState() == PaymentState.CONFIRMED ? payment(claim) : null;
          orders.reopened(claim.id(), fourEyes.name());
          return claim.reopen(
              deadlines.wouldBeDueAt(claim.profile(), "PROPOSAL", now),
              paid == null ? null : new Amount(paid.amount()).toMoney(),
              reason);
        });
  }

  CaseFile<Claim> resettle(CaseNumber number, IfMatch ifMatch, ResettlementForm form) {
    return claims.change(
        number, ifMatch, RESETTLEMENT, (claim, now) -> settled(claim, forms.valid(form), now));
  }

  private Change settled(Claim claim, ResettlementForm form, Instant now) {
    var paid = payment(claim);
    fourEyes.requireOtherThan(paid.reopenedBy(), claim, paid.amount(), "AMB-13");
    var quote = quotes.of(claim, form.owed());
    var owed = offers.owed(form.owed(), quote, now);
    var back = paidBack(paid, owed, form);
    orders.paidBack(claim.id(), back, fourEyes.name(), now);
    ledger.post(
        Posting.of(claim.number(), Cause.RECOVERY, 1)
            .moving(
                Purpose.RECOVERY, back.amount().value(), Account.CUSTOMERS, Account.HEADQUARTERS));
    return claim.resettle(owed, Quotes.steps(quote), back, now);
  }

  private static PaidBack paidBack(PaymentOrder paid, Offer owed, ResettlementForm form) {
    var back = new Amount(paid.amount().subtract(owed.offered()));
    if (back.isNegative()) {
      throw DomainException.refusedByRule(
              "AMB-13", "more-than-paid", "A delay is not settled for more than the loss was paid")
          .with("paid", new Amount(paid.amount()));
    }
    if (back.isZero() != (form.reference() == null)) {
      throw new InvalidBody(
          "/reference", back.isZero() ? "is for money that came back" : "is required: " + back);
    }
    return new PaidBack(back, form.reference(), form.reason());
  }

  private PaymentOrder payment(Claim claim) {
    return orders.of(claim.id()).orElseThrow();
  }
}
