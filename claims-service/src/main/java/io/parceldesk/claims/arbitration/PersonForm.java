package io.parceldesk.claims.arbitration;

import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Phone;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Somebody to turn to, by name and phone. */
record PersonForm(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 40) String phone) {
  Contact toContact(Contact.Role role, String pointer) {
    return new Contact(
        role, name.strip(), Phone.parse(phone, pointer + "/phone"), null, null, null, null);
  }
}
