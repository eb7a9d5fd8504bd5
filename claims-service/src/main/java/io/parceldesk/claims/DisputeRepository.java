package io.parceldesk.claims;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The disputes of this service. */
@ApplicationScoped
class DisputeRepository implements PanacheRepositoryBase<Dispute, UUID> {}
