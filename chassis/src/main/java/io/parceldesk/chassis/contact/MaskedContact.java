package io.parceldesk.chassis.contact;

import io.parceldesk.chassis.cases.CustomerTier;

/** A contact whose personal data is hidden as REG-09 asks. */
public record MaskedContact(
    Contact.Role role, String name, String phone, String email, String locale, CustomerTier tier) {

  /** Null where there is nobody, as in what was anonymised. */
  public static MaskedContact of(Contact contact) {
    return contact == null ? null : contact.masked();
  }
}
