package io.parceldesk.claims;

/**
 * An account of the ledger: an outlet's, headquarters', or that of what customers were paid. What
 * customers get and what outlets owe each other never share a posting's purpose (CMPN-01).
 */
public record Account(String code) {
  public static final Account HEADQUARTERS = new Account("HEADQUARTERS");
  public static final Account CUSTOMERS = new Account("CUSTOMERS");

  private static final String OUTLET = "outlet:";

  public static Account outlet(String code) {
    return new Account(OUTLET + code);
  }

  /** What its owner is called: an outlet's code, HEADQUARTERS or CUSTOMERS. */
  public String owner() {
    return code.startsWith(OUTLET) ? code.substring(OUTLET.length()) : code;
  }

  /** The account of whoever is called so. */
  public static Account of(String owner) {
    return switch (owner) {
      case "HEADQUARTERS" -> HEADQUARTERS;
      case "CUSTOMERS" -> CUSTOMERS;
      default -> outlet(owner);
    };
  }
}
