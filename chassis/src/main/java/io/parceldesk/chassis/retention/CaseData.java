package io.parceldesk.chassis.retention;

import com.fasterxml.jackson.databind.JsonNode;
import io.parceldesk.chassis.cases.Anonymisation;
import io.parceldesk.chassis.cases.CaseSubjects;
import io.parceldesk.chassis.cases.Cases;
import io.parceldesk.chassis.cases.NamedPeople;
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
    private final NamedPeople named;

    Tools(
        Sql sql,
        CaseSubjects subjects,
        Anonymisation anonymisation,
        RetentionPeriods periods,
        OpenedRow rows,
        NamedPeople named) {
      this.sql = sql;
      this.subjects = subjects;
      this.anonymisation = anonymisation;
      this.periods = periods;
      this.rows = rows;
      this.named = named;
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

    NamedPeople named() {
      return named;
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

  /** Whoever is only named is told nothing of the customer. */
  @Override
  public JsonNode tell(List<String> subjects, Held one) {
    var roles = tools.subjects().rolesIn(one.id(), subjects);
    var told = CaseSubjects.areCustomers(roles) ? cases.personal().told() : Set.<String>of();
    var data = tools.rows().of(cases.table(), one.id(), FACTS, told);
    roles.forEach(data.putArray("roles")::add);
    var named = data.putArray("named");
    for (var mention : tools.named().mentions(cases, one.id(), subjects)) {
      named.addObject().put("role", mention.role()).set("data", mention.data());
    }
    return data;
  }

  /** Of the customer everything; of somebody who is only named just that. */
  @Override
  public Verdict erase(List<String> subjects, Held one, String because) {
    var dataClass = CaseRecords.nameOf(cases.kind());
    var erasableBefore = tools.periods().erasableBefore(dataClass);
    var all = CaseSubjects.areCustomers(tools.subjects().rolesIn(one.id(), subjects));
    var erasure = tools.anonymisation();
    return (all
            ? erasure.anonymise(cases, one.id(), erasableBefore, because)
            : erasure.eraseNamed(cases, one.id(), erasableBefore, subjects, because))
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
