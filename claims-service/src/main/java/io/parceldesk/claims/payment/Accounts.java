package io.parceldesk.claims.payment;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.BankAccount;
import io.parceldesk.claims.Claim;
import io.parceldesk.claims.SealedAccount;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets money go only to the payee's own account, and seals it (CLM-07, REG-10). */
@ApplicationScoped
class Accounts {
  private final Seal seal;
  private final BlindIndex index;

  Accounts(Seal seal, BlindIndex index) {
    this.seal = seal;
    this.index = index;
  }

  SealedAccount of(Claim claim, PaymentForm form) {
    if (!form.consent()) {
      throw DomainException.refusedByRule(
          "REG-10", "consent-missing", "Bank data need the holder's separate consent");
    }
    if (claim.isDeliveredLoss() && !form.despiteDelivery()) {
      throw DomainException.refusedByRule(
          "AMB-13", "delivered-after-loss", "The parcel has come: decide whether a loss is paid");
    }
    var account = form.account().toAccount();
    requirePayee(claim, account);
    return new SealedAccount(seal.seal(account), account.mask());
  }

  private void requirePayee(Claim claim, BankAccount account) {
    var payee = claim.payee();
    if (payee == null) {
      throw DomainException.refusedByRule(
          "CLM-07", "no-payee", "The claimant is not the sender: name the payee first");
    }
    if (!index.anyName(account.holder()).has(payee.payeeNameIndex())) {
      throw DomainException.refusedByRule(
          "CLM-07", "other-payee", "The account belongs to somebody else than the payee");
    }
  }

  BankAccount open(String sealed) {
    if (sealed == null) {
      throw new DomainException(410, "account-deleted", "There is no account, or it was deleted");
    }
    return seal.open(sealed, BankAccount.class);
  }
}
