package io.parceldesk.claims.assessment;

import io.parceldesk.chassis.cases.Change;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.ClaimRules;
import io.parceldesk.claims.EvidenceSlot;
import io.parceldesk.claims.Offer;
import io.parceldesk.claims.compensation.Compensation;
import io.parceldesk.claims.compensation.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Makes an offer of a quote. The tariff proposes; the adjuster may offer more or less and says why.
 */
@ApplicationScoped
class Offers {
  private final Quotes quotes;
  private final ClaimRules rules;
  private final CurrentCaller caller;

  Offers(Quotes quotes, ClaimRules rules, CurrentCaller caller) {
    this.quotes = quotes;
    this.rules = rules;
    this.caller = caller;
  }

  Change make(Claim claim, OfferForm form, Instant now) {
    requireEvidence(claim, form);
    var quote = quotes.of(claim, form);
    var offered = form.amount() == null ? quote.award() : Amount.of(form.amount());
    requireOffer(claim, quote, offered, form);
    return claim.offer(offer(offered, quote, form, now), Quotes.steps(quote));
  }

  private Offer offer(Amount offered, Compensation quote, OfferForm form, Instant now) {
    return new Offer(
        offered.value(),
        quote.award().value(),
        quote.tariff(),
        offered.equals(quote.award()) ? null : form.reason(),
        caller.get().name(),
        now);
  }

  /** What the claimant keeps of a payment, now that the parcel has come (AMB-13). */
  Offer owed(OfferForm form, Compensation quote, Instant now) {
    var owed = form.amount() == null ? quote.award() : Amount.of(form.amount());
    return offer(owed, quote, form, now);
  }

  private void requireEvidence(Claim claim, OfferForm form) {
    if (form.reliesOnNotice()
        && !claim.papers().receivedSlots().contains(EvidenceSlot.PROMINENT_NOTICE)) {
      throw DomainException.refusedByRule(
          "REG-05", "notice-not-proved", "A limit counts only with proof that it was pointed out");
    }
    var missing =
        rules.of(claim).missing(claim.intake().category(), claim.papers().receivedSlots());
    if (!missing.isEmpty() && form.evidenceWaiver() == null) {
      throw DomainException.refusedByRule(
              "CLM-02", "evidence-missing", "The offer needs papers, or a reason to do without")
          .with("missing", missing);
    }
  }

  private void requireOffer(Claim claim, Compensation quote, Amount offered, OfferForm form) {
    if (quote.outcome() == Outcome.EXEMPT && form.amount() == null && !quote.award().isZero()) {
      return; // the freight of what perished is due all the same (AMB-23)
    }
    if (offered.isZero()) {
      throw DomainException.refusedByRule(
              quote.outcome() == Outcome.EXEMPT ? "CLM-13" : "CLM-04",
              "nothing-to-offer",
              "Nothing is owed: refuse the claim, or offer an amount with a reason")
          .with("steps", Quotes.steps(quote));
    }
    requireSane(claim, offered);
  }

  private void requireSane(Claim claim, Amount offered) {
    var most = rules.of(claim).amountAtMost();
    if (offered.isMoreThan(most)) {
      throw new DomainException(422, "amount-too-large", "No claim comes to more than " + most);
    }
  }
}
