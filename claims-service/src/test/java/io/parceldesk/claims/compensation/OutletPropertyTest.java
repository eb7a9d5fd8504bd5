package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.OutletGround.DAMAGE;
import static io.parceldesk.claims.compensation.OutletGround.DELAY;
import static io.parceldesk.claims.compensation.OutletGround.LOSS;
import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.compensation.OutletDecision.Awarded;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every award between outlets, whatever the case. */
class OutletPropertyTest {
  private static final long SEED = 20261125;
  private static final int CASES = 3_000;

  private Random random;

  @Test
  void paysWhatPlainArithmeticPays() {
    forEveryCase(LOSS, filed -> assertThat(award(filed)).isEqualTo(NaiveTariff.loss(filed)));
    forEveryCase(DELAY, filed -> assertThat(award(filed)).isEqualTo(NaiveTariff.delay(filed)));
    forEveryCase(DAMAGE, filed -> assertThat(award(filed)).isEqualTo(NaiveTariff.damage(filed)));
  }

  @ParameterizedTest
  @EnumSource
  void paysNeitherLessThanNothingNorMoreThanTheValue(OutletGround ground) {
    forEveryCase(
        ground,
        filed -> {
          var worth = filed.parcels().stream().map(OutletParcel::value).toList();
          assertThat(award(filed)).isBetween(Amount.ZERO, Amount.sum(worth));
        });
  }

  @ParameterizedTest
  @EnumSource
  void addsUpItsSteps(OutletGround ground) {
    forEveryCase(
        ground,
        filed -> {
          var awarded = decide(filed);
          var steps = awarded.steps().stream().map(Step::amount).toList();
          assertThat(Amount.sum(steps)).isEqualTo(awarded.award());
        });
  }

  /** Nothing is lost between them, and each fee is rounded half up. */
  @ParameterizedTest
  @EnumSource
  void sharesOutWhatIsPaid(OutletGround ground) {
    forEveryCase(
        ground,
        filed -> {
          var awarded = decide(filed);
          var shares = awarded.shares();
          assertThat(shares.winnerNets().plus(shares.headquartersKeeps()))
              .isEqualTo(shares.liablePays());
          assertThat(shares.liablePays().minus(awarded.award()))
              .isEqualTo(fee(ground, awarded, "0.06"));
          assertThat(awarded.award().minus(shares.winnerNets()))
              .isEqualTo(fee(ground, awarded, "0.04"));
        });
  }

  @Test
  void paysABatchNoLessForOneWaybillMore() {
    for (var ground : new OutletGround[] {LOSS, DELAY}) {
      forEveryCase(
          ground,
          filed -> {
            var more = new ArrayList<>(filed.parcels());
            more.add(parcel(ground, "LLT-MORE"));
            var larger = SampleParcels.filed(ground, filed.agency(), true, more);
            var batch = SampleParcels.filed(ground, filed.agency(), true, filed.parcels());
            assertThat(award(larger)).isGreaterThanOrEqualTo(award(batch));
          });
    }
  }

  /** Not so damage: without an invoice the threshold is a cliff (AMB-06). */
  @Test
  void paysNoLessForMoreValue() {
    for (var ground : new OutletGround[] {LOSS, DELAY}) {
      forEveryCase(
          ground,
          filed -> {
            var dearer = filed.parcels().stream().map(OutletPropertyTest::dearer).toList();
            var more = SampleParcels.filed(ground, filed.agency(), filed.batch(), dearer);
            assertThat(award(more)).isGreaterThanOrEqualTo(award(filed));
          });
    }
  }

  private void forEveryCase(OutletGround ground, Consumer<OutletCase> holds) {
    for (int i = 0; i < CASES; i++) {
      random = new Random(SEED + i);
      holds.accept(filed(ground));
    }
  }

  private OutletCase filed(OutletGround ground) {
    var batch = random.nextBoolean();
    var parcels =
        IntStream.rangeClosed(1, batch ? 1 + random.nextInt(20) : 1)
            .mapToObj(n -> parcel(ground, "LLT" + n))
            .toList();
    return SampleParcels.filed(ground, random.nextBoolean(), batch, parcels);
  }

  /** Values around every figure of the tables, and any others; damage below the high value. */
  private OutletParcel parcel(OutletGround ground, String waybill) {
    var value = amount(ground == DAMAGE ? 299_999 : 500_000);
    var loss =
        random.nextInt(3) == 0 ? value : value.times(BigDecimal.valueOf(random.nextInt(101), 2));
    return new OutletParcel(
        waybill,
        value,
        loss,
        BigDecimal.valueOf(1 + random.nextInt(2_000), 3),
        random.nextInt(15),
        random.nextBoolean(),
        true,
        random.nextBoolean(),
        random.nextBoolean(),
        DamageKind.values()[random.nextInt(4)]);
  }

  private Amount amount(int most) {
    var figures = new int[] {0, 10_000, 25_000, 30_000, 50_000, 70_000, 100_000, 200_000};
    var fen =
        random.nextBoolean()
            ? random.nextInt(most + 1)
            : Math.max(0, figures[random.nextInt(figures.length)] + random.nextInt(3) - 1);
    return new Amount(BigDecimal.valueOf(fen, 2));
  }

  private static OutletParcel dearer(OutletParcel parcel) {
    return new OutletParcel(
        parcel.waybill(),
        parcel.value().plus(Amount.of("0.01")),
        parcel.loss(),
        parcel.weightKg(),
        parcel.daysLate(),
        parcel.ecommerce(),
        parcel.priceProof(),
        parcel.invoice(),
        parcel.practical(),
        parcel.damage());
  }

  private static Amount fee(OutletGround ground, Awarded awarded, String share) {
    return ground == LOSS
        ? new Amount(
            awarded
                .award()
                .value()
                .multiply(new BigDecimal(share))
                .setScale(2, RoundingMode.HALF_UP))
        : Amount.ZERO;
  }

  private static Amount award(OutletCase filed) {
    return decide(filed).award();
  }

  private static Awarded decide(OutletCase filed) {
    return (Awarded) SampleParcels.TARIFF.assess(filed);
  }
}
