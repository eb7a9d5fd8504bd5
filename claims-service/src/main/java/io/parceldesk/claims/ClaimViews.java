package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.Masks;
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
    var claimant =
        seal.show(claim.contact(), Contact.class, Contact::masked, MaskedContact.UNREADABLE);
    return ClaimView.of(file, claimant, payee(claim), checklist(claim));
  }

  private PayeeView payee(Claim claim) {
    var payee = claim.payee();
    return payee == null
        ? null
        : new PayeeView(
            payee.payeeRole(),
            seal.show(
                payee.payee(),
                Contact.class,
                person -> Masks.name(person.name()),
                Masks.UNREADABLE));
  }

  private ChecklistView checklist(Claim claim) {
    var missing =
        rules.of(claim).missing(claim.intake().category(), claim.papers().receivedSlots());
    return new ChecklistView(
        claim.papers().receivedSlots(), claim.papers().requestedSlots(), missing);
  }
}
