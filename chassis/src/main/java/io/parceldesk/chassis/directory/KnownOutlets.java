package io.parceldesk.chassis.directory;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.contracts.DirectoryEvent.OutletChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;

/** The outlets of the directory, as far as its events have told. */
@ApplicationScoped
public class KnownOutlets {
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
        insert into known_outlet (code, name, region, agency_from, agency_to, active, case_seq)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (code) do update
          set name = excluded.name, region = excluded.region, agency_from = excluded.agency_from,
              agency_to = excluded.agency_to, active = excluded.active, case_seq = excluded.case_seq
          where known_outlet.case_seq < excluded.case_seq
        """,
        outlet.code(),
        outlet.name(),
        outlet.region(),
        agency == null ? null : agency.from(),
        agency == null ? null : agency.to(),
        outlet.active(),
        caseSeq);
  }
}
