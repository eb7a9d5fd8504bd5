package io.parceldesk.notification;

import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.OneTimeCode;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.contact.Seal;
import jakarta.enterprise.context.ApplicationScoped;

/** Contacts as the case services seal them. */
@ApplicationScoped
public class SealedContacts {
  private final Seal seal;

  SealedContacts(Seal seal) {
    this.seal = seal;
  }

  /** A one-time code, sealed in the same way. */
  public String code(String code) {
    return seal.seal(new OneTimeCode(code));
  }

  public String of(String phone) {
    return of(phone, "zh-CN");
  }

  public String of(String phone, String locale) {
    return of(phone, locale, "Asia/Shanghai");
  }

  /** Without an e-mail address. */
  public String of(String phone, String locale, String zone) {
    return of(phone, null, locale, zone);
  }

  public String of(String phone, String email, String locale, String zone) {
    return seal.seal(
        new Contact(Contact.Role.SENDER, "王小明", new Phone(phone, null), email, locale, zone, null));
  }
}
