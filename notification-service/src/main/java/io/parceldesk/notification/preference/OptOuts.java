package io.parceldesk.notification.preference;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.paging.Cursor;
import io.parceldesk.chassis.paging.Page;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.MessageChannel;
import io.parceldesk.notification.MessageClass;
import io.parceldesk.notification.RefusalReplied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Takes down who does not want what any more, and takes back what waits for them. */
@ApplicationScoped
class OptOuts {
  private static final String ADD =
      """
      insert into opt_out (recipient, address, channel, class, reason, author)
      values (?, ?, ?, ?, ?, ?)
      on conflict (recipient, channel, class) do nothing
      """;

  private static final String TAKE_BACK =
      """
      update delivery set status = 'SUPPRESSED', reason = 'opted out', settled_at = now()
       where recipient = any(?) and channel = ? and (class = ? or class = 'MARKETING')
         and status = 'PENDING'
      """;

  private static final String LIST =
      """
      select * from opt_out
       where (?::text is null or recipient = ?)
         and (?::timestamptz is null or (opted_out_at, id) < (?, ?))
       order by opted_out_at desc, id desc limit ?
      """;

  private final Transactions transactions;
  private final Sql sql;
  private final KnownAddresses known;
  private final CurrentCaller caller;

  OptOuts(Transactions transactions, Sql sql, KnownAddresses known, CurrentCaller caller) {
    this.transactions = transactions;
    this.sql = sql;
    this.known = known;
    this.caller = caller;
  }

  /** What is being sent at this moment may still arrive. */
  OptOutView add(OptOutForm form) {
    if (form.messageClass() == MessageClass.CRITICAL) {
      throw DomainException.refusedByRule(
          "REG-12", "critical-not-optional", "Critical messages cannot be refused");
    }
    var address = Address.of(form.phone(), form.email());
    return transactions.run(
        () -> {
          var who = known.of(address);
          sql.update(
              ADD,
              who.fingerprint(),
              who.sealed(),
              address.channel(),
              form.messageClass(),
              form.reason(),
              caller.get().name());
          sql.update(
              "delete from consent where recipient = ? and channel = ?",
              who.fingerprint(),
              address.channel());
          var taken =
              sql.update(TAKE_BACK, who.any().all(), address.channel(), form.messageClass());
          return find(who, form.messageClass()).withTakenBack(taken);
        });
  }

  /** Whoever answers R refuses commercial messages: that is what these say. */
  void refused(@Observes RefusalReplied reply) {
    add(
        new OptOutForm(
            reply.phone().e164(), null, MessageClass.MARKETING, OptOutForm.Reason.REPLIED));
  }

  Page<OptOutView> list(String phone, String email, Cursor after, int rows) {
    var who = phone == null && email == null ? null : Address.of(phone, email);
    var key = after == null ? null : after.key();
    var id = after == null ? null : after.id();
    List<OptOutView> items =
        transactions.run(
            () -> {
              var recipient = who == null ? null : known.of(who).fingerprint();
              return sql.list(LIST, OptOuts::view, recipient, recipient, key, key, id, rows);
            });
    var last = items.size() < rows ? null : items.get(rows - 1);
    return new Page<>(items, last == null ? null : new Cursor(last.optedOutAt(), last.id()).text());
  }

  /** The person wants to be told again; what was taken back stays so. */
  void remove(UUID id) {
    var removed = transactions.run(() -> sql.update("delete from opt_out where id = ?", id));
    if (removed == 0) {
      throw DomainException.notFound("Opt-out " + id);
    }
  }

  private OptOutView find(KnownAddresses.Known who, MessageClass messageClass) {
    return sql.first(
            "select * from opt_out where recipient = ? and channel = ? and class = ?",
            OptOuts::view,
            who.fingerprint(),
            who.address().channel(),
            messageClass)
        .orElseThrow();
  }

  private static OptOutView view(ResultSet row) throws SQLException {
    return new OptOutView(
        SqlValue.uuid(row, "id"),
        row.getString("recipient"),
        MessageChannel.valueOf(row.getString("channel")),
        MessageClass.valueOf(row.getString("class")),
        row.getString("reason"),
        row.getString("author"),
        SqlValue.instant(row, "opted_out_at"),
        null);
  }
}
