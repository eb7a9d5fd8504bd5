package io.parceldesk.claims.compensation;

import io.parceldesk.chassis.shipped.Once;
import io.parceldesk.chassis.shipped.TermsJson;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import org.jboss.logging.Logger;

/**
 * Stores the tariffs that come with the service. One whose content was never shipped before becomes
 * the next version, for parcels dispatched from the next day on, so that no day has two tariffs.
 */
@ApplicationScoped
class ShippedTariffs {
  private static final Logger LOG = Logger.getLogger(ShippedTariffs.class);

  /** The first version of a tariff has always been valid. */
  private static final String ADD =
      """
      insert into tariff
        (id, version, terms, content_hash, published_at, effective_from, author)
      select ?, next.version, shipped.terms::jsonb,
             encode(sha256(convert_to(shipped.terms, 'UTF8')), 'hex'), clock_timestamp(),
             case next.version when 1 then date '1970-01-01'
               else (clock_timestamp() at time zone 'Asia/Shanghai')::date + 1 end,
             'shipped'
        from (select ?::text as terms) as shipped,
             (select coalesce(max(version), 0) + 1 as version from tariff where id = ?) as next
      on conflict (id, content_hash) where author = 'shipped' do nothing
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final Once stored = new Once(this::storeNow);

  ShippedTariffs(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  void atStart(@Observes StartupEvent event) {
    storeOnce();
  }

  /** Whoever needs a tariff first stores them all. */
  void storeOnce() {
    stored.run();
  }

  private void storeNow() {
    transactions.runNew(this::store);
  }

  private int store() {
    sql.update(Tariffs.LOCK);
    var added = Arrays.stream(TariffId.values()).mapToInt(id -> add(id, read(id))).sum();
    if (added > 0) {
      LOG.infof("Stored %d new tariffs", added);
    }
    return added;
  }

  int add(TariffId id, Object terms) {
    return sql.update(ADD, id.text(), TermsJson.write(terms), id.text());
  }

  static Object read(TariffId id) {
    return TermsJson.shipped("tariffs/" + id.text() + ".yaml", id.terms());
  }
}
