package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.Ground.DAMAGE;
import static io.parceldesk.claims.Ground.DELAY;
import static io.parceldesk.claims.Ground.LOSS;
import static io.parceldesk.claims.Ground.MISMATCH;
import static io.parceldesk.claims.compensation.Exemption.CUSTOMER_FAULT;
import static io.parceldesk.claims.compensation.Exemption.FORCE_MAJEURE;
import static io.parceldesk.claims.compensation.Exemption.NATURE_OF_GOODS;
import static io.parceldesk.claims.compensation.Exemption.PRESCRIBED;
import static io.parceldesk.claims.compensation.Mismatch.NAME;
import static io.parceldesk.claims.compensation.Mismatch.QUANTITY;
import static io.parceldesk.claims.compensation.SampleClaims.TARIFF;
import static io.parceldesk.claims.compensation.SampleClaims.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers are owed: the worked examples by their numbers, and the rows that have none. */
class CustomerExamplesTest {

  static Stream<Arguments> examples() {
    return Stream.of(
        arguments(
            "#36",
            claim(DELAY).freight("18.00").surcharges("7.00"),
            "18.00",
            "CMPN-02",
            "premium and packing stay paid"),
        arguments(
            "#37",
            claim(LOSS).insured("2000.00").freight("23.00").surcharges("10.00"),
            "2023.00",
            "CMPN-05 CMPN-04 CMPN-02",
            "insured, whatever the value"),
        arguments("#39", lost(), "812.00", "CMPN-06 CMPN-04", "civil law pays the actual loss"),
        arguments(
            "#40",
            lost().limit(5, true, false),
            "72.00",
            "CMPN-06 REG-05 CMPN-04",
            "five times the freight were agreed and pointed out"),
        arguments(
            "no notice",
            lost().limit(5, false, false),
            "812.00",
            "CMPN-06 REG-05 CMPN-04",
            "a limit nobody pointed out does not count"),
        arguments(
            "negligence",
            lost().limit(5, true, true),
            "812.00",
            "CMPN-06 REG-05 CMPN-04",
            "a limit does not cover gross negligence"),
        arguments(
            "high limit",
            lost().limit(90, true, false),
            "812.00",
            "CMPN-06 REG-05 CMPN-04",
            "a limit adds nothing to the loss"),
        arguments(
            "#42",
            claim(DELAY).destroyed().value("260.00").freight("30.00"),
            "290.00",
            "CMPN-06 CMPN-02",
            "fruit that a delay has spoilt (CMPN-03)"),
        arguments(
            "part spoilt",
            claim(DELAY).destroyed().value("260.00").loss("65.00").freight("30.00"),
            "95.00",
            "CMPN-06 CMPN-08 CMPN-02",
            "the fee is waived for the delay, however little it destroyed"),
        arguments(
            "#43",
            lost().value("1500.00").insured("1500.00").freight("20.00").exempt(FORCE_MAJEURE),
            "1520.00",
            "CLM-13 CMPN-05 CMPN-04",
            "force majeure does not free from what was insured"),
        arguments(
            "full damage",
            claim(DAMAGE).value("300.00").loss("300.00").freight("10.00"),
            "310.00",
            "CMPN-06 CMPN-07",
            "full damage is as loss"),
        arguments(
            "part damage",
            claim(DAMAGE).value("300.00").loss("100.00").freight("10.00"),
            "100.00",
            "CMPN-06 CMPN-08",
            "no fee for damage in part (AMB-22)"),
        arguments(
            "part insured",
            claim(DAMAGE).value("300.00").loss("100.00").insured("1000.00"),
            "333.33",
            "CMPN-05 CMPN-08",
            "a third of the insured amount, rounded once"),
        arguments(
            "part limited",
            claim(DAMAGE).value("300.00").loss("200.00").freight("10.00").limit(5, true, false),
            "33.33",
            "CMPN-06 REG-05 CMPN-08",
            "two thirds of what the whole would give"),
        arguments(
            "other goods",
            claim(MISMATCH).mismatch(NAME).value("90.00").freight("10.00"),
            "100.00",
            "CMPN-09 CMPN-06 CMPN-07",
            "other goods are as full damage"),
        arguments(
            "too few",
            claim(MISMATCH).mismatch(QUANTITY).value("90.00").loss("30.00"),
            "30.00",
            "CMPN-09 CMPN-06 CMPN-08",
            "another quantity is as damage in part"));
  }

  static Stream<Arguments> exemptions() {
    return Stream.of(
        arguments(
            "#44",
            claim(LOSS).value("500.00").freight("15.00").exempt(FORCE_MAJEURE),
            "15.00",
            "CLM-13 REG-05",
            "nothing for the goods, the freight of what perished"),
        arguments(
            "late",
            claim(DELAY).freight("15.00").exempt(FORCE_MAJEURE),
            "0.00",
            "CLM-13",
            "a delay by force majeure has destroyed nothing"),
        arguments(
            "part",
            claim(DAMAGE).value("9.00").loss("3.00").freight("15.00").exempt(FORCE_MAJEURE),
            "0.00",
            "CLM-13",
            "what is left has been carried"),
        arguments(
            "#45", lost().exempt(PRESCRIBED), "0.00", "CLM-13", "first contact after a full year"),
        arguments(
            "fault",
            lost().insured("900.00").exempt(CUSTOMER_FAULT),
            "0.00",
            "CLM-13",
            "insurance does not cover the customer's fault"),
        arguments(
            "nature",
            lost().insured("900.00").exempt(NATURE_OF_GOODS),
            "0.00",
            "CLM-13",
            "nor what lies in the goods"));
  }

  @ParameterizedTest(name = "{0}: {2}, as {4}")
  @MethodSource("examples")
  void compensates(String n, SampleClaims claim, String pay, String rules, String because) {
    var result = TARIFF.assess(claim.told());

    assertThat(result.outcome()).isEqualTo(Outcome.AWARD);
    assertThat(result.award()).as(because).isEqualTo(Amount.of(pay));
    assertThat(rulesOf(result)).isEqualTo(rules);
    assertThat(result.tariff()).isEqualTo("customer-compensation@1");
  }

  @ParameterizedTest(name = "{0}: {2}, as {4}")
  @MethodSource("exemptions")
  void isExempt(String n, SampleClaims claim, String pay, String rules, String because) {
    var result = TARIFF.assess(claim.told());

    assertThat(result.outcome()).isEqualTo(Outcome.EXEMPT);
    assertThat(result.goods()).isEqualTo(Amount.ZERO);
    assertThat(result.award()).as(because).isEqualTo(Amount.of(pay));
    assertThat(rulesOf(result)).isEqualTo(rules);
  }

  @Test
  void asksOnlyForWhatARuleNeeds() {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> TARIFF.assess(claim(LOSS).freight("12.00").told()))
        .satisfies(
            refusal ->
                assertThat(refusal.members())
                    .containsEntry("rule", "CMPN-06")
                    .containsEntry("fact", "value"));
    assertThat(TARIFF.assess(claim(LOSS).insured("9.00").freight("1.00").told()).award())
        .isEqualTo(Amount.of("10.00"));
  }

  @Test
  void losesNoMoreThanTheGoodsWereWorth() {
    assertThatExceptionOfType(DomainException.class)
        .isThrownBy(() -> claim(DAMAGE).value("9.00").loss("9.01").told())
        .withMessage("The loss 9.01 is more than the value 9.00");
  }

  private static SampleClaims lost() {
    return claim(LOSS).value("800.00").freight("12.00");
  }

  private static String rulesOf(Compensation result) {
    return String.join(" ", result.steps().stream().map(Step::rule).distinct().toList());
  }
}
