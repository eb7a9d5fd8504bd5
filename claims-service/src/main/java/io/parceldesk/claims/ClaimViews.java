package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.claims.ClaimView.ChecklistView;
import io.parceldesk.claims.ClaimView.PayeeView;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows claims, with what may be seen of the claimant. */
@ApplicationScoped
public class ClaimViews {
  private final Seal seal;
  private final ClaimRules rules;

  ClaimViews(Seal seal, ClaimRules rules) {
    this.seal = seal;
    this.rules = rules;
  }

  public ClaimView of(CaseFile<Claim> file) {
    var claim = file.subject();
    var claimant = MaskedContact.of(seal.open(claim.contact(), Contact.class));
    return ClaimView.of(file, claimant, payee(claim), checklist(claim));
  }

  private PayeeView payee(Claim claim) {
    var payee = claim.payee();
    if (payee == null) {
      return null;
    }
    var named = MaskedContact.of(seal.open(payee.payee(), Contact.class));
    return new PayeeView(payee.payeeRole(), named == null ? null : named.name());
  }

  private ChecklistView checklist(Claim claim) {
    var missing = rules.terms().missing(claim.intake().category(), claim.receivedSlots());
    return new ChecklistView(claim.receivedSlots(), claim.requestedSlots(), missing);
  }
}
