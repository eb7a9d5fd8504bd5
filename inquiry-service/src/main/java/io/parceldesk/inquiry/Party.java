package io.parceldesk.inquiry;

import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.Phone;

/**
 * Sender or recipient as the waybill names them. Stored only sealed; shown only masked (REG-09).
 */
public record Party(String name, Phone phone, String address) {
  public record Masked(String name, String phone, String address) {
    /** Somebody whose key is not here. */
    public static final Masked UNREADABLE =
        new Masked(Masks.UNREADABLE, Masks.UNREADABLE, Masks.UNREADABLE);
  }

  public Masked masked() {
    return new Masked(
        Masks.name(name), phone == null ? null : Masks.phone(phone.e164()), Masks.address(address));
  }
}
