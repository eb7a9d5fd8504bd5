package io.parceldesk.inquiry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Pick-ups by id. */
@ApplicationScoped
class PickupRepository implements PanacheRepositoryBase<Pickup, UUID> {}
