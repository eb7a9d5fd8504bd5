package io.parceldesk.inquiry;

import io.parceldesk.chassis.problem.DomainException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Parcels by waybill. */
@ApplicationScoped
public class ParcelRepository implements PanacheRepositoryBase<Parcel, String> {
  /** Null where the waybill is null or not known. */
  public Parcel known(String waybill) {
    return waybill == null ? null : findById(waybill);
  }

  public List<Parcel> all(Collection<String> waybills) {
    return list("waybill in ?1", waybills);
  }

  public Parcel require(String waybill) {
    return findByIdOptional(waybill)
        .orElseThrow(() -> DomainException.notFound("Parcel " + waybill));
  }
}
