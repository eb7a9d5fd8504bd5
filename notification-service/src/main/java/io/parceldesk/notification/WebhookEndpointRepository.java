package io.parceldesk.notification;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.notification.WebhookEndpoint.Status;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The webhook endpoints of the outlets. */
@ApplicationScoped
public class WebhookEndpointRepository implements PanacheRepositoryBase<WebhookEndpoint, UUID> {
  public WebhookEndpoint require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> unknown(id));
  }

  /** Whoever changes it too waits, and then sees the newer version. */
  public WebhookEndpoint requireForChange(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> unknown(id));
  }

  private static DomainException unknown(UUID id) {
    return DomainException.notFound("Webhook endpoint " + id);
  }

  /** Those for which messages are planned, paused ones among them. */
  public List<WebhookEndpoint> activeOf(Collection<String> outlets) {
    return outlets.isEmpty()
        ? List.of()
        : list("outlet in ?1 and status in ?2", outlets, List.of(Status.ACTIVE, Status.PAUSED));
  }

  /** All that the outlet has not removed. */
  public List<WebhookEndpoint> keptBy(String outlet) {
    return list("outlet = ?1 and status <> ?2", outlet, Status.REMOVED);
  }

  /** Of one outlet, or of all; newest first, after the row with that time and id. */
  public List<WebhookEndpoint> page(String outlet, Instant createdAt, UUID id, int rows) {
    return find(
            """
            status <> ?1 and (?2 is null or outlet = ?2)
            and (createdAt < ?3 or createdAt = ?3 and id < ?4) order by createdAt desc, id desc
            """,
            Status.REMOVED,
            outlet,
            createdAt,
            id)
        .page(0, rows)
        .list();
  }
}
