package io.parceldesk.claims.compensation;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.Ground;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every compensation, whatever the case. */
class CustomerPropertyTest {
  private static final long SEED = 20261125;
  private static final int CASES = 5_000;

  private Random random;

  @Test
  void paysNeitherLessThanNothingNorMoreThanGoodsAndFreight() {
    forEveryCase(
        claim -> {
          var result = assess(claim);
          var goods =
              claim.isInsured() && claim.insuredAmount().isMoreThan(claim.value())
                  ? claim.insuredAmount()
                  : claim.value();
          assertThat(result.goods()).isBetween(Amount.ZERO, goods);
          assertThat(result.freight()).isBetween(Amount.ZERO, claim.freight());
        });
  }

  @Test
  void addsUpItsSteps() {
    forEveryCase(
        claim -> {
          var result = assess(claim);
          var steps = result.steps().stream().map(Step::amount).toList();
          assertThat(Amount.sum(steps)).isEqualTo(result.award());
          assertThat(result.goods().plus(result.freight())).isEqualTo(result.award());
        });
  }

  @Test
  void paysNoLessForMoreLoss() {
    forEveryCase(
        claim -> {
          var lostAll = with(claim, claim.value(), claim.exemption());
          assertThat(assess(lostAll).award()).isGreaterThanOrEqualTo(assess(claim).award());
        });
  }

  @Test
  void paysNoMoreWhereItIsExempt() {
    forEveryCase(
        claim -> {
          var owed = with(claim, claim.loss(), Exemption.NONE);
          assertThat(assess(claim).goods()).isLessThanOrEqualTo(assess(owed).goods());
        });
  }

  private void forEveryCase(Consumer<CustomerCase> holds) {
    for (int i = 0; i < CASES; i++) {
      random = new Random(SEED + i);
      holds.accept(claim());
    }
  }

  private CustomerCase claim() {
    var value = amount(300_000);
    return new CustomerCase(
        any(Ground.values()),
        amount(10_000),
        amount(2_000),
        random.nextBoolean() ? null : amount(300_000),
        value,
        value.times(BigDecimal.valueOf(random.nextInt(101), 2)),
        random.nextBoolean(),
        any(Mismatch.values()),
        random.nextBoolean() ? Exemption.NONE : any(Exemption.values()),
        new ContractLimit(
            random.nextBoolean() ? null : BigDecimal.valueOf(1 + random.nextInt(20)),
            random.nextBoolean(),
            random.nextBoolean()));
  }

  private Amount amount(int most) {
    return new Amount(BigDecimal.valueOf(random.nextInt(most + 1), 2));
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private static CustomerCase with(CustomerCase c, Amount loss, Exemption exemption) {
    return new CustomerCase(
        c.ground(),
        c.freight(),
        c.surcharges(),
        c.insuredAmount(),
        c.value(),
        loss,
        c.valueDestroyed(),
        c.mismatch(),
        exemption,
        c.limit());
  }

  private static Compensation assess(CustomerCase claim) {
    return SampleClaims.TARIFF.assess(claim);
  }
}
