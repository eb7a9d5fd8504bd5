package io.parceldesk.claims;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.shipped.TermsJson;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The terms by which claims are handled, in all their versions. A claim keeps the one that was
 * valid at its opening. Of several an admin's newest counts, else the newest shipped one, so that a
 * new release never undoes what an admin decided.
 */
@ApplicationScoped
public class ClaimRules {
  /** Writers wait for each other; readers do not. */
  static final String LOCK = "lock table claim_terms in share row exclusive mode";

  private static final String COLUMNS =
      """
      select version, terms::text as terms, effective_from, author, created_at from claim_terms
      """;

  private final Sql sql;
  private final ShippedClaimTerms shipped;
  private final Map<Integer, ClaimTerms> known = new ConcurrentHashMap<>();

  ClaimRules(Sql sql, ShippedClaimTerms shipped) {
    this.sql = sql;
    this.shipped = shipped;
  }

  /** What a claim is handled by; a version never changes, so it is read once. */
  public ClaimTerms of(Claim claim) {
    return known.computeIfAbsent(claim.handling(), this::read);
  }

  private ClaimTerms read(int version) {
    shipped.storeOnce();
    return sql.first(COLUMNS + "where version = ?", ClaimRules::version, version)
        .orElseThrow()
        .terms();
  }

  /** What a claim that is opened now will be handled by. */
  public ClaimTermsVersion current() {
    shipped.storeOnce();
    return sql.first(
            COLUMNS
                + """
                where effective_from <= clock_timestamp()
                order by author = 'shipped', effective_from desc, version desc limit 1
                """,
            ClaimRules::version)
        .orElseThrow();
  }

  /** All versions, oldest first. */
  public List<ClaimTermsVersion> versions() {
    shipped.storeOnce();
    return sql.list(COLUMNS + "order by version", ClaimRules::version);
  }

  /** Terms as somebody has sent them; every value must be there, and none be unknown. */
  public static ClaimTerms termsOf(JsonNode sent) throws JsonProcessingException {
    return TermsJson.read(sent, ClaimTerms.class);
  }

  /** Until the end of the transaction nobody else writes terms. */
  public void lock() {
    sql.update(LOCK);
  }

  public void add(ClaimTermsVersion version) {
    var terms = TermsJson.write(version.terms());
    sql.update(
        """
        insert into claim_terms (version, terms, content_hash, effective_from, author, created_at)
        values (?, ?::jsonb, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?, ?)
        """,
        version.version(),
        terms,
        terms,
        version.effectiveFrom(),
        version.author(),
        version.createdAt());
  }

  public Instant now() {
    return sql.first("select clock_timestamp() as now", row -> SqlValue.instant(row, "now"))
        .orElseThrow();
  }

  private static ClaimTermsVersion version(ResultSet row) throws SQLException {
    return new ClaimTermsVersion(
        row.getInt("version"),
        TermsJson.read(row.getString("terms"), ClaimTerms.class),
        SqlValue.instant(row, "effective_from"),
        row.getString("author"),
        SqlValue.instant(row, "created_at"));
  }
}
