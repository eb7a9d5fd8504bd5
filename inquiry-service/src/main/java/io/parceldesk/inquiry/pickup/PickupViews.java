package io.parceldesk.inquiry.pickup;

import io.parceldesk.chassis.cases.CaseFile;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.MaskedContact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.inquiry.Party;
import io.parceldesk.inquiry.Pickup;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows pick-ups, with what may be seen of the sender. */
@ApplicationScoped
class PickupViews {
  private final Seal seal;

  PickupViews(Seal seal) {
    this.seal = seal;
  }

  PickupView of(CaseFile<Pickup> file) {
    var pickup = file.subject();
    var place = seal.open(pickup.order().place(), Party.class);
    return PickupView.of(
        file,
        MaskedContact.of(seal.open(pickup.contact(), Contact.class)),
        place == null ? null : place.masked().address());
  }
}
