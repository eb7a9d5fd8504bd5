package io.parceldesk.chassis.cases;

import io.parceldesk.chassis.cases.NamedPeople.Entry;
import io.parceldesk.chassis.contact.BlindIndex;
import io.parceldesk.chassis.contact.BrokenSeal;
import io.parceldesk.chassis.contact.Contact;
import io.parceldesk.chassis.contact.Seal;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import io.parceldesk.chassis.transaction.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Whose cases they are, and whom they name besides, by fingerprints of phone and e-mail, so that a
 * person's can be found without opening all contacts (REG-10).
 */
@ApplicationScoped
public class CaseSubjects {
  private static final Logger LOG = Logger.getLogger(CaseSubjects.class);
  private static final int BATCH = 500;
  private static final UUID FIRST = new UUID(0, 0);
  private static final String KEY_MARK = "KEY OF CASE SUBJECTS AND WHO IS NAMED";

  // ids begin with the time; replicas of the version before may still open cases for a while
  private static final String UNKNOWN =
      """
      select %s from %s c
       where c.id > ? and c.id < uuidv7(interval '-1 hour')
       order by c.id limit %d for share of c
      """;

  /** Whose case it is, where others are named in other roles. */
  static final String CUSTOMER = "CUSTOMER";

  private record Found(UUID id, String contact, Map<String, String> columns) {}

  private final Sql sql;
  private final Transactions transactions;
  private final Seal seal;
  private final BlindIndex index;
  private final NamedPeople named;

  CaseSubjects(Sql sql, Transactions transactions, Seal seal, BlindIndex index, NamedPeople named) {
    this.sql = sql;
    this.transactions = transactions;
    this.seal = seal;
    this.index = index;
    this.named = named;
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

  /**
   * Whom a change named, or names no more; its lock is held. Where a key is missing all stays as it
   * was entered, for nobody's work waits for this.
   */
  void enterNamed(Cases<?> cases, UUID id) {
    var columns = named.columns(cases, id);
    if (columns.values().stream().anyMatch(Objects::nonNull)) {
      try {
        replaceNamed(cases.kind(), id, named.in(cases, columns));
      } catch (BrokenSeal e) {
        LOG.warnf(e, "Somebody in case %s cannot be opened", id);
      }
    }
  }

  private void replaceNamed(CaseKind kind, UUID id, Collection<Entry> entries) {
    sql.update(
        """
        delete from case_subject s
         where case_id = ? and role <> ? and not exists (
           select 1 from unnest(?::text[], ?::text[]) as e(role, subject)
            where e.role = s.role and e.subject = s.subject)
        """,
        id,
        CUSTOMER,
        roles(entries),
        subjects(entries));
    enter(kind, id, entries);
  }

  private void enter(CaseKind kind, UUID id, Collection<Entry> entries) {
    if (!entries.isEmpty()) {
      sql.update(
          """
          insert into case_subject (case_id, kind, role, subject)
          select ?, ?, role, subject from unnest(?::text[], ?::text[]) as e(role, subject)
          on conflict do nothing
          """,
          id,
          kind,
          roles(entries),
          subjects(entries));
    }
  }

  private static List<String> roles(Collection<Entry> entries) {
    return entries.stream().map(Entry::role).toList();
  }

  private static List<String> subjects(Collection<Entry> entries) {
    return entries.stream().map(Entry::subject).toList();
  }

  /** What somebody with one of the fingerprints is in a case. */
  public Set<String> rolesIn(UUID caseId, List<String> subjects) {
    return new TreeSet<>(
        sql.list(
            "select role from case_subject where case_id = ? and subject = any(?)",
            row -> row.getString("role"),
            caseId,
            subjects));
  }

  /** Whether roles are those of the one whose case it is. */
  public static boolean areCustomers(Set<String> roles) {
    return roles.contains(CUSTOMER);
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
            UNKNOWN.formatted(columns(cases), cases.table(), BATCH),
            row -> found(cases, row),
            last);
    batch.forEach(found -> enter(cases, found));
    if (!batch.isEmpty()) {
      sql.update(
          "update case_subject_progress set key_mark = ?, last_id = ? where kind = ?",
          mark,
          batch.get(batch.size() - 1).id(),
          cases.kind());
    }
    return batch.size();
  }

  private static String columns(Cases<?> cases) {
    var names = NamedPeople.select(cases);
    return "c.id, c.contact" + (names.isEmpty() ? "" : ", " + names);
  }

  private static Found found(Cases<?> cases, ResultSet row) throws SQLException {
    var columns = new HashMap<String, String>();
    for (var column : NamedPeople.names(cases)) {
      columns.put(column, row.getString(column));
    }
    return new Found(SqlValue.uuid(row, "id"), row.getString("contact"), columns);
  }

  /** What an earlier key made of it goes. What nobody can open any more is nobody's. */
  private void enter(Cases<?> cases, Found found) {
    try {
      var entries = new LinkedHashSet<>(named.in(cases, found.columns()));
      of(found.contact()).forEach(subject -> entries.add(new Entry(CUSTOMER, subject)));
      sql.update(
          "delete from case_subject where case_id = ? and subject <> all(?)",
          found.id(),
          subjects(entries));
      enter(cases.kind(), found.id(), entries);
    } catch (BrokenSeal e) {
      LOG.warnf(e, "Somebody in case %s cannot be opened", found.id());
    }
  }
}
