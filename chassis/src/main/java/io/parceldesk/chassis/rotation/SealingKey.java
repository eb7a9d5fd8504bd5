package io.parceldesk.chassis.rotation;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Which key all replicas seal with. While a new release is rolled out some still seal with the
 * previous key: nothing is sealed anew until they have been silent for a while, so that replicas
 * never undo each other's work, and nobody seals with the old key once it is said to be gone.
 */
@ApplicationScoped
class SealingKey {
  private static final String HOLD =
      """
      insert into sealing_key as k (key_id) values (?)
      on conflict (only_row) do update
        set since = case when k.key_id = excluded.key_id then k.since else clock_timestamp() end,
            key_id = excluded.key_id, seen_at = clock_timestamp()
        where k.key_id = excluded.key_id
           or k.seen_at < clock_timestamp() - ?::interval
      """;

  /** The key that the service seals with by common consent, and since when. */
  record InUse(String keyId, Instant since) {}

  private final Sql sql;
  private final Seal seal;
  private final String silence;

  SealingKey(
      Sql sql, Seal seal, @ConfigProperty(name = "parceldesk.rotation.wait") Duration silence) {
    this.sql = sql;
    this.seal = seal;
    this.silence = silence.toString();
  }

  /** Says that this replica is there; false while others still seal with another key. */
  boolean hold() {
    return sql.update(HOLD, seal.currentKey(), silence) == 1;
  }

  Optional<InUse> inUse() {
    return sql.first(
        "select key_id, since from sealing_key",
        row -> new InUse(row.getString("key_id"), SqlValue.instant(row, "since")));
  }
}
