package io.parceldesk.chassis.idempotency;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.transaction.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The answers of the last 24 hours, by caller and key. */
@ApplicationScoped
class StoredAnswers {
  private static final Pattern HARMLESS =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern TELLING = Pattern.compile("\\d([ -]?\\d){6}|@|[^\\x00-\\x7f]");

  private final Sql sql;
  private final BlindIndex index;

  StoredAnswers(Sql sql, BlindIndex index) {
    this.sql = sql;
    this.index = index;
  }

  /**
   * The ways to keep a key, the present one first: one that may name somebody, as programs make
   * them of a customer's phone, is kept as a fingerprint only (REG-10).
   */
  private List<String> kept(String key) {
    return HARMLESS.matcher(key).matches() || !TELLING.matcher(key).find()
        ? List.of(key)
        : Stream.concat(index.anyKey(key).all().stream(), Stream.of(key)).toList();
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
         where caller = ? and key = any(?) and answered_at > clock_timestamp() - interval '24 hours'
        """,
        row ->
            new StoredAnswer(
                row.getBytes("request_hash"),
                row.getInt("status"),
                row.getString("location"),
                row.getString("etag"),
                row.getString("body")),
        caller,
        kept(key));
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
        kept(key).get(0),
        answer.requestHash(),
        answer.status(),
        answer.location(),
        answer.etag(),
        answer.body());
  }
}
