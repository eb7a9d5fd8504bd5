package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows claims, with what may be seen of the claimant. */
@ApplicationScoped
public class ClaimViews {
  private final Seal seal;

  ClaimViews(Seal seal) {
    this.seal = seal;
  }

  public ClaimView of(CaseFile<Claim> file) {
    return ClaimView.of(file, seal.open(file.subject().contact(), Contact.class).masked());
  }
}
