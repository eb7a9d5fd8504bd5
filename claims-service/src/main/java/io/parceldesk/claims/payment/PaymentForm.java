package io.parceldesk.claims.payment;

import io.parceldesk.claims.BankAccount;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where the money goes.
 *
 * @param consent the holder agreed to the account's being kept for this (REG-10)
 * @param despiteDelivery a person decided to pay a loss although the parcel has come (AMB-13)
 */
record PaymentForm(@NotNull @Valid AccountForm account, boolean consent, boolean despiteDelivery) {

  /** A bank account as people write it. */
  record AccountForm(
      @NotBlank @Size(max = 100) String holder,
      @NotBlank @Size(max = 100) String bank,
      @NotNull @Pattern(regexp = "[0-9](?:[ -]?[0-9]){7,33}", message = "must have 8 to 34 digits")
          String number) {

    BankAccount toAccount() {
      return new BankAccount(holder.strip(), bank.strip(), number.replaceAll("[ -]", ""));
    }
  }
}
