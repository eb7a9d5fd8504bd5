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

  // ids begin with the time; replicas of the version before may still open cases for a while
  private static final String UNKNOWN =
      """
      select c.id, c.contact from %s c
       where c.id > ? and c.id < uuidv7(interval '-1 hour')
       order by c.id limit %d
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

  /** A person whom an open case came to know after its opening. */
  public void add(Case subject, String sealedContact) {
    add(subject.number().kind(), subject.id(), sealedContact);
  }

  private void add(CaseKind kind, UUID id, String sealedContact) {
    sql.update(
        """
        insert into case_subject (case_id, kind, subject) select ?, ?, unnest(?::text[])
        on conflict do nothing
        """,
        id,
        kind,
        of(sealedContact));
  }

  /** The ids of a person's cases of a kind, in their order. */
  public List<UUID> casesOf(CaseKind kind, String subject, UUID after, int most) {
    return sql.list(
        """
        select case_id from case_subject
         where subject = ? and kind = ? and case_id > ? order by case_id limit ?
        """,
        row -> SqlValue.uuid(row, "case_id"),
        subject,
        kind,
        after == null ? FIRST : after,
        most);
  }

  /** Enters the cases of a time before the index, batch by batch; any number of replicas may. */
  public void catchUp(Cases<?> cases) {
    var entered = BATCH;
    while (entered == BATCH) {
      entered = transactions.runNew(() -> enterBatch(cases));
    }
  }

  private int enterBatch(Cases<?> cases) {
    sql.update(
        "insert into case_subject_progress values (?, ?) on conflict do nothing",
        cases.kind(),
        FIRST);
    var last =
        sql.first(
                "select last_id from case_subject_progress where kind = ? for update",
                row -> SqlValue.uuid(row, "last_id"),
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
          "update case_subject_progress set last_id = ? where kind = ?",
          batch.get(batch.size() - 1).id(),
          cases.kind());
    }
    return batch.size();
  }

  /** What nobody can open any more is nobody's. */
  private void enter(CaseKind kind, Entry entry) {
    try {
      add(kind, entry.id(), entry.contact());
    } catch (BrokenSeal e) {
      LOG.warnf(e, "The contact of case %s cannot be opened", entry.id());
    }
  }
}
