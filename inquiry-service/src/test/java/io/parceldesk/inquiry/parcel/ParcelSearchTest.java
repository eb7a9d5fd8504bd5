package io.parceldesk.inquiry.parcel;

import static io.parceldesk.inquiry.TestDesk.PARCELS;
import static io.parceldesk.inquiry.TestDesk.agent;
import static io.parceldesk.inquiry.TestDesk.as;
import static io.parceldesk.inquiry.TestDesk.loadParcels;
import static io.parceldesk.inquiry.TestDesk.parcel;
import static io.parceldesk.inquiry.TestDesk.waybill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.parceldesk.sandbox.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ParcelSearchTest {
  @Inject SeenSpans spans;

  private final String phone = "137" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
  private final String waybill = waybill();

  private void load(String number) {
    loadParcels(parcel(number, "").replace("13800138000", phone)).body("wrong", empty());
  }

  @Test
  void findsByEitherPartysPhoneAndShowsItMasked() {
    load(waybill);

    var answer = agent().queryParam("phone", "+86 " + phone).queryParam("name", "李 丽").get(PARCELS);

    answer
        .then()
        .statusCode(200)
        .body("items.waybill", is(List.of(waybill)))
        .body("items[0].sender.name", is("王**"));
    assertThat(answer.asString()).doesNotContain(phone, "王小明", "体育西路");
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "from,   2026-11-18, true",
    "from,   2026-11-19, false",
    "to,     2026-11-18, true",
    "to,     2026-11-17, false",
    "outlet, LLT-GZ-01,  true",
    "outlet, LLT-CD-02,  true",
    "outlet, LLT-SH-03,  false",
    "name,   王小明,      true",
    "name,   张三,        false",
  })
  void narrowsDown(String parameter, String value, boolean found) {
    load(waybill);

    agent()
        .queryParam("phone", phone)
        .queryParam(parameter, value)
        .get(PARCELS)
        .then()
        .statusCode(200)
        .body("items.waybill", found ? hasItem(waybill) : not(hasItem(waybill)));
  }

  @Test
  void keepsWhatIsSearchedForOutOfTraces() {
    agent().queryParam("phone", phone).get(PARCELS).then().statusCode(200);

    await()
        .untilAsserted(
            () ->
                assertThat(spans.all()).anyMatch(span -> span.contains("url.query=\"not kept\"")));
    assertThat(spans.all()).noneMatch(span -> span.contains(phone));
  }

  @Test
  void showsAnOutletOnlyItsOwn() {
    load(waybill);

    as(TestServers.token("outlet", "LLT-CD-02"))
        .queryParam("phone", phone)
        .get(PARCELS)
        .then()
        .body("items.waybill", is(List.of(waybill)));
    as(TestServers.token("outlet", "LLT-SH-03"))
        .queryParam("phone", phone)
        .get(PARCELS)
        .then()
        .statusCode(200)
        .body("items", empty());
    as(TestServers.token("auditor")).queryParam("phone", phone).get(PARCELS).then().statusCode(403);
  }

  @Test
  void givesPageAfterPage() {
    var all = new HashSet<String>();
    for (var n = 0; n < 5; n++) {
      var number = waybill();
      load(number);
      all.add(number);
    }

    var first = agent().queryParam("phone", phone).queryParam("limit", 3).get(PARCELS);
    String next = first.then().body("next", notNullValue()).extract().path("next");
    var second =
        agent()
            .queryParam("phone", phone)
            .queryParam("limit", 3)
            .queryParam("cursor", next)
            .get(PARCELS);

    var found = new HashSet<String>(first.<List<String>>path("items.waybill"));
    found.addAll(second.<List<String>>path("items.waybill"));
    assertThat(found).isEqualTo(all);
    assertThat(second.<String>path("next")).isNull();
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource({
    "from,  2026-11-18, search-too-wide",
    "phone, 12,         bad-phone",
    "from,  yesterday,  search-too-wide",
  })
  void refusesWhatItCannotSearchFor(String parameter, String value, String code) {
    agent().queryParam(parameter, value).get(PARCELS).then().statusCode(400).body("code", is(code));
  }

  @Test
  void warnsOfANumberThatLooksMistypedAndKeepsIt() {
    loadParcels(parcel("RB123456786US", ""))
        .body("wrong", empty())
        .body("warnings.code", is(List.of("check-digit")))
        .body("warnings[0].carriers", is(List.of("EMS")));
    agent()
        .get(PARCELS + "/RB123456786US")
        .then()
        .statusCode(200)
        .body("carriers[0].checkDigit", is("WRONG"));
  }
}
