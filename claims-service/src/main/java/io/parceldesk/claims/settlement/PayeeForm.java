package io.parceldesk.claims.settlement;

import io.parceldesk.claims.Payee.PayeeRole;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * Who gets the money where the claimant does not (CLM-07).
 *
 * @param designation the file in which the sender names the beneficiary
 */
record PayeeForm(
    @NotNull PayeeRole role, @NotBlank @Size(max = 100) String name, UUID designation) {

  @AssertTrue(message = "is required for a beneficiary: the file in which the sender says so")
  boolean isDesignationGiven() {
    return role != PayeeRole.BENEFICIARY || designation != null;
  }
}
