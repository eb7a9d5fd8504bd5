package io.parceldesk.inquiry.problem;

import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.inquiry.Parcel;
import io.parceldesk.inquiry.Party;
import jakarta.enterprise.context.ApplicationScoped;

/** The sender of a parcel as somebody to turn to. */
@ApplicationScoped
class Senders {
  private final Seal seal;

  Senders(Seal seal) {
    this.seal = seal;
  }

  /** Null where the parcel is not known. */
  Contact of(Parcel parcel) {
    if (parcel == null || parcel.sender() == null) {
      return null;
    }
    var sender = seal.open(parcel.sender().sealed(), Party.class);
    return new Contact(Contact.Role.SENDER, sender.name(), sender.phone(), null, null, null, null);
  }

  String sealed(Contact sender) {
    return seal.seal(sender);
  }
}
