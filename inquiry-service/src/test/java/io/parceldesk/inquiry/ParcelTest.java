package io.parceldesk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.ParcelEvent.ParcelAccepted;
import io.parceldesk.contracts.ParcelEvent.ParcelCorrected;
import io.parceldesk.contracts.ParcelEvent.ParcelDelivered;
import io.parceldesk.contracts.ParcelEvent.ParcelOverdue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ParcelTest {
  private static final String WAYBILL = "LLT8812604417";
  private static final Instant DAY_BEFORE = Parcels.PROMISED.minusSeconds(86_400);

  @Test
  void announcesItsAcceptanceOnce() {
    var parcel = new Parcel(WAYBILL);

    assertThat(parcel.accept(Parcels.terms(), Parcels.SOMEBODY, Parcels.SOMEBODY, Parcels.LIMIT))
        .singleElement()
        .isInstanceOfSatisfying(
            ParcelAccepted.class,
            accepted -> {
              assertThat(accepted.route()).isEqualTo("DOMESTIC");
              assertThat(accepted.freight().amount()).isEqualTo("12.00");
              assertThat(accepted.insuredAmount()).isNull();
            });
    assertThat(parcel.accept(Parcels.terms(), Parcels.SOMEBODY, Parcels.SOMEBODY, Parcels.LIMIT))
        .isEmpty();
  }

  @Test
  void announcesACorrectionAsSuch() {
    var parcel = Parcels.accepted();

    var events =
        parcel.accept(
            Parcels.termsPromisedAt(DAY_BEFORE), Parcels.SOMEBODY, Parcels.SOMEBODY, Parcels.LIMIT);

    assertThat(events).singleElement().isInstanceOf(ParcelCorrected.class);
  }

  @Test
  void announcesItsDeliveryOnce() {
    var parcel = Parcels.onItsWay();
    var signedFor = List.of(Parcels.scan(ScanType.DELIVERED, DAY_BEFORE));

    assertThat(parcel.follow(signedFor))
        .containsExactly(new ParcelDelivered(WAYBILL, DAY_BEFORE, "LLT-CD-02"));
    assertThat(parcel.follow(signedFor)).isEmpty();
  }

  @Test
  void isAnnouncedOverdueAlthoughItWasDeliveredBeforeAnybodyLooked() {
    var late = Parcels.PROMISED;

    assertThat(Parcels.onItsWay().follow(List.of(Parcels.scan(ScanType.DELIVERED, late))))
        .containsExactly(
            new ParcelOverdue(WAYBILL, Parcels.PROMISED, false),
            new ParcelDelivered(WAYBILL, late, "LLT-CD-02"));
  }

  @Test
  void fallsDueAtThePromisedTimeAndAtTheThoroughLimit() {
    var parcel = Parcels.accepted();

    assertThat(parcel.fallDue(Parcels.PROMISED.minusMillis(1))).isEmpty();
    assertThat(parcel.fallDue(Parcels.PROMISED))
        .containsExactly(new ParcelOverdue(WAYBILL, Parcels.PROMISED, false));
    assertThat(parcel.fallDue(Parcels.LIMIT.at().minusMillis(1))).isEmpty();
    assertThat(parcel.isThoroughlyDelayed(Parcels.LIMIT.at())).isTrue();
    assertThat(parcel.fallDue(Parcels.LIMIT.at()))
        .containsExactly(new ParcelOverdue(WAYBILL, Parcels.PROMISED, true));
    assertThat(parcel.fallDue(Parcels.LIMIT.at())).isEmpty();
  }

  @Test
  void catchesUpWithBothAfterAnOutage() {
    assertThat(Parcels.accepted().fallDue(Parcels.LIMIT.at()))
        .extracting(event -> ((ParcelOverdue) event).thorough())
        .containsExactly(false, true);
  }

  @Test
  void nearsItsLimitOnce() {
    var parcel = Parcels.accepted();

    assertThat(parcel.nearsLimit(Parcels.LIMIT.nearAt().minusMillis(1))).isFalse();
    assertThat(parcel.nearsLimit(Parcels.LIMIT.nearAt())).isTrue();
    assertThat(parcel.nearsLimit(Parcels.LIMIT.at())).isFalse();
  }

  @Test
  void nearsAnotherLimitOnceMore() {
    var parcel = Parcels.accepted();
    parcel.nearsLimit(Parcels.LIMIT.nearAt());
    var later =
        new ThoroughLimit(
            Parcels.LIMIT.at(), Parcels.LIMIT.at().plusSeconds(86_400), Parcels.LIMIT.policy());
    parcel.accept(
        Parcels.termsPromisedAt(Parcels.PROMISED.plusSeconds(172_800)),
        Parcels.SOMEBODY,
        Parcels.SOMEBODY,
        later);

    assertThat(parcel.nearsLimit(later.nearAt().minusMillis(1))).isFalse();
    assertThat(parcel.nearsLimit(later.nearAt())).isTrue();
  }

  @Test
  void nearsNoLimitWhereItWasDeliveredOrNobodyKnewInTime() {
    assertThat(Parcels.delivered().nearsLimit(Parcels.LIMIT.at())).isFalse();

    var toldTooLate = new Parcel(WAYBILL);
    var passed = new ThoroughLimit(null, Parcels.LIMIT.at(), Parcels.LIMIT.policy());
    toldTooLate.accept(Parcels.terms(), Parcels.SOMEBODY, Parcels.SOMEBODY, passed);

    assertThat(toldTooLate.nearsLimit(Parcels.LIMIT.at())).isFalse();
  }

  @Test
  void fallsDueNoMoreOnceItIsBackWithItsSender() {
    var parcel = Parcels.onItsWay();
    parcel.follow(List.of(Parcels.scan(ScanType.RETURNED, DAY_BEFORE)));

    assertThat(parcel.fallDue(Parcels.LIMIT.at())).isEmpty();
    assertThat(parcel.isOverdue(Parcels.LIMIT.at())).isFalse();
  }

  @Test
  void isTheSameInWhateverOrderItsScansAreTold() {
    var scans = new ArrayList<Scan>();
    for (var type : ScanType.values()) {
      scans.add(Parcels.scan(type, DAY_BEFORE.plusSeconds(type.ordinal() / 2)));
    }
    var inOrder = new Parcel(WAYBILL);
    inOrder.follow(scans);

    for (var seed = 0; seed < 200; seed++) {
      Collections.shuffle(scans, new Random(seed));
      var parcel = new Parcel(WAYBILL);
      scans.forEach(scan -> parcel.follow(List.of(scan, scan)));

      assertThat(parcel).as("seed " + seed).usingRecursiveComparison().isEqualTo(inOrder);
    }
    assertThat(inOrder.status()).isEqualTo(ParcelStatus.RETURNED);
  }

  @Test
  void staysDeliveredWhateverAScannerWithAWrongClockAdds() {
    var parcel = Parcels.delivered();
    parcel.follow(List.of(Parcels.scan(ScanType.ARRIVED, Parcels.PROMISED)));

    assertThat(parcel.status()).isEqualTo(ParcelStatus.DELIVERED);
    assertThat(parcel.lastScan().type()).isEqualTo(ScanType.ARRIVED);
  }

  @Test
  void concernsTheOutletsAtItsEnds() {
    assertThat(Parcels.accepted().concerns("LLT-GZ-01")).isTrue();
    assertThat(Parcels.accepted().concerns("LLT-CD-02")).isTrue();
    assertThat(Parcels.accepted().concerns("LLT-SH-03")).isFalse();
    assertThat(Parcels.accepted().concerns(null)).isFalse();
  }

  @Test
  void hasTheSameStreamWhoeverTellsOfIt() {
    assertThat(Parcel.streamOf(WAYBILL)).isEqualTo(Parcel.streamOf(WAYBILL));
  }
}
