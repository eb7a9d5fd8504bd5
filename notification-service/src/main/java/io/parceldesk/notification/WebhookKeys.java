package io.parceldesk.notification;

import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Signing keys of many owners, stored sealed. A key that was replaced is good for another day, so
 * that the other side can change over without losing a message. Rotate under a lock of the owner.
 */
public final class WebhookKeys {
  private static final Duration OVERLAP = Duration.ofHours(24);

  /** So many signatures still fit into a header, and verifying stays cheap. */
  private static final int MOST = 4;

  private final Sql sql;
  private final Seal seal;
  private final String table;
  private final String owner;

  /** {@code table} has the columns id, sealed, created_at, expires_at and {@code owner}. */
  public WebhookKeys(Sql sql, Seal seal, String table, String owner) {
    this.sql = sql;
    this.seal = seal;
    this.table = table;
    this.owner = owner;
  }

  /** When keys came into use and when they cease to be good; null for the one that stays. */
  public record Age(Instant createdAt, Instant expiresAt) {}

  /** A new key, and until when the ones before it are good; null when there were none. */
  public record Rotated(WebhookSecret secret, Instant previousGoodUntil) {}

  /** Those that are good now, the newest first. */
  public List<WebhookSecret> of(Object id) {
    return sql.list(
        """
        select sealed from %s
         where %s = ? and (expires_at is null or expires_at > now())
         order by created_at desc, id desc
        """
            .formatted(table, owner),
        row -> new WebhookSecret(seal.open(row.getString("sealed"), String.class)),
        id);
  }

  public List<Age> ages(Object id) {
    return sql.list(
        """
        select created_at, expires_at from %s
         where %s = ? and (expires_at is null or expires_at > now())
         order by created_at desc, id desc
        """
            .formatted(table, owner),
        row -> new Age(SqlValue.instant(row, "created_at"), SqlValue.instant(row, "expires_at")),
        id);
  }

  /** The next key; those before it keep their day, also when they were replaced twice. */
  public Rotated rotate(Object id) {
    requireRoom(id);
    sql.update(
        "update %s set expires_at = now() + ?::interval where %s = ? and expires_at is null"
            .formatted(table, owner),
        OVERLAP.toString(),
        id);
    var previous = ages(id);
    var secret = WebhookSecret.random();
    sql.update(
        "insert into %s (id, %s, sealed, created_at) values (uuidv7(), ?, ?, now())"
            .formatted(table, owner),
        id,
        seal.seal(secret.text()));
    return new Rotated(secret, previous.isEmpty() ? null : previous.get(0).expiresAt());
  }

  /** None of them is good any more; returns how many that were. */
  public int revoke(Object id) {
    return sql.update("delete from %s where %s = ?".formatted(table, owner), id);
  }

  private void requireRoom(Object id) {
    var good = ages(id);
    if (good.size() >= MOST) {
      throw new DomainException(
              409,
              "too-many-secrets",
              "Several replaced secrets are still good; wait for their end")
          .with("retryAt", good.get(good.size() - 1).expiresAt());
    }
  }
}
