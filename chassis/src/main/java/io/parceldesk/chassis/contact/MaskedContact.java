package io.parceldesk.chassis.contact;

import io.parceldesk.chassis.cases.CustomerTier;

/** A contact whose personal data is hidden as REG-09 asks. */
public record MaskedContact(
    Contact.Role role, String name, String phone, String email, String locale, CustomerTier tier) {

  /** A contact whose key is not here: there is one, and nothing of it can be shown. */
  public static final MaskedContact UNREADABLE =
      new MaskedContact(null, Masks.UNREADABLE, Masks.UNREADABLE, null, null, null);

  /** Null where there is nobody, as in what was anonymised. */
  public static MaskedContact of(Contact contact) {
    return contact == null ? null : contact.masked();
  }
}
