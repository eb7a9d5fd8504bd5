package io.parceldesk.claims;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The claims of this service. */
@ApplicationScoped
public class ClaimRepository implements PanacheRepositoryBase<Claim, UUID> {
  /** Whether a case has a claim already that is not settled. */
  public boolean isOpenFrom(String originNumber) {
    return count("origin.originNumber = ?1 and closedAt is null", originNumber) > 0;
  }

  /** The numbers of all claims on a parcel, by ascending id, as locks are taken. */
  public List<String> numbersOn(String waybill) {
    return list("intake.waybill = ?1 order by id", waybill).stream()
        .map(claim -> claim.number().text())
        .toList();
  }
}
