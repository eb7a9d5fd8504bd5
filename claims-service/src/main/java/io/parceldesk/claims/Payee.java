package io.parceldesk.claims;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/**
 * Who gets the money (CLM-07).
 *
 * @param payee name and phone, sealed
 * @param payeeNameIndex by which the holder of an account is compared without opening it
 * @param designation the file with the sender's word for a beneficiary, else null
 */
@Embeddable
public record Payee(
    @Enumerated(EnumType.STRING) PayeeRole payeeRole,
    String payee,
    String payeeNameIndex,
    UUID designation) {

  /** The sender, or whom the sender named. */
  public enum PayeeRole {
    SENDER,
    BENEFICIARY
  }
}
