package io.parceldesk.chassis.contact;

/**
 * How personal data is shown (REG-09): at least one character of a name and six digits of a phone
 * are hidden.
 */
public final class Masks {
  /** Stands for what is there and cannot be opened, as its key is not here. */
  public static final String UNREADABLE = "******";

  private Masks() {}

  /** 王小明 becomes 王**. */
  public static String name(String name) {
    if (name == null || name.isBlank()) {
      return name;
    }
    var first = name.codePointAt(0);
    var hidden = (int) name.codePoints().count() - 1;
    return Character.toString(first) + "*".repeat(Math.max(1, hidden));
  }

  /** +8613800138000 becomes 138******00. Short numbers are hidden whole. */
  public static String phone(String e164) {
    if (e164 == null) {
      return null;
    }
    var national = e164.startsWith("+86") ? e164.substring(3) : e164;
    if (national.length() < 9) {
      return "*".repeat(national.length());
    }
    var head = Math.min(3, national.length() - 8);
    return national.substring(0, head)
        + "*".repeat(national.length() - head - 2)
        + national.substring(national.length() - 2);
  }

  /** li.wei@example.com becomes l***@example.com. */
  public static String email(String email) {
    if (email == null) {
      return null;
    }
    var at = email.indexOf('@');
    if (at < 1) {
      return "***";
    }
    var shown = at == 1 ? "" : email.substring(0, 1); // of one letter nothing would be hidden
    return shown + "***" + email.substring(at);
  }

  /** Keeps a waybill recognisable for its owner only: SF1234567890123 becomes SF12********123. */
  public static String waybill(String waybill) {
    if (waybill == null || waybill.length() < 8) {
      return waybill;
    }
    return waybill.substring(0, 4)
        + "*".repeat(waybill.length() - 7)
        + waybill.substring(waybill.length() - 3);
  }

  /** Keeps the region of an address and hides street, building and room. */
  public static String address(String address) {
    if (address == null || address.isBlank()) {
      return address;
    }
    return address.substring(0, Math.min(6, address.length() / 2)) + "****";
  }
}
