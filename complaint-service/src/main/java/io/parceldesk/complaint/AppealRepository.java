package io.parceldesk.complaint;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The appeals of this service. */
@ApplicationScoped
class AppealRepository implements PanacheRepositoryBase<Appeal, UUID> {
  Optional<Appeal> withReference(String authorityReference) {
    return find("intake.authorityReference", authorityReference).firstResultOptional();
  }
}
