package io.parceldesk.notification;

import io.parceldesk.contracts.DirectoryEvent.AgencyPeriod;
import io.parceldesk.contracts.DirectoryEvent.QuietHours;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** All that is known of an outlet but its code. */
public record OutletFacts(
    String name,
    String englishName,
    String region,
    String parent,
    AgencyPeriod agencyPeriod,
    ZoneId zone,
    QuietHours quietHours,
    List<String> languages,
    Set<ContactPoint> contactPoints,
    Set<Person> people,
    boolean active) {}
