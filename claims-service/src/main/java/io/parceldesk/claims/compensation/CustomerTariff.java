package io.parceldesk.claims.compensation;

/**
 * How a customer is compensated, in one version. No figure of the awards between outlets limits it
 * (CMPN-01).
 *
 * @param reference {@code id@version}
 */
public record CustomerTariff(String reference, CustomerTerms terms) {

  public Compensation assess(CustomerCase claim) {
    return new CustomerTable(terms, reference).decide(claim);
  }
}
