package io.parceldesk.claims;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The claims of this service. */
@ApplicationScoped
public class ClaimRepository implements PanacheRepositoryBase<Claim, UUID> {
  /** Whether a case has a claim already that is not settled. */
  public boolean isOpenFrom(String originNumber) {
    return count("origin.originNumber = ?1 and closedAt is null", originNumber) > 0;
  }
}
