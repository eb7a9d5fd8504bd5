package io.parceldesk.notification.template;

import io.parceldesk.chassis.shipped.ShippedFile;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.Wording;
import io.parceldesk.notification.WordingRepository;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.Optional;

/**
 * Makes shipped words that are not stored yet the next version. Words that somebody has edited stay
 * in use.
 */
@ApplicationScoped
class TemplateShipping {
  private final Transactions transactions;
  private final Sql sql;
  private final WordingRepository wordings;

  TemplateShipping(Transactions transactions, Sql sql, WordingRepository wordings) {
    this.transactions = transactions;
    this.sql = sql;
    this.wordings = wordings;
  }

  /** Before the first event is taken in. */
  void ship(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
    transactions.run(
        () -> {
          sql.list("select pg_advisory_xact_lock(hashtext('shipping'))", row -> null);
          ShippedWordings.read().forEach(this::ship);
          return null;
        });
  }

  private record Newest(int version, String author, boolean known) {}

  private void ship(Wording wording) {
    var hash = ShippedFile.hash(wording.source().toString());
    var newest = newest(wording.id(), hash);
    if (newest.isPresent()
        && (newest.get().known() || !newest.get().author().equals(ShippedFile.AUTHOR))) {
      return;
    }
    var id = wording.id();
    var version = newest.map(Newest::version).orElse(0) + 1;
    wordings.add(
        new Wording(new Wording.Id(id.key(), id.channel(), id.locale(), version), wording.source()),
        hash,
        ShippedFile.AUTHOR);
  }

  private Optional<Newest> newest(Wording.Id id, String hash) {
    return sql.first(
        """
        select version, author, exists (
                 select 1 from message_template o
                  where o.key = t.key and o.channel = t.channel and o.locale = t.locale
                    and o.hash = ?) as known
          from message_template t where key = ? and channel = ? and locale = ?
         order by version desc limit 1
        """,
        row -> new Newest(row.getInt("version"), row.getString("author"), row.getBoolean("known")),
        hash,
        id.key(),
        id.channel(),
        id.locale());
  }
}
