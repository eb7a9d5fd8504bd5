package io.parceldesk.claims.compensation;

import static io.parceldesk.claims.compensation.DamageKind.BREAKAGE;
import static io.parceldesk.claims.compensation.DamageKind.DESTROYED;

import io.parceldesk.chassis.money.Amount;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Parcels and cases between outlets, as the worked examples tell them. */
final class SampleParcels {
  static final OutletTariff TARIFF =
      new OutletTariff("outlet-award@1", (OutletTerms) ShippedTariffs.read(TariffId.OUTLET_AWARD));

  private SampleParcels() {}

  static OutletCase normal(OutletGround ground, OutletParcel parcel) {
    return filed(ground, false, false, List.of(parcel));
  }

  static OutletCase agency(OutletGround ground, OutletParcel parcel) {
    return filed(ground, true, false, List.of(parcel));
  }

  static OutletCase batch(OutletGround ground, boolean agency, int times, OutletParcel parcel) {
    return filed(ground, agency, true, copies(times, parcel));
  }

  /** Every case is arbitrated; only losses bear the fee. */
  static OutletCase filed(
      OutletGround ground, boolean agency, boolean batch, List<OutletParcel> parcels) {
    return new OutletCase(ground, agency, batch, true, false, Filing.complete(), parcels);
  }

  static List<OutletParcel> copies(int times, OutletParcel parcel) {
    return IntStream.rangeClosed(1, times).mapToObj(n -> named("LLT" + n, parcel)).toList();
  }

  static OutletParcel named(String waybill, OutletParcel p) {
    return new OutletParcel(
        waybill,
        p.value(),
        p.loss(),
        p.weightKg(),
        p.daysLate(),
        p.ecommerce(),
        p.priceProof(),
        p.invoice(),
        p.practical(),
        p.damage());
  }

  static OutletParcel lost(String value) {
    return new OutletParcel(
        "LLT1", Amount.of(value), null, null, null, false, false, false, null, null);
  }

  static OutletParcel late(String weightKg, int days, String value) {
    return new OutletParcel(
        "LLT1",
        value == null ? null : Amount.of(value),
        null,
        weightKg == null ? null : new BigDecimal(weightKg),
        days,
        false,
        false,
        false,
        null,
        null);
  }

  /** Bought on line, and broken. */
  static OutletParcel broken(String value, String loss, boolean priceProof) {
    return new OutletParcel(
        "LLT1",
        Amount.of(value),
        Amount.of(loss),
        null,
        null,
        true,
        priceProof,
        false,
        null,
        BREAKAGE);
  }

  static OutletParcel destroyed(String value, String loss, boolean invoice, Boolean practical) {
    return new OutletParcel(
        "LLT1",
        Amount.of(value),
        Amount.of(loss),
        null,
        null,
        false,
        false,
        invoice,
        practical,
        DESTROYED);
  }
}
