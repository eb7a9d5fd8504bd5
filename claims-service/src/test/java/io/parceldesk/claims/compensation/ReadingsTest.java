package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.Ground.DAMAGE;
import static io.parceldesk.claims.Ground.LOSS;
import static io.parceldesk.claims.compensation.SampleClaims.claim;
import static io.parceldesk.claims.compensation.SampleParcels.batch;
import static io.parceldesk.claims.compensation.SampleParcels.destroyed;
import static io.parceldesk.claims.compensation.SampleParcels.late;
import static io.parceldesk.claims.compensation.SampleParcels.lost;
import static io.parceldesk.claims.compensation.SampleParcels.normal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parceldesk.chassis.money.Amount;
import io.parceldesk.chassis.shipped.TermsJson;
import io.parceldesk.claims.compensation.OutletDecision.Awarded;
import io.parceldesk.claims.compensation.OutletDecision.Fined;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Open points are values of the tariff: what each other reading would give. */
class ReadingsTest {
  private static final String OUTLETS = TermsJson.write(SampleParcels.TARIFF.terms());
  private static final String CUSTOMERS = TermsJson.write(SampleClaims.TARIFF.terms());

  @Test
  void capsAgainstMissingInvoicesAtAnyLossIfItIsToldTo() {
    var justBelow = normal(OutletGround.DAMAGE, destroyed("1999.00", "1999.00", false, true));

    assertThat(award("monotoneNoInvoiceCap\":false", "monotoneNoInvoiceCap\":true", justBelow))
        .isEqualTo("1000.00");
  }

  @Test
  void limitsABatchOnlyAsAWholeIfItIsToldTo() {
    var bag = batch(OutletGround.LOSS, false, 3, lost("2500.00"));

    assertThat(award("", "", bag)).isEqualTo("3000.00");
    assertThat(award("SUM_OF_CAPPED_WAYBILLS", "TOTAL_VALUE", bag)).isEqualTo("7500.00");
    var lateBag = batch(OutletGround.DELAY, false, 2, late("1", 20, "900.00"));
    assertThat(award("", "", lateBag)).isEqualTo("500.00");
    assertThat(award("SUM_OF_CAPPED_WAYBILLS", "TOTAL_VALUE", lateBag))
        .as("the value stays a ceiling")
        .isEqualTo("1800.00");
  }

  @Test
  void paysALowValueInsteadIfItIsToldTo() {
    var oneDay = normal(OutletGround.DELAY, late("1", 1, "200.00"));

    assertThat(award("", "", oneDay)).isEqualTo("50.00");
    assertThat(award("CEILING", "INSTEAD", oneDay)).isEqualTo("200.00");
  }

  @Test
  void refersOtherBreakageIfItIsToldTo() {
    var vase = parcel(DamageKind.BREAKAGE, "1600.00", "400.00");

    assertThat(award("", "", vase)).as("a quarter of the 1000 of a loss").isEqualTo("250.00");
    assertThat(decide("RATIO_OF_LOSS_TARIFF", "REFER", vase).outcome()).isEqualTo(Outcome.REFER);
  }

  @Test
  void takesTheFeeWhereItIsToldTo() {
    var late = normal(OutletGround.DELAY, late("1", 5, "900.00"));

    var awarded = (Awarded) decide("[\"LOSS\"]", "[\"LOSS\",\"DELAY\"]", late);

    assertThat(awarded.shares().headquartersKeeps()).hasToString("25.00");
  }

  @Test
  void takesNoFeeOnWhatWasSettled() {
    var settled =
        new OutletCase(
            OutletGround.LOSS,
            false,
            false,
            false,
            false,
            Filing.complete(),
            List.of(lost("9.00")));

    assertThat(((Awarded) decide("", "", settled)).shares().headquartersKeeps())
        .isEqualTo(Amount.ZERO);
    var always = (Awarded) decide("onlyArbitrated\":true", "onlyArbitrated\":false", settled);
    assertThat(always.shares().headquartersKeeps()).hasToString("0.90");
  }

  @Test
  void finesALateTransfer() {
    var transfer =
        new OutletCase(
            OutletGround.DELAY,
            false,
            true,
            true,
            true,
            Filing.complete(),
            SampleParcels.copies(2, late(null, 3, null)));

    var fined = (Fined) decide("", "", transfer);

    assertThat(fined.penalty()).hasToString("300.00");
    assertThat(fined.payer()).isEqualTo(OutletDecision.Payer.LIABLE);
    assertThat(fined.steps()).extracting(Step::rule).containsOnly("CMPN-47");
  }

  @Test
  void finesWhoReportsFalsely() {
    var report =
        new OutletCase(
            OutletGround.LOSS,
            false,
            false,
            true,
            false,
            new Filing(true, 0, List.of("CLAIM_LETTER")),
            List.of(lost("900.00")));

    var fined = (Fined) decide("", "", report);

    assertThat(fined.payer()).isEqualTo(OutletDecision.Payer.FILER);
    assertThat(fined.penalty()).hasToString("1000.00");
  }

  @Test
  void returnsWhatIsIncompleteThreeTimes() {
    assertThat(decide("", "", incomplete(2)).outcome()).isEqualTo(Outcome.RETURN);
    assertThat(((Awarded) decide("", "", incomplete(3))).award()).isEqualTo(Amount.ZERO);
  }

  @Test
  void paysInsuredGoodsAsTheyWereWorthIfItIsToldTo() {
    var cheap = claim(LOSS).insured("2000.00").value("800.00").freight("10.00").told();

    assertThat(compensation("", "", cheap)).isEqualTo("2010.00");
    assertThat(compensation("capAtActual\":false", "capAtActual\":true", cheap))
        .isEqualTo("810.00");
  }

  @Test
  void limitsUninsuredGoodsByTheCompanysTermsIfItIsToldTo() {
    var civil = "{\"plugin\":\"CIVIL_ACTUAL_LOSS\"}";
    var notified = claim(LOSS).value("800.00").freight("12.00").limit(5, true, false);
    var byTariff = new ContractLimit(null, true, false);
    var told = notified.told();
    var usual =
        new CustomerCase(
            LOSS,
            told.freight(),
            null,
            null,
            told.value(),
            null,
            false,
            null,
            Exemption.NONE,
            byTariff);

    assertThat(compensation("", "", usual)).isEqualTo("812.00");
    assertThat(compensation(civil, "{\"plugin\":\"CONTRACT_LIMIT\",\"timesFreight\":3}", usual))
        .isEqualTo("48.00");
    assertThat(compensation(civil, "{\"plugin\":\"FIXED_LIMIT\",\"limit\":\"500.00\"}", usual))
        .isEqualTo("512.00");
    assertThat(compensation(civil, "{\"plugin\":\"CONTRACT_LIMIT\",\"timesFreight\":3}", told))
        .as("what the case agreed")
        .isEqualTo("72.00");
  }

  @Test
  void returnsAShareOfTheFeeIfItIsToldTo() {
    var part = claim(DAMAGE).value("300.00").loss("100.00").freight("10.00").told();

    assertThat(compensation("\"FULL_DAMAGE\"", "\"FULL_DAMAGE\",\"PARTIAL_DAMAGE\"", part))
        .isEqualTo("103.33");
  }

  @Test
  void keepsTheFreightOfPerishedGoodsIfItIsToldTo() {
    var perished =
        claim(LOSS).value("300.00").freight("10.00").exempt(Exemption.FORCE_MAJEURE).told();

    assertThat(compensation("MajeureLoss\":true", "MajeureLoss\":false", perished))
        .isEqualTo("0.00");
  }

  /** A result is kept with its case, to be explained again later. */
  @Test
  void canBeStoredAndReadAgain() throws Exception {
    var json = new ObjectMapper();
    var capped = decide("", "", batch(OutletGround.LOSS, false, 14, lost("900.00")));

    for (var step : capped.steps()) {
      assertThat(json.readValue(json.writeValueAsString(step), Step.class)).isEqualTo(step);
    }
    assertThat(capped.steps())
        .extracting(Step::amount)
        .contains(new Amount(new BigDecimal("-2600.00")));
  }

  private static OutletCase incomplete(int returns) {
    return new OutletCase(
        OutletGround.DAMAGE,
        false,
        false,
        true,
        false,
        new Filing(false, returns, List.of("DAMAGE_PHOTOS")),
        List.of(destroyed("900.00", "900.00", true, null)));
  }

  private static OutletCase parcel(DamageKind kind, String value, String loss) {
    return normal(
        OutletGround.DAMAGE,
        new OutletParcel(
            "LLT1", Amount.of(value), Amount.of(loss), null, null, false, false, true, null, kind));
  }

  private static String award(String shipped, String other, OutletCase filed) {
    return ((Awarded) decide(shipped, other, filed)).award().toString();
  }

  private static OutletDecision decide(String shipped, String other, OutletCase filed) {
    var terms = TermsJson.read(replaced(OUTLETS, shipped, other), OutletTerms.class);
    return new OutletTariff("outlet-award@2", terms).assess(filed);
  }

  private static String compensation(String shipped, String other, CustomerCase claim) {
    var terms = TermsJson.read(replaced(CUSTOMERS, shipped, other), CustomerTerms.class);
    return new CustomerTariff("customer-compensation@2", terms).assess(claim).award().toString();
  }

  private static String replaced(String terms, String shipped, String other) {
    assertThat(terms).contains(shipped);
    return shipped.isEmpty() ? terms : terms.replace(shipped, other);
  }
}
