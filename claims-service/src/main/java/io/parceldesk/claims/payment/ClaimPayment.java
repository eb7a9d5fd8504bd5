package io.parceldesk.claims.payment;

import static io.parceldesk.claims.ClaimAction.PAYMENT;
import static io.parceldesk.claims.ClaimAction.PAYMENT_CONFIRMATION;
import static io.parceldesk.claims.ClaimAction.PAYMENT_FAILURE;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.cases.IfMatch;
import io.parceldesk.chassis.problem.Forms;
import io.parceldesk.claims.Account;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.Claims;
import io.parceldesk.claims.FourEyes;
import io.parceldesk.claims.Ledger;
import io.parceldesk.claims.PaymentOrder;
import io.parceldesk.claims.PaymentOrders;
import io.parceldesk.claims.Posting;
import io.parceldesk.claims.Posting.Cause;
import io.parceldesk.claims.Posting.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * The way of the money: ordered by a person, paid by finance, confirmed or failed by the bank
 * (CLM-05). Order, claim and ledger change together or not at all.
 */
@ApplicationScoped
class ClaimPayment {
  private final Claims claims;
  private final PaymentOrders orders;
  private final Accounts accounts;
  private final FourEyes fourEyes;
  private final Ledger ledger;
  private final Forms forms;

  ClaimPayment(
      Claims claims,
      PaymentOrders orders,
      Accounts accounts,
      FourEyes fourEyes,
      Ledger ledger,
      Forms forms) {
    this.claims = claims;
    this.orders = orders;
    this.accounts = accounts;
    this.fourEyes = fourEyes;
    this.ledger = ledger;
    this.forms = forms;
  }

  CaseFile<Claim> order(CaseNumber number, IfMatch ifMatch, PaymentForm form) {
    return claims.change(
        number,
        ifMatch,
        PAYMENT,
        (claim, now) -> {
          var account = accounts.of(claim, forms.valid(form));
          fourEyes.requireOtherThan(
              claim.offer().offeredBy(), claim, claim.offer().offered(), "CLM-05");
          orders.ordered(claim.id(), account, fourEyes.name(), now);
          return claim.orderPayment(orders.of(claim.id()).orElseThrow(), account);
        });
  }

  PaymentOrder confirm(UUID id, IfMatch ifMatch, ConfirmationForm form) {
    var number = CaseNumber.parse(orders.require(id).number());
    claims.change(
        number,
        ifMatch,
        PAYMENT_CONFIRMATION,
        (claim, now) -> {
          var reference = forms.valid(form).reference();
          var order = orders.of(claim.id()).orElseThrow();
          fourEyes.requireOtherThan(order.orderedBy(), claim, order.amount(), "CLM-05");
          orders.confirmed(claim.id(), reference, fourEyes.name(), now);
          ledger.post(
              Posting.of(number, Cause.PAYMENT, 1)
                  .moving(
                      Purpose.COMPENSATION,
                      order.amount(),
                      Account.HEADQUARTERS,
                      Account.CUSTOMERS));
          return claim.confirmPayment(reference, now);
        });
    return orders.require(id);
  }

  PaymentOrder fail(UUID id, IfMatch ifMatch, FailureForm form) {
    var number = CaseNumber.parse(orders.require(id).number());
    claims.change(
        number,
        ifMatch,
        PAYMENT_FAILURE,
        (claim, now) -> {
          var reason = forms.valid(form).reason();
          orders.failed(claim.id(), reason, fourEyes.name(), now);
          return claim.failPayment(reason);
        });
    return orders.require(id);
  }
}
