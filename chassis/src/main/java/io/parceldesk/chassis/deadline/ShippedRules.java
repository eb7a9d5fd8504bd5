package io.parceldesk.chassis.deadline;

import io.parceldesk.chassis.shipped.Once;
import io.parceldesk.chassis.shipped.ShippedFile;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Stores the policies and holidays that come with the service. A policy whose content was never
 * shipped before becomes its next version; a year that an admin has written is left alone. Replicas
 * that start at once wait for each other on the stamp's row.
 */
@ApplicationScoped
class ShippedRules {
  private static final Logger LOG = Logger.getLogger(ShippedRules.class);

  /** The first version of a policy has always been in force; later ones are from now on. */
  private static final String ADD_POLICY =
      """
      insert into deadline_policy (id, version, terms, content_hash, effective_from, author)
      select ?, next.version, ?::jsonb, ?,
             case next.version when 1 then timestamptz 'epoch' else clock_timestamp() end, 'shipped'
        from (select coalesce(max(version), 0) + 1 as version
                from deadline_policy where id = ?) as next
      on conflict (id, content_hash) where author = 'shipped' do nothing
      """;

  private static final String ADD_YEAR =
      """
      insert into calendar_year (calendar_id, year, provisional, days, author)
      values ('company', ?, ?, ?::jsonb, 'shipped')
      on conflict (calendar_id, year) do update
        set provisional = excluded.provisional, days = excluded.days
        where calendar_year.author = 'shipped'
          and (calendar_year.provisional, calendar_year.days)
              is distinct from (excluded.provisional, excluded.days)
      """;

  private static final String TELL_OF_YEARS =
      """
      insert into calendar_edit (stamp, calendar_id, action, reason, author)
      values (?, 'company', 'SHIPPED', 'Holidays that came with a release', 'shipped')
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final boolean enabled;
  private final Once stored = new Once(this::storeAgain);

  ShippedRules(
      Sql sql,
      Transactions transactions,
      @ConfigProperty(name = "parceldesk.cases.enabled") boolean enabled) {
    this.sql = sql;
    this.transactions = transactions;
    this.enabled = enabled;
  }

  void atStart(@Observes StartupEvent event) {
    if (enabled) {
      storeOnce();
    }
  }

  /** Whoever needs the rules first stores them, so that no case is opened without. */
  void storeOnce() {
    stored.run();
  }

  /** How many policies and years were new. */
  int storeAgain() {
    return transactions.runNew(this::store);
  }

  private int store() {
    var stamp =
        sql.first("select stamp from deadline_rules for update", row -> row.getLong(1))
            .orElseThrow();
    var policies =
        ShippedPolicies.all().entrySet().stream()
            .mapToInt(policy -> add(policy.getKey(), policy.getValue()))
            .sum();
    var years =
        ShippedHolidays.byYear().entrySet().stream()
            .mapToInt(year -> add(year.getKey(), year.getValue()))
            .sum();
    if (years > 0) {
      sql.update(TELL_OF_YEARS, stamp + 1);
    }
    if (policies + years > 0) {
      sql.update("update deadline_rules set stamp = ?", stamp + 1);
      LOG.infof("Stored %d new policies and %d years of holidays", policies, years);
    }
    return policies + years;
  }

  private int add(String id, PolicyTerms policy) {
    var terms = RulesJson.write(policy);
    return sql.update(ADD_POLICY, id, terms, ShippedFile.hash(terms), id);
  }

  private int add(int year, ShippedHolidays holidays) {
    return sql.update(
        ADD_YEAR, year, holidays.provisional(), RulesJson.write(holidays.calendarDays()));
  }
}
