package io.parceldesk.claims;

import io.parceldesk.contracts.CaseFacts;
import io.parceldesk.contracts.CaseRef;
import io.parceldesk.contracts.ClaimsEvent;
import io.parceldesk.contracts.ClaimsEvent.ClaimAccepted;
import io.parceldesk.contracts.ClaimsEvent.ClaimAgreed;
import io.parceldesk.contracts.ClaimsEvent.ClaimDisputed;
import io.parceldesk.contracts.ClaimsEvent.ClaimEvidenceRequested;
import io.parceldesk.contracts.ClaimsEvent.ClaimFiled;
import io.parceldesk.contracts.ClaimsEvent.ClaimOffered;
import io.parceldesk.contracts.ClaimsEvent.ClaimPaid;
import io.parceldesk.contracts.ClaimsEvent.ClaimRefused;
import io.parceldesk.contracts.ClaimsEvent.ClaimReopened;
import io.parceldesk.contracts.ClaimsEvent.ClaimResettled;
import io.parceldesk.contracts.ClaimsEvent.ClaimReturned;
import io.parceldesk.contracts.ClaimsEvent.PaymentOrdered;
import io.parceldesk.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What is told of a claim as it stands.
 *
 * @param origin the case that it came from, or null
 * @param contact whom it is told, sealed
 */
record ClaimNews(CaseFacts facts, CaseRef origin, String contact) {

  ClaimsEvent filed(NewClaim form, Money claimed) {
    return new ClaimFiled(
        facts, form.category().name(), form.route().name(), claimed, origin, contact);
  }

  ClaimsEvent accepted(Instant offerBy) {
    return new ClaimAccepted(facts, origin, offerBy, contact);
  }

  /** What is missing is left out where only the reason says it. */
  ClaimsEvent returned(Papers papers) {
    var missing = papers.requestedNames();
    return new ClaimReturned(
        facts, origin, papers.returnReason(), missing.isEmpty() ? null : missing, contact);
  }

  ClaimsEvent evidenceRequested(Papers papers, Instant sendBy) {
    return new ClaimEvidenceRequested(facts, origin, papers.requestedNames(), sendBy, contact);
  }

  ClaimsEvent offered(Offer offer) {
    return new ClaimOffered(facts, origin, offer.amount(), contact);
  }

  ClaimsEvent agreed(Offer offer, LocalDate payBy) {
    return new ClaimAgreed(facts, origin, offer.amount(), payBy, contact);
  }

  ClaimsEvent disputed() {
    return new ClaimDisputed(facts, origin, contact);
  }

  ClaimsEvent refused(String rule) {
    return new ClaimRefused(facts, origin, rule, contact);
  }

  /** For finance: the account travels instead of the claimant. */
  ClaimsEvent paymentOrdered(PaymentOrder order, SealedAccount account) {
    return new PaymentOrdered(
        facts,
        origin,
        order.id().toString(),
        Money.cny(order.amount()),
        order.payBy(),
        account.sealed());
  }

  ClaimsEvent paid(Offer offer) {
    return new ClaimPaid(facts, origin, offer.amount(), contact);
  }

  ClaimsEvent reopened(Instant deliveredAt, Money paid) {
    return new ClaimReopened(facts, origin, deliveredAt, paid, contact);
  }

  ClaimsEvent resettled(Offer owed, PaidBack back) {
    return new ClaimResettled(facts, origin, owed.amount(), back.amount().toMoney(), contact);
  }
}
