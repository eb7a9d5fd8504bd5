package io.parceldesk.notification;

import io.parceldesk.chassis.cases.CaseStatus;
import java.util.Set;

/** The life of one message to one recipient. */
public enum DeliveryStatus implements CaseStatus<DeliveryStatus> {
  PENDING,
  /** Leased by a replica that is sending it. */
  SENDING,
  /** Handed over; nothing is known about its arrival. */
  SENT,
  DELIVERED,
  UNDELIVERED,
  /** It may have been handed over: the answer was lost (SMS only). */
  UNKNOWN,
  FAILED,
  EXPIRED,
  /** Planned but not to be sent; the reason says why. */
  SUPPRESSED;

  @Override
  public Set<DeliveryStatus> successors() {
    return switch (this) {
      case PENDING -> Set.of(SENDING, EXPIRED, SUPPRESSED);
      case SENDING -> Set.of(PENDING, SENT, UNKNOWN, FAILED);
      case SENT, UNDELIVERED ->
          Set.of(DELIVERED, UNDELIVERED); // a late receipt may correct another
      case UNKNOWN -> Set.of(SENDING, SENT, DELIVERED, UNDELIVERED);
      case DELIVERED -> Set.of();
      case FAILED, EXPIRED, SUPPRESSED -> Set.of(PENDING); // by hand only
    };
  }
}
