package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.Phone;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.identity.CurrentCaller;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Legal holds on everything that is held on a person; and the list of all holds. */
@ApplicationScoped
class SubjectHolds {
  private static final int MOST = 200;

  private static final String SELECT =
      """
      select h.*, s.kind, s.number
        from legal_hold h left join case_stream s on s.case_id = h.case_id
      """;

  private final Sql sql;
  private final Transactions transactions;
  private final Seal seal;
  private final BlindIndex index;
  private final CurrentCaller caller;
  private final List<SubjectData> held;

  SubjectHolds(
      Sql sql,
      Transactions transactions,
      Seal seal,
      BlindIndex index,
      CurrentCaller caller,
      SubjectSources sources) {
    this.sql = sql;
    this.transactions = transactions;
    this.seal = seal;
    this.index = index;
    this.caller = caller;
    this.held = sources.all();
  }

  /** Whoever anonymises something of the person just now is waited for. */
  SubjectHoldView place(Person person) {
    var whom = person.fingerprint(index);
    return transactions.run(
        () -> {
          held.forEach(source -> source.lock(whom.any()));
          requireFree(whom);
          var id =
              sql.first(
                      """
                      insert into legal_hold (subjects, subject_masked, address, reason, placed_by)
                      values (?, ?, ?, ?, ?) returning id
                      """,
                      row -> SqlValue.uuid(row, "id"),
                      List.of(whom.subject()),
                      whom.masked(),
                      seal.seal(whom.address()),
                      person.reason(),
                      caller.get().name())
                  .orElseThrow();
          return require(id);
        });
  }

  private void requireFree(Person.Fingerprint whom) {
    sql.list("select pg_advisory_xact_lock(hashtext(?))", row -> null, "hold " + whom.subject());
    var held =
        sql.list(
            "select id from legal_hold where subjects && ? and released_at is null",
            row -> SqlValue.uuid(row, "id"),
            whom.any());
    if (!held.isEmpty()) {
      throw new DomainException(409, "already-held", "The person is under a legal hold already")
          .with("id", held.get(0));
    }
  }

  /** The fingerprint by a new key is added; who was entered by an earlier one stays held. */
  void renew() {
    transactions.runNew(
        () -> {
          var addresses =
              sql.list(
                  "select id, address from legal_hold where address is not null and released_at is"
                      + " null",
                  row -> new Kept(SqlValue.uuid(row, "id"), row.getString("address")));
          addresses.forEach(this::renew);
          return null;
        });
  }

  private record Kept(UUID id, String address) {}

  private void renew(Kept kept) {
    var address = seal.open(kept.address(), String.class);
    var subject =
        address.contains("@") ? index.email(address) : index.phone(new Phone(address, null));
    sql.update(
        """
        update legal_hold set subjects = subjects || ?::text
         where id = ? and not subjects @> array[?::text]
        """,
        subject,
        kept.id(),
        subject);
  }

  SubjectHoldView release(UUID id, String reason) {
    return transactions.run(
        () -> {
          var hold = require(id);
          if (hold.number() != null) {
            throw new DomainException(409, "hold-on-a-case", "Release it at the case")
                .with("number", hold.number());
          }
          var released =
              sql.update(
                  """
                  update legal_hold
                     set released_by = ?, released_at = clock_timestamp(), release_reason = ?
                   where id = ? and released_at is null
                  """,
                  caller.get().name(),
                  reason,
                  id);
          if (released == 0) {
            throw new DomainException(409, "not-held", "The hold was released already");
          }
          return require(id);
        });
  }

  /** Those in force, the newest first. */
  List<SubjectHoldView> inForce() {
    return sql.list(
        SELECT + " where h.released_at is null order by h.id desc limit " + MOST,
        SubjectHolds::read);
  }

  private SubjectHoldView require(UUID id) {
    return sql.first(SELECT + " where h.id = ?", SubjectHolds::read, id)
        .orElseThrow(() -> DomainException.notFound("Legal hold " + id));
  }

  private static SubjectHoldView read(ResultSet row) throws SQLException {
    return new SubjectHoldView(
        SqlValue.uuid(row, "id"),
        row.getString("kind"),
        row.getString("number"),
        row.getString("subject_masked"),
        row.getString("reason"),
        row.getString("placed_by"),
        SqlValue.instant(row, "placed_at"),
        row.getString("released_by"),
        SqlValue.instant(row, "released_at"),
        row.getString("release_reason"));
  }
}
