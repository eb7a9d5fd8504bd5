package io.parceldesk.claims;

/** Where money goes, in the clear; it is kept and travels only sealed (REG-10). */
public record BankAccount(String holder, String bank, String number) {
  /** 6222 0212 3456 7890 becomes **** 7890. */
  public String mask() {
    return "**** " + number.substring(number.length() - 4);
  }
}
