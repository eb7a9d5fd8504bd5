package io.parceldesk.chassis.contact;

import io.parceldesk.chassis.cases.CustomerTier;

/**
 * A person to turn to. It is stored, and travels in events, only sealed.
 *
 * @param role SENDER, RECIPIENT or OTHER
 * @param locale BCP 47, zh-CN where not said
 * @param zone IANA time zone, Asia/Shanghai where not said
 */
public record Contact(
    Role role,
    String name,
    Phone phone,
    String email,
    String locale,
    String zone,
    CustomerTier tier) {

  /** What the person has to do with the parcel. */
  public enum Role {
    SENDER,
    RECIPIENT,
    OTHER
  }

  public Contact {
    locale = locale == null ? "zh-CN" : locale;
    zone = zone == null ? "Asia/Shanghai" : zone;
    tier = tier == null ? CustomerTier.ORDINARY : tier;
  }

  /** The contact as it may be shown to anybody who may see the case (REG-09). */
  public MaskedContact masked() {
    return new MaskedContact(
        role,
        Masks.name(name),
        phone == null ? null : Masks.phone(phone.e164()),
        Masks.email(email),
        locale,
        tier);
  }
}
