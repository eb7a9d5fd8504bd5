package io.parceldesk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.contracts.ParcelEvent.ParcelDelivered;
import org.junit.jupiter.api.Test;

class ParcelTest {
  @Test
  void announcesItsAcceptanceOnce() {
    var parcel = new Parcel("LLT8812604417");

    assertThat(parcel.accept(Parcels.terms(), Parcels.SOMEBODY, Parcels.SOMEBODY))
        .hasValueSatisfying(
            accepted -> {
              assertThat(accepted.route()).isEqualTo("DOMESTIC");
              assertThat(accepted.freight().amount()).isEqualTo("12.00");
              assertThat(accepted.insuredAmount()).isNull();
            });
    assertThat(parcel.accept(Parcels.terms(), Parcels.SOMEBODY, Parcels.SOMEBODY)).isEmpty();
  }

  @Test
  void announcesItsDeliveryOnce() {
    var parcel = Parcels.onItsWay();
    var signedFor = Parcels.scan(ScanKind.DELIVERED, Parcels.PROMISED);

    assertThat(parcel.add(signedFor))
        .contains(new ParcelDelivered("LLT8812604417", Parcels.PROMISED, "LLT-CD-02"));
    assertThat(parcel.add(signedFor)).isEmpty();
    assertThat(parcel.scans()).hasSize(3);
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
    assertThat(Parcel.streamOf("LLT8812604417")).isEqualTo(Parcel.streamOf("LLT8812604417"));
  }
}
