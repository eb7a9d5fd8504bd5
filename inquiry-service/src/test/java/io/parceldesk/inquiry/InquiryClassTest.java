package io.parceldesk.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InquiryClassTest {
  private static final Instant BEFORE = Parcels.PROMISED.minusMillis(1);

  @ParameterizedTest(name = "{0}, {1}: {2}, because {3}")
  @CsvSource({
    "none,       before, NO_RESULT,  nothing is known of the waybill",
    "accepted,   before, NO_RESULT,  it only left (INQ-13)",
    "accepted,   late,   NO_RESULT,  it only left however late it is",
    "on its way, before, HAS_RESULT, the scans tell where it is (INQ-14)",
    "on its way, late,   DELAYED,    the promised time has passed (INQ-12)",
    "delivered,  late,   HAS_RESULT, it was delivered",
  })
  void isFoundFromTheParcel(String parcel, String when, InquiryClass expected, String because) {
    var now = when.equals("late") ? Parcels.PROMISED : BEFORE;

    assertThat(InquiryClass.of("LLT8812604417", parcel(parcel), now))
        .as(because)
        .isEqualTo(expected);
  }

  private static Parcel parcel(String state) {
    return switch (state) {
      case "accepted" -> Parcels.accepted();
      case "on its way" -> Parcels.onItsWay();
      case "delivered" -> Parcels.delivered();
      default -> null;
    };
  }
}
