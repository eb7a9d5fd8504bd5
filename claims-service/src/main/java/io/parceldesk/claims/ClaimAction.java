package io.parceldesk.claims;

import static io.parceldesk.claims.ClaimStatus.ACCEPTED;
import static io.parceldesk.claims.ClaimStatus.AGREED;
import static io.parceldesk.claims.ClaimStatus.DISPUTED;
import static io.parceldesk.claims.ClaimStatus.FILED;
import static io.parceldesk.claims.ClaimStatus.FORM_ISSUED;
import static io.parceldesk.claims.ClaimStatus.OFFERED;
import static io.parceldesk.claims.ClaimStatus.PAID;
import static io.parceldesk.claims.ClaimStatus.REFUSED;
import static io.parceldesk.claims.ClaimStatus.RETURNED;
import static io.parceldesk.claims.PaymentState.ORDERED;

import io.parceldesk.chassis.cases.CaseAction;
import java.util.Set;
import java.util.function.Predicate;

/** What can be done with a claim, and when. */
public enum ClaimAction implements CaseAction {
  FILING(claim -> Set.of(FORM_ISSUED, RETURNED).contains(claim.status())),
  ACCEPTANCE(claim -> claim.status() == FILED),
  RETURN(claim -> claim.status().leadsTo(RETURNED)),
  EVIDENCE(claim -> !Set.of(PAID, REFUSED).contains(claim.status())),
  EVIDENCE_REQUEST(claim -> Set.of(ACCEPTED, OFFERED, DISPUTED, AGREED).contains(claim.status())),
  OFFER(claim -> claim.status().leadsTo(OFFERED) && !claim.isPaidAndReopened()),
  AGREEMENT(claim -> claim.status().leadsTo(AGREED) && claim.offer() != null),
  DISPUTE(claim -> claim.status().leadsTo(DISPUTED) || claim.status() == DISPUTED),
  REFUSAL(claim -> claim.status().leadsTo(REFUSED) && !claim.isPaidAndReopened()),
  PAYEE(
      claim ->
          !Set.of(PAID, REFUSED).contains(claim.status())
              && claim.paymentState() != ORDERED
              && !claim.isPaidAndReopened()),
  PAYMENT(claim -> claim.status() == AGREED && claim.paymentState() != ORDERED),
  PAYMENT_CONFIRMATION(claim -> claim.status() == AGREED && claim.paymentState() == ORDERED),
  PAYMENT_FAILURE(claim -> claim.status() == AGREED && claim.paymentState() == ORDERED),
  LOSS_CONFIRMATION(Claim::isDeliveredLoss),
  REOPENING(
      claim ->
          claim.isDeliveredLoss()
              && Set.of(ACCEPTED, OFFERED, DISPUTED, AGREED, PAID).contains(claim.status())
              && claim.paymentState() != ORDERED),
  RESETTLEMENT(Claim::isPaidAndReopened);

  private final Predicate<Claim> possible;

  ClaimAction(Predicate<Claim> possible) {
    this.possible = possible;
  }

  boolean isPossibleFor(Claim claim) {
    return possible.test(claim);
  }
}
