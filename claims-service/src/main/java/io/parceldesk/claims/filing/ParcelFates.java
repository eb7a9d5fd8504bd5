package io.parceldesk.claims.filing;

import io.parceldesk.claims.Ground;
import io.parceldesk.claims.NewClaim;
import io.parceldesk.claims.ParcelBook;
import jakarta.enterprise.context.ApplicationScoped;

/** A delay that is claimed when the parcel counts as lost already is a loss (CLM-10). */
@ApplicationScoped
class ParcelFates {
  private final ParcelBook parcels;

  ParcelFates(ParcelBook parcels) {
    this.parcels = parcels;
  }

  NewClaim of(NewClaim claim) {
    return claim.category() == Ground.DELAY && parcels.of(claim.waybill()).isLost()
        ? claim.as(Ground.LOSS)
        : claim;
  }
}
