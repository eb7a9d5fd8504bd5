package io.parceldesk.claims;

import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Stores the terms that come with the service. What was never shipped before becomes the next
 * version, for claims opened from now on; the first has always been valid. A file with a slip in it
 * does not start.
 */
@ApplicationScoped
class ShippedClaimTerms {
  private static final String FILE = "claims/handling.yaml";

  private static final String ADD =
      """
      insert into claim_terms (version, terms, content_hash, effective_from, author)
      select next.version, shipped.terms::jsonb,
             encode(sha256(convert_to(shipped.terms, 'UTF8')), 'hex'),
             case next.version when 1 then timestamptz 'epoch' else clock_timestamp() end, 'shipped'
        from (select ?::text as terms) as shipped,
             (select coalesce(max(version), 0) + 1 as version from claim_terms) as next
      on conflict (content_hash) where author = 'shipped' do nothing
      """;

  private final Sql sql;
  private final Transactions transactions;
  private volatile boolean stored;

  ShippedClaimTerms(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  void atStart(@Observes StartupEvent event) {
    storeOnce();
  }

  /** Whoever needs the terms first stores them. */
  void storeOnce() {
    if (!stored) {
      storeNow();
    }
  }

  private synchronized void storeNow() {
    if (!stored) {
      store(read());
      stored = true;
    }
  }

  /** How many were new: one or none. */
  int store(ClaimTerms terms) {
    return transactions.runNew(
        () -> {
          sql.update(ClaimRules.LOCK);
          return sql.update(ADD, ClaimTermsJson.write(terms));
        });
  }

  static ClaimTerms read() {
    try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
      return ClaimTermsJson.readYaml(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The terms of " + FILE + " cannot be read", e);
    }
  }
}
