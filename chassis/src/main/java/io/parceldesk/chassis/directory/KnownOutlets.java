package io.parceldesk.chassis.directory;

import io.parceldesk.chassis.problem.DomainException;
import io.parceldesk.chassis.transaction.Sql;
import io.parceldesk.contracts.DirectoryEvent.OutletChanged;
import jakarta.enterprise.context.ApplicationScoped;

/** The outlets of the directory, as far as its events have told. */
@ApplicationScoped
public class KnownOutlets {
  private final Sql sql;

  KnownOutlets(Sql sql) {
    this.sql = sql;
  }

  /** 422 {@code unknown-outlet} for a code that the directory does not have; null is fine. */
  public void require(String code) {
    if (code != null && !exists(code)) {
      throw new DomainException(422, "unknown-outlet", "There is no outlet " + code)
          .with("outlet", code);
    }
  }

  private boolean exists(String code) {
    return sql.first("select 1 from known_outlet where code = ? and active", row -> true, code)
        .isPresent();
  }

  /** Keeps the newest state: an older event that comes again changes nothing. */
  void keep(OutletChanged outlet, long caseSeq) {
    var agency = outlet.agencyPeriod();
    sql.update(
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
