package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.Ground;
import java.math.BigDecimal;

/** A customer's case, told one fact after the other. */
final class SampleClaims {
  static final CustomerTariff TARIFF =
      new CustomerTariff(
          "customer-compensation@1",
          (CustomerTerms) ShippedTariffs.read(TariffId.CUSTOMER_COMPENSATION));

  private final Ground ground;
  private Amount freight;
  private Amount surcharges;
  private Amount insured;
  private Amount value;
  private Amount loss;
  private boolean destroyed;
  private Mismatch mismatch;
  private Exemption exemption = Exemption.NONE;
  private ContractLimit limit = ContractLimit.none();

  private SampleClaims(Ground ground) {
    this.ground = ground;
  }

  static SampleClaims claim(Ground ground) {
    return new SampleClaims(ground);
  }

  SampleClaims freight(String amount) {
    freight = Amount.of(amount);
    return this;
  }

  SampleClaims surcharges(String amount) {
    surcharges = Amount.of(amount);
    return this;
  }

  SampleClaims insured(String amount) {
    insured = Amount.of(amount);
    return this;
  }

  SampleClaims value(String amount) {
    value = Amount.of(amount);
    return this;
  }

  SampleClaims loss(String amount) {
    loss = Amount.of(amount);
    return this;
  }

  SampleClaims destroyed() {
    destroyed = true;
    return this;
  }

  SampleClaims mismatch(Mismatch kind) {
    mismatch = kind;
    return this;
  }

  SampleClaims exempt(Exemption reason) {
    exemption = reason;
    return this;
  }

  SampleClaims limit(int timesFreight, boolean prominentNotice, boolean grossNegligence) {
    limit = new ContractLimit(BigDecimal.valueOf(timesFreight), prominentNotice, grossNegligence);
    return this;
  }

  CustomerCase told() {
    return new CustomerCase(
        ground, freight, surcharges, insured, value, loss, destroyed, mismatch, exemption, limit);
  }
}
