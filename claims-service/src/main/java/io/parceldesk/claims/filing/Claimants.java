package io.parceldesk.claims.filing;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.inbox.EventValue;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.Ground;
import io.parceldesk.claims.NewClaim;
import io.parceldesk.claims.Route;
import io.parceldesk.contracts.ComplaintEvent.ComplaintReferredToClaims;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/**
 * Seals the claimant before the claim is made, so that the model never holds personal data in
 * clear.
 */
@ApplicationScoped
class Claimants {
  private final Seal seal;
  private final BlindIndex index;

  Claimants(Seal seal, BlindIndex index) {
    this.seal = seal;
    this.index = index;
  }

  NewClaim claimOf(Contact claimant, ClaimForm form) {
    return new NewClaim(
        form.channel(),
        form.ground(),
        form.route(),
        form.waybill(),
        form.urgent(),
        claimant.tier(),
        seal.seal(claimant),
        index.phone(claimant.phone()),
        index.name(claimant.name()),
        claimant.role(),
        form.claimed() == null ? null : form.claimed().toAmount(),
        form.description());
  }

  /** Who complained claims, until the form says otherwise; the complaint has the description. */
  NewClaim claimOf(ComplaintReferredToClaims referral) {
    if (referral.contact() == null) {
      throw new DomainException(422, "no-claimant", "A claim needs somebody who claims");
    }
    var claimant = seal.open(referral.contact(), Contact.class);
    return new NewClaim(
        null,
        EventValue.of(Ground.class, referral.ground()),
        referral.route() == null ? Route.DOMESTIC : EventValue.of(Route.class, referral.route()),
        referral.facts().waybill(),
        false,
        claimant.tier(),
        referral.contact(),
        index.phone(claimant.phone()),
        index.name(claimant.name()),
        claimant.role(),
        referral.claimed() == null ? null : new BigDecimal(referral.claimed().amount()),
        null);
  }
}
