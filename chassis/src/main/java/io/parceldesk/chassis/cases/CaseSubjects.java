package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Whose cases they are, by fingerprints of phone and e-mail, so that a person's can be found
 * without opening all contacts (REG-10).
 */
@ApplicationScoped
public class CaseSubjects {
  private static final Logger LOG = Logger.getLogger(CaseSubjects.class);
  private static final int BATCH = 500;
  private static final UUID FIRST = new UUID(0, 0);
  private static final String KEY_MARK = "KEY OF CASE SUBJECTS";

  // ids begin with the time; replicas of the version before may still open cases for a while
  private static final String UNKNOWN =
      """
      select c.id, c.contact from %s c
       where c.id > ? and c.id < uuidv7(interval '-1 hour')
       order by c.id limit %d for share of c
      """;

  private record Entry(UUID id, String contact) {}

  private final Sql sql;
  private final Transactions transactions;
  private final Seal seal;
  private final BlindIndex index;

  CaseSubjects(Sql sql, Transactions transactions, Seal seal, BlindIndex index) {
    this.sql = sql;
    this.transactions = transactions;
    this.seal = seal;
    this.index = index;
  }

  List<String> of(String sealedContact) {
    if (sealedContact == null) {
      return List.of();
    }
    var contact = seal.open(sealedContact, Contact.class);
    return Stream.of(index.phone(contact.phone()), index.email(contact.email()))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** What an earlier key made of it goes. */
  private void enter(CaseKind kind, UUID id, List<String> subjects) {
    sql.update("delete from case_subject where case_id = ? and subject <> all(?)", id, subjects);
    sql.update(
        """
        insert into case_subject (case_id, kind, subject) select ?, ?, unnest(?::text[])
        on conflict do nothing
        """,
        id,
        kind,
        subjects);
  }

  /** The ids of a person's cases of a kind, in their order. */
  public List<UUID> casesOf(CaseKind kind, List<String> subjects, UUID after, int most) {
    return sql.list(
        """
        select distinct case_id from case_subject
         where subject = any(?) and kind = ? and case_id > ? order by case_id limit ?
        """,
        row -> SqlValue.uuid(row, "case_id"),
        subjects,
        kind,
        after == null ? FIRST : after,
        most);
  }

  /**
   * Enters the cases of a time before the index, or all again once the key of fingerprints is
   * another one; batch by batch, and any number of replicas may.
   */
  public void catchUp(Cases<?> cases) {
    var entered = BATCH;
    while (entered == BATCH) {
      entered = transactions.runNew(() -> enterBatch(cases));
    }
  }

  private int enterBatch(Cases<?> cases) {
    var mark = index.code(KEY_MARK);
    sql.update(
        "insert into case_subject_progress values (?, ?, ?) on conflict do nothing",
        cases.kind(),
        mark,
        FIRST);
    var last =
        sql.first(
                """
                select case key_mark when ? then last_id else ? end as last_id
                  from case_subject_progress where kind = ? for update
                """,
                row -> SqlValue.uuid(row, "last_id"),
                mark,
                FIRST,
                cases.kind())
            .orElseThrow();
    var batch =
        sql.list(
            UNKNOWN.formatted(cases.table(), BATCH),
            row -> new Entry(SqlValue.uuid(row, "id"), row.getString("contact")),
            last);
    batch.forEach(entry -> enter(cases.kind(), entry));
    if (!batch.isEmpty()) {
      sql.update(
          "update case_subject_progress set key_mark = ?, last_id = ? where kind = ?",
          mark,
          batch.get(batch.size() - 1).id(),
          cases.kind());
    }
    return batch.size();
  }

  /** What nobody can open any more is nobody's. */
  private void enter(CaseKind kind, Entry entry) {
    try {
      enter(kind, entry.id(), of(entry.contact()));
    } catch (BrokenSeal e) {
      LOG.warnf(e, "The contact of case %s cannot be opened", entry.id());
    }
  }
}
