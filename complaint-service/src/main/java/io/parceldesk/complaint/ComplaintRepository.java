package io.parceldesk.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The complaints of this service. */
@ApplicationScoped
class ComplaintRepository implements PanacheRepositoryBase<Complaint, UUID> {}
