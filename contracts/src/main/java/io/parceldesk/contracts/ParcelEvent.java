package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import java.time.Instant;
import java.time.LocalDate;

/** Milestones of parcels, on topic {@code parceldesk.parcel}, keyed by waybill; without parties. */
@JsonSubTypes({
  @Type(name = "io.parceldesk.parcel-accepted.v1", value = ParcelEvent.ParcelAccepted.class),
  @Type(name = "io.parceldesk.parcel-corrected.v1", value = ParcelEvent.ParcelCorrected.class),
  @Type(name = "io.parceldesk.parcel-delivered.v1", value = ParcelEvent.ParcelDelivered.class),
  @Type(name = "io.parceldesk.parcel-overdue.v1", value = ParcelEvent.ParcelOverdue.class)
})
public sealed interface ParcelEvent {
  String waybill();

  /**
   * A parcel was taken over from its sender.
   *
   * @param route SAME_CITY, DOMESTIC, HK_MO, TW or INTERNATIONAL
   * @param promisedAt null where no delivery time was promised
   * @param fromOutlet or null, as {@code toOutlet} and {@code freight}, where it is not known
   * @param insuredAmount null where it is not insured
   */
  record ParcelAccepted(
      String waybill,
      String route,
      LocalDate dispatchedOn,
      Instant promisedAt,
      String fromOutlet,
      String toOutlet,
      Money freight,
      Money insuredAmount)
      implements ParcelEvent {}

  /** Something of what was told of an accepted parcel was wrong; this is all of it, set right. */
  record ParcelCorrected(
      String waybill,
      String route,
      LocalDate dispatchedOn,
      Instant promisedAt,
      String fromOutlet,
      String toOutlet,
      Money freight,
      Money insuredAmount)
      implements ParcelEvent {}

  record ParcelDelivered(String waybill, Instant deliveredAt, String outlet)
      implements ParcelEvent {}

  /**
   * The promised time has passed without delivery; {@code thorough} when the thorough-delay limit
   * has (REG-07).
   */
  record ParcelOverdue(String waybill, Instant promisedAt, boolean thorough)
      implements ParcelEvent {}
}
