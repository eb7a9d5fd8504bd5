package io.parceldesk.notification.preference;

import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import io.parceldesk.notification.MessageChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Takes down who agreed to commercial messages, with the proof that the law asks for (REG-12). */
@ApplicationScoped
class Consents {
  private static final String ADD =
      """
      insert into consent (recipient, address, channel, proof, author) values (?, ?, ?, ?, ?)
      on conflict (recipient, channel) do update set proof = excluded.proof,
        author = excluded.author, given_at = clock_timestamp()
      returning *
      """;

  private final Transactions transactions;
  private final Sql sql;
  private final KnownAddresses known;
  private final CurrentCaller caller;

  Consents(Transactions transactions, Sql sql, KnownAddresses known, CurrentCaller caller) {
    this.transactions = transactions;
    this.sql = sql;
    this.known = known;
    this.caller = caller;
  }

  /** Whoever agrees anew has changed an earlier mind about commercial messages. */
  ConsentView add(ConsentForm form) {
    var address = Address.of(form.phone(), form.email());
    return transactions.run(
        () -> {
          var who = known.of(address);
          sql.update(
              "delete from opt_out where recipient = ? and channel = ? and class = 'MARKETING'",
              who.fingerprint(),
              address.channel());
          return sql.first(
                  ADD,
                  Consents::view,
                  who.fingerprint(),
                  who.sealed(),
                  address.channel(),
                  form.proof(),
                  caller.get().name())
              .orElseThrow();
        });
  }

  List<ConsentView> of(String phone, String email) {
    var who = Address.of(phone, email);
    return transactions.run(
        () ->
            sql.list(
                "select * from consent where recipient = ? and channel = ?",
                Consents::view,
                known.of(who).fingerprint(),
                who.channel()));
  }

  void remove(UUID id) {
    if (transactions.run(() -> sql.update("delete from consent where id = ?", id)) == 0) {
      throw DomainException.notFound("Consent " + id);
    }
  }

  private static ConsentView view(ResultSet row) throws SQLException {
    return new ConsentView(
        SqlValue.uuid(row, "id"),
        row.getString("recipient"),
        MessageChannel.valueOf(row.getString("channel")),
        row.getString("proof"),
        row.getString("author"),
        SqlValue.instant(row, "given_at"));
  }
}
