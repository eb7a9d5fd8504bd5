package io.parceldesk.chassis.retention;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.cases.Anonymisation;
import io.parceldesk.chassis.cases.CaseSubjects;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.chassis.transaction.SqlValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A person's cases of one kind. */
final class CaseData implements SubjectData {
  private static final Set<String> FACTS =
      Set.of(
          "number", "status", "channel", "category", "waybill", "opened_at", "closed_at", "outlet");

  /** What it works with. */
  @ApplicationScoped
  static class Tools {
    private final Sql sql;
    private final CaseSubjects subjects;
    private final Anonymisation anonymisation;
    private final RetentionPeriods periods;
    private final OpenedRow rows;

    Tools(
        Sql sql,
        CaseSubjects subjects,
        Anonymisation anonymisation,
        RetentionPeriods periods,
        OpenedRow rows) {
      this.sql = sql;
      this.subjects = subjects;
      this.anonymisation = anonymisation;
      this.periods = periods;
      this.rows = rows;
    }

    Sql sql() {
      return sql;
    }

    CaseSubjects subjects() {
      return subjects;
    }

    Anonymisation anonymisation() {
      return anonymisation;
    }

    RetentionPeriods periods() {
      return periods;
    }

    OpenedRow rows() {
      return rows;
    }
  }

  private final Cases<?> cases;
  private final Tools tools;

  CaseData(Cases<?> cases, Tools tools) {
    this.cases = cases;
    this.tools = tools;
  }

  @Override
  public String what() {
    return cases.kind().name();
  }

  @Override
  public List<Held> held(List<String> subjects, UUID after, int most) {
    tools.subjects().catchUp(cases);
    var ids = tools.subjects().casesOf(cases.kind(), subjects, after, most);
    if (ids.isEmpty()) {
      return List.of();
    }
    return tools
        .sql()
        .list(
            "select id, number, closed_at from %s where id = any(?) order by id"
                .formatted(cases.table()),
            row ->
                new Held(
                    SqlValue.uuid(row, "id"),
                    row.getString("number"),
                    SqlValue.instant(row, "closed_at")),
            ids);
  }

  @Override
  public JsonNode tell(List<String> subjects, Held one) {
    return tools.rows().of(cases.table(), one.id(), FACTS, cases.personal().told());
  }

  @Override
  public Verdict erase(List<String> subjects, Held one, String because) {
    var dataClass = CaseRecords.nameOf(cases.kind());
    var erasableBefore = tools.periods().erasableBefore(dataClass);
    return tools
        .anonymisation()
        .anonymise(cases, one.id(), erasableBefore, because)
        .map(obstacle -> new Verdict(obstacle, until(obstacle, dataClass, one)))
        .orElse(Verdict.ERASED);
  }

  private LocalDate until(String obstacle, String dataClass, Held one) {
    return obstacle.equals(Anonymisation.PERIOD_RUNS)
        ? tools.periods().erasableFrom(dataClass, one.closedAt())
        : null;
  }

  @Override
  public void lock(List<String> subjects) {
    tools
        .sql()
        .list(
            """
            select case_id from case_stream
             where case_id in (select case_id from case_subject where subject = any(?) and kind = ?)
             order by case_id for update
            """,
            row -> null,
            subjects,
            cases.kind());
  }
}
