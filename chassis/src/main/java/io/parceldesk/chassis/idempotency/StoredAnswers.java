package io.parceldesk.chassis.idempotency;

import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The answers of the last 24 hours, by caller and key. */
@ApplicationScoped
class StoredAnswers {
  private final Sql sql;

  StoredAnswers(Sql sql) {
    this.sql = sql;
  }

  /** False when another request with the key is still running, in whichever replica. */
  boolean reserve(String caller, String key) {
    return sql.first(
            "select pg_try_advisory_xact_lock(hashtextextended(?, 1)) as free",
            row -> row.getBoolean("free"),
            caller + "\n" + key)
        .orElseThrow();
  }

  Optional<StoredAnswer> find(String caller, String key) {
    return sql.first(
        """
        select request_hash, status, location, etag, body::text as body from idempotency
         where caller = ? and key = ? and answered_at > clock_timestamp() - interval '24 hours'
        """,
        row ->
            new StoredAnswer(
                row.getBytes("request_hash"),
                row.getInt("status"),
                row.getString("location"),
                row.getString("etag"),
                row.getString("body")),
        caller,
        key);
  }

  void store(String caller, String key, StoredAnswer answer) {
    sql.update(
        """
        insert into idempotency (caller, key, request_hash, status, location, etag, body)
        values (?, ?, ?, ?, ?, ?, ?::jsonb)
        on conflict (caller, key) do update
          set request_hash = excluded.request_hash, status = excluded.status,
              location = excluded.location, etag = excluded.etag, body = excluded.body,
              answered_at = clock_timestamp()
        """,
        caller,
        key,
        answer.requestHash(),
        answer.status(),
        answer.location(),
        answer.etag(),
        answer.body());
  }
}
