package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseNumber;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Money that moves because of a case, from account to account: it balances by its shape.
 *
 * @param cause what in the case moves it
 * @param occurrence 1, or more where the same happens to a case again; a cause is posted once
 */
public record Posting(
    CaseNumber caseNumber, Cause cause, int occurrence, List<Transfer> transfers) {

  /** What in a case moves money. */
  public enum Cause {
    SETTLEMENT,
    RULING,
    PENALTY,
    PAYMENT,
    RECOVERY
  }

  /** What an amount is for. */
  public enum Purpose {
    AWARD,
    FEE,
    PENALTY,
    SETTLEMENT,
    COMPENSATION,
    RECOVERY
  }

  /** An amount above zero, in CNY, that one account owes another from now on. */
  public record Transfer(Purpose purpose, BigDecimal amount, Account from, Account to) {
    public Transfer {
      if (amount.signum() <= 0 || from.equals(to)) {
        throw new IllegalArgumentException("A transfer moves money from one account to another");
      }
    }
  }

  public static Posting of(CaseNumber caseNumber, Cause cause, int occurrence) {
    return new Posting(caseNumber, cause, occurrence, List.of());
  }

  /** Nothing moves where the amount is zero, or who pays is who gets it. */
  public Posting moving(Purpose purpose, BigDecimal amount, Account from, Account to) {
    if (amount.signum() == 0 || from.equals(to)) {
      return this;
    }
    var more = Stream.of(new Transfer(purpose, amount, from, to));
    return new Posting(
        caseNumber, cause, occurrence, Stream.concat(transfers.stream(), more).toList());
  }
}
