package io.parceldesk.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.parceldesk.chassis.money.Amount;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTermsTest {
  private final ClaimTerms terms = ShippedClaimTerms.read();

  @ParameterizedTest(name = "{0}, first contact {1}: {2}, because {3}")
  @CsvSource({
    "2025-03-10, 2026-03-10, false, the last day belongs to the year (AMB-20)",
    "2025-03-10, 2026-03-11, true, the year is over",
    "2024-02-29, 2025-02-28, false, 29 February becomes 28 February",
    "2024-02-29, 2025-03-01, true, the year is over"
  })
  void warnAfterAYear(LocalDate dispatched, LocalDate contact, boolean warns, String because) {
    assertThat(terms.isPrescribed(dispatched, contact)).as(because).isEqualTo(warns);
  }

  @Test
  void askForOneProofOfValue() {
    var photo = EnumSet.of(EvidenceSlot.DAMAGE_PHOTO);

    assertThat(terms.missing(Ground.DAMAGE, photo))
        .singleElement()
        .satisfies(place -> assertThat(place.anyOf()).contains(EvidenceSlot.INVOICE));
    photo.add(EvidenceSlot.TRADE_SCREENSHOT);
    assertThat(terms.missing(Ground.DAMAGE, photo)).isEmpty();
    assertThat(terms.missing(Ground.DELAY, Set.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LOSS, 500.00, true",
    "DAMAGE, 0.01, true",
    "LOSS, 500.01, false",
    "LOSS, 0.00, false",
    "DELAY, 20.00, false",
    "MISMATCH, 20.00, false"
  })
  void haveAFastLaneForSmallLosses(Ground ground, String claimed, boolean fast) {
    assertThat(terms.isForFastLane(ground, Amount.of(claimed))).isEqualTo(fast);
  }

  @ParameterizedTest
  @CsvSource({"1000.00, false", "1000.01, true"})
  void takeTwoPeopleAboveALimit(String amount, boolean two) {
    assertThat(terms.needsFourEyes(Amount.of(amount))).isEqualTo(two);
  }

  @Test
  void knowAChecklistForEveryGround() {
    assertThat(terms.checklist()).containsOnlyKeys(Ground.values());
  }
}
