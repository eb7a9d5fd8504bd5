package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.ListFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/** The one way to file, read and change claims. */
@Singleton
public class Claims extends Cases<Claim> {
  Claims(ClaimRepository repository, CaseDesk desk) {
    super(CaseKind.CLAIM, "claim", "/claims", repository, desk);
  }

  @Override
  public Set<String> categories() {
    return names(Route.values());
  }

  @Override
  public Set<ListFilter> filters() {
    return Set.of(ListFilter.CUSTOMER);
  }
}
