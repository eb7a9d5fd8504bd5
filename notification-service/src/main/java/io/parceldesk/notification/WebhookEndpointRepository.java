package io.parceldesk.notification;

import io.parceldesk.chassis.problem.DomainException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The webhook endpoints of the outlets. */
@ApplicationScoped
public class WebhookEndpointRepository implements PanacheRepositoryBase<WebhookEndpoint, UUID> {
  public WebhookEndpoint require(UUID id) {
    return findByIdOptional(id)
        .orElseThrow(() -> DomainException.notFound("Webhook endpoint " + id));
  }

  public List<WebhookEndpoint> activeOf(Collection<String> outlets) {
    return outlets.isEmpty()
        ? List.of()
        : list("outlet in ?1 and status = ?2", outlets, WebhookEndpoint.Status.ACTIVE);
  }

  /** Of one outlet, or of all; newest first. */
  public List<WebhookEndpoint> ofOutlet(String outlet, int rows) {
    return find("?1 is null or outlet = ?1 order by createdAt desc, id", outlet)
        .page(0, rows)
        .list();
  }
}
