package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.OutletGround.DAMAGE;
import static io.parceldesk.claims.compensation.OutletGround.DELAY;
import static io.parceldesk.claims.compensation.OutletGround.LOSS;
import static io.parceldesk.claims.compensation.SampleParcels.TARIFF;
import static io.parceldesk.claims.compensation.SampleParcels.agency;
import static io.parceldesk.claims.compensation.SampleParcels.batch;
import static io.parceldesk.claims.compensation.SampleParcels.broken;
import static io.parceldesk.claims.compensation.SampleParcels.destroyed;
import static io.parceldesk.claims.compensation.SampleParcels.late;
import static io.parceldesk.claims.compensation.SampleParcels.lost;
import static io.parceldesk.claims.compensation.SampleParcels.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.claims.compensation.OutletDecision.Awarded;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of awards between outlets, by their numbers. */
class OutletExamplesTest {

  static Stream<Arguments> lossExamples() {
    return Stream.of(
        arguments(
            1,
            normal(LOSS, lost("3200.00")),
            "1000.00",
            "1060.00 960.00 100.00",
            "CMPN-20 CMPN-25",
            "a lost waybill gives 1000"),
        arguments(
            2,
            normal(LOSS, lost("1000.00")),
            "1000.00",
            "1060.00 960.00 100.00",
            "CMPN-20 CMPN-25",
            "the tariff itself is not less than the tariff"),
        arguments(
            4,
            normal(LOSS, lost("268.00")),
            "268.00",
            "284.08 257.28 26.80",
            "CMPN-24 CMPN-25",
            "less than the tariff is paid as it is"),
        arguments(
            5,
            agency(LOSS, lost("800.00")),
            "300.00",
            "318.00 288.00 30.00",
            "CMPN-22 CMPN-25",
            "the destination is in its agency period"),
        arguments(
            6,
            agency(LOSS, lost("300.00")),
            "300.00",
            "318.00 288.00 30.00",
            "CMPN-22 CMPN-25",
            "exactly the tariff of an agency period"),
        arguments(
            8,
            batch(LOSS, false, 14, lost("900.00")),
            "10000.00",
            "10600.00 9600.00 1000.00",
            "CMPN-24 CMPN-21 CMPN-25",
            "a whole bag is limited"),
        arguments(
            10,
            batch(LOSS, true, 25, lost("260.00")),
            "5000.00",
            "5300.00 4800.00 500.00",
            "CMPN-24 CMPN-23 CMPN-25",
            "an agency batch is limited"));
  }

  static Stream<Arguments> otherExamples() {
    return Stream.of(
        arguments(
            11,
            normal(DAMAGE, broken("600.00", "420.00", true)),
            "420.00",
            "CMPN-30",
            "by degree, below the limit"),
        arguments(
            12,
            normal(DAMAGE, broken("600.00", "500.00", true)),
            "500.00",
            "CMPN-30",
            "exactly the limit"),
        arguments(
            14,
            normal(DAMAGE, destroyed("1999.99", "1999.99", true, null)),
            "1999.99",
            "CMPN-31",
            "destroyed, below the limit"),
        arguments(
            16,
            normal(DAMAGE, destroyed("2000.00", "2000.00", false, true)),
            "1000.00",
            "CMPN-31 CMPN-32",
            "no invoice, the threshold itself is included"),
        arguments(
            18,
            normal(DAMAGE, destroyed("1999.00", "1999.00", false, null)),
            "1999.00",
            "CMPN-31",
            "below the threshold nothing is said about invoices (AMB-06)"),
        arguments(
            20,
            normal(DAMAGE, destroyed("2999.99", "2999.99", true, null)),
            "2000.00",
            "CMPN-31",
            "high value begins at 3000"),
        arguments(
            24,
            normal(DELAY, late("1.000", 5, "900.00")),
            "250.00",
            "CMPN-40 CMPN-41",
            "exactly the limit of light parcels"),
        arguments(
            25,
            normal(DELAY, late("1.000", 6, "900.00")),
            "250.00",
            "CMPN-40 CMPN-41",
            "a kilogram is light"),
        arguments(
            27,
            normal(DELAY, late("1.01", 12, "2000.00")),
            "500.00",
            "CMPN-40 CMPN-42",
            "above a kilogram it is heavy"),
        arguments(
            28,
            normal(DELAY, late("0.8", 2, "60.00")),
            "60.00",
            "CMPN-40 CMPN-41 CMPN-44",
            "the value is a ceiling"),
        arguments(
            30,
            batch(DELAY, false, 12, late("1", 5, "400.00")),
            "2500.00",
            "CMPN-40 CMPN-41 CMPN-43",
            "a batch is limited"),
        arguments(
            32,
            agency(DELAY, late(null, 15, null)),
            "100.00",
            "CMPN-45",
            "an agency period is limited, whatever the weight"),
        arguments(
            33,
            batch(DELAY, true, 30, late(null, 5, null)),
            "1000.00",
            "CMPN-45 CMPN-46",
            "an agency batch is limited"),
        arguments(
            35,
            thriceReturned(normal(DELAY, late("1", 5, "900.00"))),
            "0.00",
            "CMPN-48",
            "after three returns it is as if there were no material"));
  }

  @ParameterizedTest(name = "#{0}: {2}, as {5}")
  @MethodSource("lossExamples")
  void paysForLosses(
      int n, OutletCase filed, String award, String shares, String rules, String because) {
    var awarded = (Awarded) TARIFF.assess(filed);

    assertThat(awarded.award()).as(because).isEqualTo(Amount.of(award));
    var split = awarded.shares();
    assertThat(List.of(split.liablePays(), split.winnerNets(), split.headquartersKeeps()))
        .isEqualTo(Arrays.stream(shares.split(" ")).map(Amount::of).toList());
    assertThat(rulesOf(awarded)).isEqualTo(rules);
  }

  @ParameterizedTest(name = "#{0}: {2}, as {4}")
  @MethodSource("otherExamples")
  void paysForDamageAndDelay(int n, OutletCase filed, String award, String rules, String because) {
    var awarded = (Awarded) TARIFF.assess(filed);

    assertThat(awarded.award()).as(because).isEqualTo(Amount.of(award));
    assertThat(awarded.shares()).isEqualTo(Shares.withoutFee(Amount.of(award)));
    assertThat(rulesOf(awarded)).isEqualTo(rules);
  }

  static Stream<Arguments> examplesWithoutAmount() {
    return Stream.of(
        arguments(
            19,
            normal(DAMAGE, destroyed("3000.00", "3000.00", true, null)),
            Outcome.REFER,
            "CMPN-34",
            "high value begins at 3000"),
        arguments(
            23,
            normal(DAMAGE, broken("600.00", "420.00", false)),
            Outcome.RETURN,
            "ARB-01",
            "the price of an online purchase is unproven"));
  }

  @ParameterizedTest(name = "#{0}: {2}, as {4}")
  @MethodSource("examplesWithoutAmount")
  void leavesSomeToPeople(int n, OutletCase filed, Outcome outcome, String rules, String because) {
    var decision = TARIFF.assess(filed);

    assertThat(decision.outcome()).as(because).isEqualTo(outcome);
    assertThat(rulesOf(decision)).isEqualTo(rules);
  }

  private static OutletCase thriceReturned(OutletCase filed) {
    return new OutletCase(
        filed.ground(),
        filed.agency(),
        filed.batch(),
        filed.arbitrated(),
        filed.thirdPartyTransfer(),
        new Filing(false, 3, List.of("WAYBILL_IMAGE")),
        filed.parcels());
  }

  /** Each rule once, in the order in which it came up. */
  private static String rulesOf(OutletDecision decision) {
    return String.join(" ", decision.steps().stream().map(Step::rule).distinct().toList());
  }
}
