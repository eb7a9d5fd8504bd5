package io.parceldesk.notification;

import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/** The hours in which a recipient is left alone, on the recipient's own clock. */
public record QuietTime(QuietHours hours, ZoneId zone) {
  /** Where nothing else is said (REG-12). */
  public static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0));

  /** When commercial messages are not allowed (REG-12). */
  private static final QuietHours NOT_COMMERCIAL =
      new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  /** As below, and within the hours that the law leaves to commercial messages. */
  public Instant firstCommercialMomentFrom(Instant wished) {
    var legal = new QuietTime(NOT_COMMERCIAL, zone);
    return firstMomentFrom(legal.firstMomentFrom(firstMomentFrom(wished)));
  }

  /** The wished instant, or the end of the quiet hours that it falls into. */
  public Instant firstMomentFrom(Instant wished) {
    var local = wished.atZone(zone);
    if (!isQuiet(local.toLocalTime())) {
      return wished;
    }
    var end = local.with(hours.to());
    return (end.isAfter(local) ? end : local.plusDays(1).with(hours.to())).toInstant();
  }

  private boolean isQuiet(LocalTime time) {
    var from = hours.from();
    var to = hours.to();
    return from.isAfter(to)
        ? !time.isBefore(from) || time.isBefore(to) // over midnight
        : !time.isBefore(from) && time.isBefore(to);
  }
}
