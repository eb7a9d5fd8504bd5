package io.parceldesk.claims;

import io.parceldesk.chassis.cases.CaseDesk;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.claims.compensation.OutletGround;
import jakarta.inject.Singleton;
import java.util.Set;

/** The one way to open, read and change disputes. */
@Singleton
public class Disputes extends Cases<Dispute> {
  Disputes(DisputeRepository repository, CaseDesk desk) {
    super(CaseKind.DISPUTE, "dispute", "/outlet-disputes", repository, desk);
  }

  @Override
  public Set<String> categories() {
    return names(OutletGround.values());
  }

  /** Both outlets; the other one from the announcement on. */
  @Override
  public String ofOutlet() {
    return "(c.filing_outlet = ? or (c.outlet = ? and c.announced_at is not null))";
  }
}
