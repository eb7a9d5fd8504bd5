package io.parceldesk.claims;

import io.parceldesk.chassis.shipped.Once;
import io.parceldesk.chassis.shipped.TermsJson;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

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
  private final Once stored = new Once(this::storeNow);

  ShippedClaimTerms(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  void atStart(@Observes StartupEvent event) {
    storeOnce();
  }

  /** Whoever needs the terms first stores them. */
  void storeOnce() {
    stored.run();
  }

  private void storeNow() {
    store(read());
  }

  /** How many were new: one or none. */
  int store(ClaimTerms terms) {
    return transactions.runNew(
        () -> {
          sql.update(ClaimRules.LOCK);
          return sql.update(ADD, TermsJson.write(terms));
        });
  }

  static ClaimTerms read() {
    return TermsJson.shipped(FILE, ClaimTerms.class);
  }
}
