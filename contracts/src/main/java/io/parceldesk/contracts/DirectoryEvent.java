package io.parceldesk.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * The directory's newest facts, on the compacted topic {@code parceldesk.directory}, keyed by
 * outlet code.
 */
@JsonSubTypes({
  @Type(name = "io.parceldesk.outlet-changed.v1", value = DirectoryEvent.OutletChanged.class)
})
public sealed interface DirectoryEvent {
  String code();

  /**
   * An outlet as it now is.
   *
   * @param parent code of the outlet or headquarters above it, or null
   * @param agencyPeriod while it holds, lower awards apply (CMPN-22); null when there is none
   * @param zone IANA time zone
   * @param quietHours null for the company's own
   * @param escalation people to turn to, by role and level; names of colleagues, not of customers
   */
  record OutletChanged(
      String code,
      String name,
      String region,
      String parent,
      AgencyPeriod agencyPeriod,
      String zone,
      QuietHours quietHours,
      List<EscalationContact> escalation,
      boolean active)
      implements DirectoryEvent {}

  /** Both days inclusive (AMB-08). */
  record AgencyPeriod(LocalDate from, LocalDate to) {}

  /** In the outlet's zone; from after to means over midnight. */
  record QuietHours(LocalTime from, LocalTime to) {}

  /** Level 1 supervisor, 2 department head, 3 headquarters; {@code person} is a staff id. */
  record EscalationContact(int level, String role, String person) {}
}
