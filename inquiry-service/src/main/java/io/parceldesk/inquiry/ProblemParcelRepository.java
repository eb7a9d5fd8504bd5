package io.parceldesk.inquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Problem parcels by id. */
@ApplicationScoped
class ProblemParcelRepository implements PanacheRepositoryBase<ProblemParcel, UUID> {}
