package io.parceldesk.complaint;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.contracts.ComplaintEvent.Duplicate;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.annotations.ColumnTransformer;

/**
 * Which complaints are the same matter as this one (conformance 10).
 *
 * @param mergedInto the number of the one that goes on, or null
 * @param duplicates those that were merged into this one, or null where there are none
 */
@Embeddable
record SameMatter(
    String mergedInto,
    @Convert(converter = DuplicatesJson.class) @ColumnTransformer(write = "?::jsonb")
        List<Duplicate> duplicates) {
  static final SameMatter NONE = new SameMatter(null, null);

  SameMatter goingOnIn(String survivor) {
    return new SameMatter(survivor, duplicates);
  }

  /** One more, and all that had been merged into it. */
  SameMatter with(Duplicate merged, SameMatter its) {
    return new SameMatter(
        mergedInto, Stream.of(all(), Stream.of(merged), its.all()).flatMap(some -> some).toList());
  }

  private Stream<Duplicate> all() {
    return duplicates == null ? Stream.of() : duplicates.stream();
  }

  static void require(Complaint merged, Complaint survivor, boolean evenIfOtherWaybill) {
    if (merged.id().equals(survivor.id())) {
      throw new DomainException(422, "merge-with-itself", "A complaint is not its own duplicate");
    }
    if (!survivor.status().awaitsAnswer()) {
      throw new DomainException(
              409,
              "survivor-not-open",
              "Only a complaint that still awaits its answer takes others in")
          .with("survivorStatus", survivor.statusName());
    }
    if (!evenIfOtherWaybill && survivor.intake().isOfOtherParcel(merged.intake().waybill())) {
      throw new DomainException(
          422,
          "other-waybill",
          "The complaints are about different parcels; say evenIfOtherWaybill");
    }
  }
}
