package io.parceldesk.claims.quoting;

import static io.parceldesk.claims.TestDesk.adjuster;
import static io.parceldesk.claims.TestDesk.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables over HTTP; what they say is tested with them. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class CompensationQuoteTest {
  private static final String QUOTES = "/api/v1/compensation-quotes";

  @Test
  void quotesALostParcelBetweenOutlets() {
    quote(outlets("LOSS", false, "{\"waybill\": \"LLT0001\", \"value\": \"3200.00\"}"))
        .statusCode(200)
        .body("outcome", is("AWARD"))
        .body("award.amount", is("1000.00"))
        .body("award.currency", is("CNY"))
        .body("liablePays.amount", is("1060.00"))
        .body("winnerNets.amount", is("960.00"))
        .body("headquartersKeeps.amount", is("100.00"))
        .body("steps.rule", contains("CMPN-20", "CMPN-25"))
        .body("steps[0].amount.amount", is("1000.00"))
        .body("waybills", nullValue())
        .body("tariff", startsWith("outlet-award@"));
  }

  @Test
  void quotesWhatACustomerIsOwed() {
    quote(
            """
            {"track": "CUSTOMER", "ground": "LOSS", "route": "DOMESTIC",
             "dispatchedOn": "2026-11-18", "freight": "12.00", "value": "800.00",
             "contractLimit": {"timesFreight": 5, "prominentNotice": true, "grossNegligence": false}}
            """)
        .statusCode(200)
        .body("outcome", is("AWARD"))
        .body("award.amount", is("72.00"))
        .body("goods.amount", is("60.00"))
        .body("freight.amount", is("12.00"))
        .body("steps.amount.amount", contains("800.00", "-740.00", "12.00"))
        .body("liablePays", nullValue())
        .body("tariff", startsWith("customer-compensation@"));
  }

  @Test
  void answersAnExemptionWithTheFreightOfWhatPerished() {
    quote(
            """
            {"track": "CUSTOMER", "ground": "LOSS", "dispatchedOn": "2026-11-18",
             "freight": "15.00", "value": "500.00", "exemption": "FORCE_MAJEURE"}
            """)
        .statusCode(200)
        .body("outcome", is("EXEMPT"))
        .body("award.amount", is("15.00"))
        .body("goods.amount", is("0.00"))
        .body("steps.rule", contains("CLM-13", "REG-05"));
  }

  @Test
  void explainsItselfInTheReadersLanguage() {
    var lost = outlets("LOSS", false, "{\"waybill\": \"LLT0001\", \"value\": \"268.00\"}");

    quote(lost)
        .header("Content-Language", "zh-CN")
        .body("steps[0].text", is("快件 LLT0001：实际价值 268.00 元，低于标准，按实际价值计"));
    adjuster()
        .header("Accept-Language", "fr, en;q=0.8")
        .body(lost)
        .post(QUOTES)
        .then()
        .header("Content-Language", "en")
        .body(
            "steps[0].text",
            is("Parcel LLT0001: actual value 268.00, which is less than the tariff"));
  }

  @Test
  void namesTheParcelThatNobodyCanAward() {
    var fine =
        "{\"waybill\": \"LLT0001\", \"value\": \"90.00\", \"loss\": \"90.00\","
            + " \"invoice\": true, \"damage\": \"DESTROYED\"}";
    var dear = fine.replace("LLT0001", "LLT0002").replace("90.00", "3000.00");
    var unproven = "{\"ecommerce\": true, \"damage\": \"BREAKAGE\"}";

    quote(outlets("DAMAGE", true, fine + "," + dear))
        .statusCode(200)
        .body("outcome", is("REFER"))
        .body("award", nullValue())
        .body("waybills", contains("LLT0002"))
        .body("steps[0].rule", is("CMPN-34"))
        .body("steps[0].text", containsString("LLT0002"));
    quote(outlets("DAMAGE", true, fine + "," + dear + "," + unproven))
        .body("outcome", is("RETURN"))
        .body("waybills", contains("#3"))
        .body("steps.rule", contains("ARB-01"));
  }

  @Test
  void finesALateTransfer() {
    quote(
            """
            {"track": "OUTLET", "ground": "DELAY", "dispatchedOn": "2026-11-18", "batch": true,
             "thirdPartyTransfer": true, "parcels": [{"daysLate": 3}, {"daysLate": 3}]}
            """)
        .statusCode(200)
        .body("outcome", is("PENALTY"))
        .body("award.amount", is("0.00"))
        .body("penalty.amount", is("300.00"))
        .body("liablePays.amount", is("300.00"))
        .body("winnerNets.amount", is("0.00"))
        .body("headquartersKeeps.amount", is("300.00"));
  }

  @Test
  void wantsExactlyOneParcelWithoutABatch() {
    quote(outlets("LOSS", false, "{\"value\": \"1.00\"}, {\"value\": \"1.00\"}"))
        .statusCode(422)
        .body("code", is("not-one-parcel"))
        .body("rule", is("AMB-10"));
    quote(
            outlets(
                "LOSS",
                true,
                "{\"waybill\": \"LLT0001\", \"value\": \"1.00\"},"
                    + "{\"waybill\": \"LLT0001\", \"value\": \"1.00\"}"))
        .statusCode(422)
        .body("code", is("duplicate-waybill"));
  }

  @Test
  void namesTheFactThatARuleNeeds() {
    quote(outlets("LOSS", false, "{\"waybill\": \"LLT0001\"}"))
        .statusCode(422)
        .body("code", is("fact-missing"))
        .body("rule", is("CMPN-24"))
        .body("fact", is("value"))
        .body("waybill", is("LLT0001"));
    quote(
            outlets(
                "DAMAGE",
                false,
                "{\"value\": \"2500.00\", \"loss\": \"2000.00\", \"damage\": \"DESTROYED\"}"))
        .statusCode(422)
        .body("rule", is("CMPN-32"))
        .body("fact", is("practical"));
  }

  @Test
  void refusesALossAboveTheValue() {
    quote(outlets("DAMAGE", false, "{\"value\": \"1.00\", \"loss\": \"1.01\"}"))
        .statusCode(422)
        .body("code", is("loss-above-value"));
  }

  @Test
  void knowsNoTariffOfLongAgo() {
    quote(outlets("LOSS", false, "{\"value\": \"1.00\"}").replace("2026-11-18", "1949-10-01"))
        .statusCode(422)
        .body("code", is("no-tariff"))
        .body("rule", is("REG-02"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "\"OUTLET\"; \"NOBODY\"; /track; must be one of [CUSTOMER, OUTLET]",
        "\"LOSS\"; \"THEFT\"; /ground; must be one of [LOSS, DAMAGE, DELAY]",
        "\"LOSS\"; null; /ground; must not be null",
        "\"1.00\"; \"1.005\"; /parcels/0/value; must be an amount such as 500.00",
        "\"1.00\"; \"-1.00\"; /parcels/0/value; must be an amount such as 500.00",
        "\"1.00\"; \"99999999999.00\"; /parcels/0/value; must be an amount such as 500.00",
        "\"1.00\"; \"1e9\"; /parcels/0/value; must be an amount such as 500.00",
        "\"value\"; \"worth\"; /parcels/0/worth; is not a known field",
        "\"value\": \"1.00\"; \"daysLate\": -1; /parcels/0/daysLate; must be greater than",
        "\"value\": \"1.00\"; \"weightKg\": 0; /parcels/0/weightKg; must be greater than",
        "{\"value\": \"1.00\"}; ; /parcels; must not be empty",
        "{\"value\": \"1.00\"}; null; /parcels/0; must not be null",
        "\"2026-11-18\"; \"18.11.2026\"; /dispatchedOn; is not a valid LocalDate"
      })
  void saysWhatIsWrongWithABody(String right, String wrong, String pointer, String message) {
    var body = outlets("LOSS", false, "{\"value\": \"1.00\"}");

    quote(body.replace(right, wrong == null ? "" : wrong))
        .statusCode(400)
        .body("code", is("invalid-body"))
        .body("errors.pointer", hasItem(pointer))
        .body("errors.message", hasItem(startsWith(message)));
  }

  @Test
  void wantsABody() {
    adjuster().post(QUOTES).then().statusCode(400).body("code", is("invalid-body"));
    quote("{\"track\"").statusCode(400).body("code", is("malformed-json"));
    quote("{}").statusCode(400).body("errors.pointer", hasItem("/track"));
  }

  @Test
  void takesNoFieldOfTheOtherTrack() {
    quote(
            outlets("LOSS", false, "{\"value\": \"1.00\"}")
                .replace("\"batch\"", "\"freight\": \"1.00\", \"batch\""))
        .statusCode(400)
        .body("errors[0].pointer", is("/freight"))
        .body("errors[0].message", is("is not a known field"));
  }

  @Test
  void isOpenToOutlets() {
    as(TestServers.token("outlet", "LLT-GZ-01"))
        .body(outlets("LOSS", false, "{\"value\": \"1.00\"}"))
        .post(QUOTES)
        .then()
        .statusCode(200);
  }

  @Test
  void isDocumentedWithExamplesOfBothTracks() {
    adjuster()
        .get("/q/openapi?format=json")
        .then()
        .rootPath("paths.'/api/v1/compensation-quotes'.post.requestBody.content.'application/json'")
        .body(
            "examples.keySet()",
            hasItems("A customer's lost parcel", "A lost bag, between outlets"))
        .body("schema.'$ref'", is("#/components/schemas/QuoteForm"))
        .rootPath("components.schemas")
        .body("QuoteForm.discriminator.propertyName", is("track"))
        .body("QuoteForm.oneOf", hasSize(2))
        .body("OutletQuoteForm.properties.track.enum", contains("OUTLET"))
        .body("OutletQuoteForm.required", hasItems("track", "ground", "dispatchedOn", "parcels"));
  }

  private static ValidatableResponse quote(String body) {
    return adjuster().body(body).post(QUOTES).then();
  }

  private static String outlets(String ground, boolean batch, String parcels) {
    return """
    {"track": "OUTLET", "ground": "%s", "dispatchedOn": "2026-11-18", "batch": %s,
     "destinationInAgencyPeriod": false, "arbitrated": true, "parcels": [%s]}
    """
        .formatted(ground, batch, parcels);
  }
}
