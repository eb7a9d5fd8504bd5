package io.parceldesk.notification.directory;

import io.parceldesk.chassis.problem.InvalidBody;
import io.parceldesk.contracts.DirectoryEvent.AgencyPeriod;
import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import io.parceldesk.notification.OutletFacts;
import io.parceldesk.notification.QuietTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/**
 * An outlet as it is entered: {@code POST /outlets} and {@code PUT /outlets/{code}}.
 *
 * @param code letters, digits and hyphens, such as LLT-GZ-01; in a PUT it may be left out
 * @param englishName used in English messages; the name serves where it is missing
 * @param parent code of the outlet or headquarters above it; it must exist
 * @param zone IANA time zone; Asia/Shanghai where it is missing
 * @param quietHours in the outlet's zone; 22:00 to 08:00 where missing; equal times mean none
 * @param languages BCP 47, the first one is written in; zh-CN where missing
 * @param active an outlet that has closed keeps its code but is no longer written to
 */
record OutletForm(
    @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{1,31}") String code,
    @NotBlank @Size(max = 100) String name,
    @Size(max = 100) String englishName,
    @NotBlank @Size(max = 50) String region,
    String parent,
    AgencyPeriod agencyPeriod,
    String zone,
    QuietHours quietHours,
    @Size(max = 5) List<@Pattern(regexp = "[a-z]{2}(-[A-Z]{2})?") String> languages,
    @Size(max = 20) List<@Valid ContactPointForm> contactPoints,
    @Size(max = 50) List<@Valid PersonForm> people,
    Boolean active) {
  OutletFacts toFacts() {
    return new OutletFacts(
        name.strip(),
        englishName,
        region,
        parent,
        agency(),
        zoneId(),
        hours(),
        languages == null || languages.isEmpty() ? List.of("zh-CN") : languages,
        ContactPointForm.toPoints(contactPoints),
        PersonForm.toPeople(people),
        active == null || active);
  }

  private AgencyPeriod agency() {
    if (agencyPeriod == null) {
      return null;
    }
    if (agencyPeriod.from() == null
        || agencyPeriod.to() == null
        || agencyPeriod.to().isBefore(agencyPeriod.from())) {
      throw new InvalidBody("/agencyPeriod", "needs a first and a last day, in this order");
    }
    return agencyPeriod;
  }

  private QuietHours hours() {
    if (quietHours == null) {
      return QuietTime.NIGHT;
    }
    if (quietHours.from() == null || quietHours.to() == null) {
      throw new InvalidBody("/quietHours", "needs from and to");
    }
    return quietHours;
  }

  private ZoneId zoneId() {
    try {
      return ZoneId.of(zone == null ? "Asia/Shanghai" : zone);
    } catch (DateTimeException e) {
      throw new InvalidBody("/zone", "is not an IANA time zone");
    }
  }
}
