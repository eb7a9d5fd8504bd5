package io.parceldesk.notification.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parceldesk.contracts.DirectoryEvent.AgencyPeriod;
import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import io.parceldesk.notification.Outlet;
import java.util.List;

/** An outlet as it is shown; how its people are reached is masked for whoever need not know. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutletView(
    String code,
    String name,
    String englishName,
    String region,
    String parent,
    AgencyPeriod agencyPeriod,
    String zone,
    QuietHours quietHours,
    List<String> languages,
    List<ContactPointForm> contactPoints,
    List<PersonForm> people,
    boolean active,
    long version) {

  static OutletView of(Outlet outlet, boolean clear) {
    return new OutletView(
        outlet.code(),
        outlet.name(),
        outlet.englishName(),
        outlet.region(),
        outlet.parent(),
        outlet.agencyPeriod().orElse(null),
        outlet.quietTime().zone().getId(),
        outlet.quietHours(),
        outlet.languages(),
        Shown.points(outlet.contactPoints(), clear),
        Shown.people(outlet.people(), clear),
        outlet.active(),
        outlet.version());
  }
}
