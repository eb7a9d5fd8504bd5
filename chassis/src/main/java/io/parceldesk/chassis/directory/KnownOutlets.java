package io.parceldesk.chassis.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.contracts.DirectoryEvent.EscalationContact;
import io.parceldesk.contracts.DirectoryEvent.OutletChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The outlets of the directory, as far as its events have told. */
@ApplicationScoped
public class KnownOutlets {
  private static final JsonMapper JSON = new JsonMapper();

  // a closed outlet's people are told nothing, as its messages go nowhere either
  private static final String PEOPLE =
      """
      with recursive upwards (step, code, parent, active, escalation) as (
        select 0, code, parent, active, escalation from known_outlet where code = ?
        union all
        select step + 1, o.code, o.parent, o.active, o.escalation
          from upwards u join known_outlet o on o.code = u.parent where step < 20),
      people as (
        select step, active, p ->> 'role' as role, p ->> 'person' as person
          from upwards, jsonb_array_elements(escalation) p where (p ->> 'level')::int = ?)
      select role, person from people
       where active and step = (select min(step) from people) order by role, person
      """;

  private final Sql sql;
  private final Event<OutletMoved> moves;

  KnownOutlets(Sql sql, Event<OutletMoved> moves) {
    this.sql = sql;
    this.moves = moves;
  }

  /** 422 {@code unknown-outlet} for a code that the directory does not have; null is fine. */
  public void require(String code) {
    if (code != null && !exists(code)) {
      throw new DomainException(422, "unknown-outlet", "There is no outlet " + code)
          .with("outlet", code);
    }
  }

  /** Where an outlet belongs, whether it is active or not. */
  public Optional<String> regionOf(String code) {
    return sql.first(
        "select region from known_outlet where code = ?", row -> row.getString("region"), code);
  }

  /**
   * Whom to turn to at a level: the outlet's own people, or where it has none there, those of the
   * next one above it that has. Empty for an outlet that is not known.
   */
  public List<EscalationContact> peopleAt(String code, int level) {
    return code == null
        ? List.of()
        : sql.list(
            PEOPLE,
            row -> new EscalationContact(level, row.getString("role"), row.getString("person")),
            code,
            level);
  }

  private static String json(List<EscalationContact> people) {
    try {
      return JSON.writeValueAsString(people == null ? List.of() : people);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Both end days count (AMB-08). */
  public boolean isInAgencyPeriod(String code, LocalDate day) {
    return sql.first(
            "select 1 from known_outlet where code = ? and ? >= agency_from and ? <= agency_to",
            row -> true,
            code,
            day,
            day)
        .isPresent();
  }

  /** What people call an outlet, whether it is active or not. */
  public Optional<String> nameOf(String code) {
    return sql.first(
        "select name from known_outlet where code = ?", row -> row.getString("name"), code);
  }

  private boolean exists(String code) {
    return sql.first("select 1 from known_outlet where code = ? and active", row -> true, code)
        .isPresent();
  }

  /** Keeps the newest state: an older event that comes again changes nothing. */
  void keep(OutletChanged outlet, long caseSeq) {
    var before = regionOf(outlet.code()).orElse(null);
    if (write(outlet, caseSeq) > 0 && !outlet.region().equals(before)) {
      moves.fire(new OutletMoved(outlet.code(), before, outlet.region()));
    }
  }

  private int write(OutletChanged outlet, long caseSeq) {
    var agency = outlet.agencyPeriod();
    return sql.update(
        """
        insert into known_outlet
          (code, name, region, parent, agency_from, agency_to, active, escalation, case_seq)
        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
        on conflict (code) do update
          set name = excluded.name, region = excluded.region, parent = excluded.parent,
              agency_from = excluded.agency_from, agency_to = excluded.agency_to,
              active = excluded.active, escalation = excluded.escalation,
              case_seq = excluded.case_seq
          where known_outlet.case_seq < excluded.case_seq
        """,
        outlet.code(),
        outlet.name(),
        outlet.region(),
        outlet.parent(),
        agency == null ? null : agency.from(),
        agency == null ? null : agency.to(),
        outlet.active(),
        json(outlet.escalation()),
        caseSeq);
  }
}
