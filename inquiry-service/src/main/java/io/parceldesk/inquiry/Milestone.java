package io.parceldesk.inquiry;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Comparator;

/** The scan that a parcel's state rests on. Of two, the same one is later whoever compares them. */
@Embeddable
public record Milestone(
    Instant at, @Enumerated(EnumType.STRING) ScanType type, String outlet, String scanId) {
  private static final Comparator<Milestone> IN_TIME =
      Comparator.comparing(Milestone::at)
          .thenComparing(Milestone::type)
          .thenComparing(Milestone::scanId);

  static Milestone later(Milestone known, Milestone told) {
    return known == null || IN_TIME.compare(told, known) > 0 ? told : known;
  }
}
