package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Masks;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.problem.InvalidBody;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom a request or a hold is about, by phone or by e-mail, and why. The phone or address is never
 * kept: only its fingerprint, and what a mask leaves of it.
 */
public record Person(
    @Size(max = 40) @Schema(examples = "13800138000") String phone,
    @Email @Size(max = 200) String email,
    @NotBlank @Size(max = 500) String reason) {
  private static final int TELLING_DIGITS = 7;

  /**
   * What is kept of a person, and how to find the person again.
   *
   * @param subject by the current key
   * @param any by every key that may have been used
   * @param address to be sealed, where it is kept at all
   */
  record Fingerprint(String subject, List<String> any, String masked, String address) {
    private static Fingerprint of(String address, String masked, BlindIndex index) {
      return new Fingerprint(
          index.address(address), index.anyAddress(address).all(), masked, address);
    }
  }

  @AssertTrue(message = "is required, or email, and not both")
  @Schema(hidden = true)
  boolean isPhoneGiven() {
    return (phone == null) != (email == null);
  }

  /** Refused where the reason tells who it is. */
  Fingerprint fingerprint(BlindIndex index) {
    var parsed = phone == null ? null : Phone.parse(phone, "/phone");
    if (parsed == null ? tells(email) : tells(parsed)) {
      throw new InvalidBody("/reason", "is kept, and must not name the phone or address");
    }
    return parsed == null
        ? Fingerprint.of(email.strip(), Masks.email(email), index)
        : Fingerprint.of(parsed.e164(), Masks.phone(parsed.e164()), index);
  }

  private boolean tells(String address) {
    return reason.toLowerCase(Locale.ROOT).contains(address.strip().toLowerCase(Locale.ROOT));
  }

  private boolean tells(Phone number) {
    var digits = number.e164().replaceAll("\\D", "");
    var end = digits.substring(Math.max(0, digits.length() - TELLING_DIGITS));
    return reason.replaceAll("\\D", "").contains(end);
  }
}
