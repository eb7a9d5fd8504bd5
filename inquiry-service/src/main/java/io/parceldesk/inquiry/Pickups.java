package io.parceldesk.inquiry;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.PersonalColumns;
import jakarta.inject.Singleton;
import java.util.Set;

/** The one way to open, read and change pick-ups. */
@Singleton
public class Pickups extends Cases<Pickup> {
  Pickups(PickupRepository repository, CaseDesk desk) {
    super(CaseKind.PICKUP, "pickup", "/pickups", repository, desk);
  }

  @Override
  public PersonalColumns personal() {
    return new PersonalColumns(Set.of("contact", "place", "goods"), Set.of());
  }

  @Override
  public Set<String> categories() {
    return names(Route.values());
  }
}
