package io.parceldesk.chassis.retention;

import io.parceldesk.chassis.cases.Anonymisation;
import io.parceldesk.chassis.cases.CaseKind;
import io.parceldesk.chassis.cases.CaseSubjects;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.transaction.Sql;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jboss.logging.Logger;

/** The closed cases of one kind: anonymised, not deleted, so that they are still counted. */
final class CaseRecords implements DataClass {
  private static final Logger LOG = Logger.getLogger(CaseRecords.class);
  private static final int BATCH = 100;
  private static final int MOST_COUNTED = 100_000;

  private final Cases<?> cases;
  private final Anonymisation anonymisation;
  private final CaseSubjects subjects;
  private final Sql sql;

  CaseRecords(Cases<?> cases, Anonymisation anonymisation, CaseSubjects subjects, Sql sql) {
    this.cases = cases;
    this.anonymisation = anonymisation;
    this.subjects = subjects;
    this.sql = sql;
  }

  static String nameOf(CaseKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-records";
  }

  @Override
  public String name() {
    return nameOf(cases.kind());
  }

  @Override
  public List<Overdue> overdue(Instant closedBefore) {
    return sql.list(
        """
        select obstacle, count(*) as n from (
          select %s as obstacle from %s c
           where c.closed_at < ? and c.anonymised_at is null order by c.closed_at, c.id limit %d) due
         group by obstacle order by obstacle nulls first
        """
            .formatted(Anonymisation.obstacleOf(cases), cases.table(), MOST_COUNTED),
        row -> new Overdue(row.getString("obstacle"), row.getLong("n")),
        closedBefore);
  }

  /** Walks over what is kept, so that it holds nothing up. */
  @Override
  public void clear(Instant closedBefore) {
    subjects.catchUp(cases); // a hold on a person counts for all of its cases
    var due = anonymisation.closedBefore(cases, closedBefore, Anonymisation.Closed.FIRST, BATCH);
    while (!due.isEmpty()) {
      due.forEach(closed -> anonymise(closed, closedBefore));
      due = anonymisation.closedBefore(cases, closedBefore, due.get(due.size() - 1), BATCH);
    }
  }

  /** One that fails does not hold the others up; the next run tries it again. */
  private void anonymise(Anonymisation.Closed closed, Instant closedBefore) {
    try {
      anonymisation.anonymise(cases, closed.id(), closedBefore, "REG-11");
    } catch (RuntimeException e) {
      LOG.warnf(e, "Case %s could not be anonymised and will be tried again", closed.id());
    }
  }
}
