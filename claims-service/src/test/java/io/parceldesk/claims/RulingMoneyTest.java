package io.parceldesk.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseNumber;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.claims.compensation.DamageKind;
import io.parceldesk.claims.compensation.Filing;
import io.parceldesk.claims.compensation.Outcome;
import io.parceldesk.claims.compensation.OutletCase;
import io.parceldesk.claims.compensation.OutletDecision.Awarded;
import io.parceldesk.claims.compensation.OutletGround;
import io.parceldesk.claims.compensation.OutletParcel;
import io.parceldesk.claims.compensation.OutletTariff;
import io.parceldesk.claims.compensation.OutletTerms;
import io.parceldesk.claims.compensation.TariffId;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulingMoneyTest {
  private static final CaseNumber NUMBER = CaseNumber.of(CaseKind.DISPUTE, SampleDisputes.NOW, 1);

  /** The training cases of ARB-12, from the report to the accounts. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "4 uninsured loss      | LOSS   | 3200.00 |         |              |      |       | false |"
            + " -1060.00 | 960.00 | 100.00",
        "6 TV screen cracked   | DAMAGE | 2400.00 | 1200.00 | BREAKAGE     |      |       | false |"
            + " -500.00  | 500.00 |",
        "8 delivery delay      | DELAY  | 900.00  |         |              | 6    | 1.000 | false |"
            + " -250.00  | 250.00 |",
        "10 glassware broken   | DAMAGE | 600.00  | 420.00  | BREAKAGE     |      |       | true  |"
            + " -420.00  | 420.00 |",
        "11 clothes torn       | DAMAGE | 899.00  | 500.00  | BREAKAGE     |      |       | true  |"
            + " -500.00  | 500.00 |",
        "13 partial loss       | DAMAGE | 1800.00 | 700.00  | PART_MISSING |      |       | false |"
            + " -700.00  | 700.00 |",
        "14 pick-up delay      | DELAY  | 2000.00 |         |              | 12   | 1.010 | false |"
            + " -500.00  | 500.00 |",
        "17 signed-for yet lost| LOSS   | 268.00  |         |              |      |       | false |"
            + " -284.08  | 257.28 | 26.80"
      })
  void movesWhatTheTrainingCasesAskFor(
      String name,
      OutletGround ground,
      String value,
      String loss,
      DamageKind damage,
      Integer days,
      BigDecimal weight,
      boolean online,
      String liable,
      String winner,
      String headquarters)
      throws IOException {
    var parcel =
        new OutletParcel(
            "LLT8812604417",
            Amount.of(value),
            loss == null ? null : Amount.of(loss),
            weight,
            days,
            online,
            online,
            false,
            null,
            damage);

    var balances = balances(ruling(ground, parcel, all("LLT-CD-02")));

    assertThat(balances.get("LLT-CD-02")).isEqualByComparingTo(liable);
    assertThat(balances.get("LLT-GZ-01")).isEqualByComparingTo(winner);
    assertThat(balances.getOrDefault("HEADQUARTERS", BigDecimal.ZERO))
        .isEqualByComparingTo(headquarters == null ? "0" : headquarters);
  }

  @Test
  void splitsAnAmountToTheFen() {
    var parts =
        Liability.split(
            Amount.of("100.00"),
            List.of(share("A", "33.33"), share("B", "33.33"), share("C", "33.34")));

    assertThat(parts)
        .extracting(part -> part.amount().toString())
        .containsExactly("33.33", "33.33", "33.34");
    assertThat(Liability.split(Amount.of("0.01"), List.of(share("A", "50"), share("B", "50"))))
        .extracting(part -> part.amount().toString())
        .containsExactly("0.01", "0.00");
  }

  @Test
  void letsHeadquartersAndTheFilerBearTheirParts() throws IOException {
    var parcel =
        new OutletParcel(
            "LLT8812604417",
            Amount.of("1000.00"),
            null,
            null,
            null,
            false,
            false,
            false,
            null,
            null);
    var split =
        List.of(share("LLT-CD-02", "50"), share("HEADQUARTERS", "30"), share("LLT-GZ-01", "20"));
    var ruling = ruling(OutletGround.LOSS, parcel, split);

    var balances = balances(ruling);

    assertThat(balances.get("LLT-CD-02")).as("500 and 6 %").isEqualByComparingTo("-530.00");
    assertThat(balances.get("LLT-GZ-01")).as("800 less 4 %").isEqualByComparingTo("768.00");
    assertThat(balances.get("HEADQUARTERS")).isEqualByComparingTo("-238.00");
    assertThat(new RulingMoney("LLT-GZ-01", ruling).orders())
        .containsOnlyKeys("LLT-CD-02")
        .containsValue(Amount.of("530.00"));
  }

  @Test
  void refusesSharesThatAreNotAHundredAndAPartyTwice() {
    for (var split :
        List.of(
            List.<Liability>of(),
            List.of(share("A", "99.99")),
            List.of(share("A", "60"), share("B", "50")),
            List.of(share("A", "50"), share("A", "50")))) {
      assertThatExceptionOfType(DomainException.class)
          .isThrownBy(() -> Liability.checked(split))
          .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(422));
    }
  }

  private static Ruling ruling(OutletGround ground, OutletParcel parcel, List<Liability> liable)
      throws IOException {
    var assessed =
        (Awarded)
            tariff()
                .assess(
                    new OutletCase(
                        ground, false, false, true, false, Filing.complete(), List.of(parcel)));
    return new Ruling(
        Outcome.AWARD,
        false,
        assessed.award(),
        Amount.ZERO,
        assessed.shares().liablePays().minus(assessed.award()),
        assessed.award().minus(assessed.shares().winnerNets()),
        liable,
        false,
        List.of(parcel),
        assessed.tariff(),
        List.of(),
        "because",
        null,
        "arbitrator",
        SampleDisputes.NOW);
  }

  private static Map<String, BigDecimal> balances(Ruling ruling) {
    var balances = new TreeMap<String, BigDecimal>();
    for (var transfer : new RulingMoney("LLT-GZ-01", ruling).posting(NUMBER, 1).transfers()) {
      balances.merge(transfer.from().owner(), transfer.amount().negate(), BigDecimal::add);
      balances.merge(transfer.to().owner(), transfer.amount(), BigDecimal::add);
    }
    return balances;
  }

  private static OutletTariff tariff() throws IOException {
    try (var file = RulingMoneyTest.class.getResourceAsStream("/tariffs/outlet-award.yaml")) {
      var terms = TariffId.OUTLET_AWARD.termsOf(new YAMLMapper().readTree(file));
      return new OutletTariff("outlet-award@1", (OutletTerms) terms);
    }
  }

  private static List<Liability> all(String party) {
    return List.of(share(party, "100"));
  }

  private static Liability share(String party, String percent) {
    return new Liability(party, new BigDecimal(percent));
  }
}
