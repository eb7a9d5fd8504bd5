package io.parceldesk.notification.webhook;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The endpoints' signing keys, stored sealed. */
@ApplicationScoped
class WebhookSecrets {
  private final Sql sql;
  private final Seal seal;

  WebhookSecrets(Sql sql, Seal seal) {
    this.sql = sql;
    this.seal = seal;
  }

  void add(UUID endpoint, WebhookSecret secret) {
    sql.update(
        """
        insert into webhook_secret (id, endpoint_id, sealed, created_at)
        values (uuidv7(), ?, ?, now())
        """,
        endpoint,
        seal.seal(secret.text()));
  }

  /** Those that sign now, the newest first. */
  List<WebhookSecret> of(UUID endpoint) {
    return sql.list(
        """
        select sealed from webhook_secret
         where endpoint_id = ? and (expires_at is null or expires_at > now())
         order by created_at desc, id desc
        """,
        row -> new WebhookSecret(seal.open(row.getString("sealed"), String.class)),
        endpoint);
  }
}
