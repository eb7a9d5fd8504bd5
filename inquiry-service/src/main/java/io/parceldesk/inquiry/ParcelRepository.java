package io.parceldesk.inquiry;

import io.parceldesk.chassis.problem.DomainException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Parcels by waybill. */
@ApplicationScoped
public class ParcelRepository implements PanacheRepositoryBase<Parcel, String> {
  public Parcel require(String waybill) {
    return findByIdOptional(waybill)
        .orElseThrow(() -> DomainException.notFound("Parcel " + waybill));
  }
}
